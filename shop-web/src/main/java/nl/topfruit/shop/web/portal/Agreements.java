package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.topfruit.shop.invoicing.issuing.InvoiceHistory;
import nl.topfruit.shop.web.faces.Texts;

/** How the account is invoiced, drawn as small invoices. */
@Named("portalAgreements")
@RequestScoped
public class Agreements {
  @Inject private InvoiceHistory invoices;
  @Inject private Texts texts;

  private List<InvoiceHistory.Agreement> agreed;

  private List<InvoiceHistory.Agreement> agreed() {
    if (agreed == null) {
      agreed = invoices.agreements();
    }
    return agreed;
  }

  /** An invoice for each order. */
  public List<String> getEach() {
    return said("PURCHASE_ORDER", "ORDER");
  }

  /** An invoice for each branch. */
  public List<String> getBranch() {
    return said("BRANCH");
  }

  /** One invoice for all branches of a legal entity. */
  public List<String> getCollective() {
    return said("COLLECTIVE");
  }

  /** For which orders and when, in a sentence each; empty when it is not agreed. */
  private List<String> said(String... groupings) {
    List<String> these = List.of(groupings);
    return agreed().stream()
        .filter(agreement -> these.contains(agreement.grouping().name()))
        .map(
            agreement ->
                texts.with(
                    agreement.byPurchaseOrder()
                        ? "portal.agreement.purchaseOrders"
                        : "portal.agreement.others",
                    texts.get("portal.agreement." + agreement.moment().name())))
        .toList();
  }
}
