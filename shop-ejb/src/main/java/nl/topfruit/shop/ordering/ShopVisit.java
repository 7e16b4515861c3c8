package nl.topfruit.shop.ordering;

import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.account.BranchChoice;
import nl.topfruit.shop.catalog.AssortmentOf;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.protocol.oci.OciFunction;

/**
 * What every shop page knows before it begins: for whom, in which web shop, what is filled in, how
 * long approval takes and what is in the basket.
 *
 * @param connectionId null for a round of shopping from the portal
 * @param systemName how the customer calls his purchasing system, null without one
 * @param trial the connection is only being tried: nothing is delivered
 * @param function what the call-up wanted
 * @param invoicePartyId only branches of this legal entity can be chosen, null for any
 * @param shops web shops that are open to this session
 * @param shop the one he looks at
 * @param needsApproval somebody has to approve before the order is final
 * @param approvalDays working days that this usually takes
 * @param exampleCodes ledger codes are examples and must be shown as such
 * @param purposes what he can order for, in their order
 */
public record ShopVisit(
    UUID sessionId,
    UUID accountId,
    String accountName,
    UUID connectionId,
    String systemName,
    boolean trial,
    String language,
    OciFunction function,
    UUID invoicePartyId,
    List<Shop> shops,
    Shop shop,
    Defaults defaults,
    Fees.Terms terms,
    boolean needsApproval,
    int approvalDays,
    Money priceCeiling,
    boolean exampleCodes,
    List<PurposeChoice> purposes,
    AssortmentOf assortment,
    BasketSummary basket) {

  /** A web shop (brand). */
  public record Shop(UUID id, String code, String name) {}

  /** What an order is for, in the language of the session. */
  public record PurposeChoice(UUID id, String name) {}

  /**
   * What is filled in for him; each may be null.
   *
   * @param branch where he usually has it delivered, the account's first branch when nobody said
   * @param costCentreName null where we do not know the code
   */
  public record Defaults(
      BranchChoice branch,
      String costCentre,
      String costCentreName,
      UUID purposeId,
      String contactName,
      String contactReach) {

    /** "4120 · Verpleging Lindehof", as an input suggests it; null for none. */
    public String costCentreLabel() {
      return costCentreName == null ? costCentre : costCentre + " · " + costCentreName;
    }
  }

  /** The web shop that a line was bought in; the one he looks at when it is not his any more. */
  public Shop shopOf(UUID webShopId) {
    return shops.stream().filter(one -> one.id().equals(webShopId)).findFirst().orElse(shop);
  }

  public boolean punchout() {
    return connectionId != null;
  }

  /** He was shown a product: there is no basket and no way back. */
  public boolean looksOnly() {
    return function == OciFunction.DETAIL;
  }

  public boolean dutch() {
    return !"en".equals(language);
  }

  /** The assortment of the web shop he looks at. */
  public AssortmentOf shelf() {
    return assortment.in(shop.id());
  }
}
