package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.invoicing.issuing.Invoice;
import nl.topfruit.shop.invoicing.issuing.InvoiceBook;
import nl.topfruit.shop.invoicing.issuing.InvoiceRow;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** The invoices of all customers, with why some of them may not leave. */
@Named("officeInvoices")
@RequestScoped
public class InvoicesPage extends ListPage<InvoiceRow> {
  private static final Set<String> FILTERS = Set.of("state", "order", "since");
  private static final Set<String> SORTS = Set.of("number", "issued", "due", "gross");

  @Inject private InvoiceBook invoices;

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

  public List<Choice> getStates() {
    return Choice.of(Invoice.State.values());
  }
}
