package nl.topfruit.shop.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What any channel says of an authorised order, brought to one form and not yet judged: whether we
 * know the requisition, the article or the price is for the intake. Everything that is not given is
 * null (or an empty list); nothing is guessed.
 *
 * @param channel how it came
 * @param kind a new order, a full replacement, or its withdrawal (then without lines)
 * @param orderNumber theirs, to the letter
 * @param version their version of the order as sent ("1", "2"); null when they do not count
 * @param messageId what identifies this one message: cXML payloadID, UBL ID with its issue moment,
 *     for {@code /oci/order} the order number with our quote
 * @param earlierMessageId the message that an update or cancellation refers to
 * @param test sent with deploymentMode "test"
 * @param orderedAt date and time of their order; the zone is Europe/Amsterdam where none was sent
 * @param requestedDay day asked for in the header, as a day in Europe/Amsterdam
 * @param currency ISO 4217; null when nowhere stated
 * @param statedNetTotal total excluding VAT as they state it
 * @param quotationId our EXT_QUOTE_ID in the header
 * @param costCentre cost centre for the whole order, as sent
 * @param ledgerCode ledger code for the whole order, as sent
 * @param reference their own free reference (CustomerReference, requisitionID)
 * @param buyerIds every way in which the buyer is named
 * @param sellerIds every way in which we are named
 * @param shipTo address for the whole order
 * @param comments free text, lines joined by a newline
 * @param lines in the order of the document
 */
public record PurchaseOrderMessage(
    Channel channel,
    Kind kind,
    OrderNumber orderNumber,
    String version,
    String messageId,
    String earlierMessageId,
    boolean test,
    OffsetDateTime orderedAt,
    LocalDate requestedDay,
    String currency,
    BigDecimal statedNetTotal,
    String quotationId,
    String costCentre,
    String ledgerCode,
    String reference,
    List<PartyId> buyerIds,
    List<PartyId> sellerIds,
    ShipTo shipTo,
    String comments,
    List<Line> lines) {

  public enum Channel {
    OCI_ORDER,
    CXML,
    UBL
  }

  public enum Kind {
    NEW,
    UPDATE,
    CANCEL
  }

  public PurchaseOrderMessage {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(orderNumber, "orderNumber");
    buyerIds = List.copyOf(buyerIds);
    sellerIds = List.copyOf(sellerIds);
    lines = List.copyOf(lines);
  }

  /** Every requisition of ours that this order names, in the header or on a line. */
  public Set<String> quotationIds() {
    Set<String> ids = new LinkedHashSet<>();
    if (quotationId != null) {
      ids.add(quotationId);
    }
    for (Line line : lines) {
      line.auxiliary().map(AuxiliaryId::quoteId).ifPresent(ids::add);
    }
    return ids;
  }

  /**
   * One line of their order.
   *
   * @param lineNumber theirs, as sent: it comes back on the invoice (BT-132)
   * @param sku our article number: SupplierPartID, SellersItemIdentification
   * @param auxiliaryId as sent; {@link #auxiliary()} has its parts
   * @param buyersSku their own article number
   * @param description as sent; may end with our line key, see {@link LineKey}
   * @param quantity more than zero, three decimals at most; null only from {@code /oci/order},
   *     where it means "as requested"
   * @param unitRaw as sent
   * @param price for {@code priceBaseQuantity} units, excluding VAT
   * @param priceBaseQuantity one unless they say otherwise
   * @param currency of the price
   * @param costCentre as sent
   * @param ledgerCode as sent
   * @param accountingSplit they divide this line over several cost centres or ledger codes, which
   *     one invoice line cannot carry; the first is given
   * @param requestedDay day asked for, in Europe/Amsterdam
   * @param shipTo address of this line
   * @param comments free text
   */
  public record Line(
      String lineNumber,
      String sku,
      String auxiliaryId,
      String buyersSku,
      String description,
      BigDecimal quantity,
      String unitRaw,
      BigDecimal price,
      BigDecimal priceBaseQuantity,
      String currency,
      String costCentre,
      String ledgerCode,
      boolean accountingSplit,
      LocalDate requestedDay,
      ShipTo shipTo,
      String comments) {

    /** The unit by UN/ECE Rec 20; every way to say one piece is {@link Units#PIECE}. */
    public String unit() {
      return Units.normalise(unitRaw);
    }

    /** The requisition line that this line names. */
    public Optional<AuxiliaryId> auxiliary() {
      return AuxiliaryId.parse(auxiliaryId);
    }

    /** Our line key at the end of the description, for systems that give nothing else back. */
    public Optional<String> lineKey() {
      return LineKey.in(description);
    }

    /**
     * Price of one unit, unrounded to ten decimals where it does not divide; null without price.
     */
    public BigDecimal unitPrice() {
      if (price == null || priceBaseQuantity == null) {
        return price;
      }
      return price.divide(priceBaseQuantity, 10, RoundingMode.HALF_UP).stripTrailingZeros();
    }
  }
}
