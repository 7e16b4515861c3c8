package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.invoicing.issuing.Invoice;
import nl.topfruit.shop.invoicing.issuing.InvoiceHistory;
import nl.topfruit.shop.invoicing.issuing.InvoiceRow;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** The invoices of the account. */
@Named("portalInvoices")
@RequestScoped
public class InvoicesPage extends ListPage<InvoiceRow> {
  private static final Set<String> FILTERS = Set.of("state", "order", "since");
  private static final Set<String> SORTS = Set.of("number", "issued", "due", "gross");

  @Inject private InvoiceHistory invoices;

  @Override
  protected Page<InvoiceRow> find(TableQuery asked) {
    return invoices.find(asked);
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  @Override
  protected Set<String> sorts() {
    return SORTS;
  }

  /** States that an issued invoice can be in. */
  public List<Choice> getStates() {
    return Choice.of(
        Stream.of(Invoice.State.values())
            .filter(state -> state != Invoice.State.DRAFT && state != Invoice.State.BLOCKED)
            .toArray(Invoice.State[]::new));
  }
}
