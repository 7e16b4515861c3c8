package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.history.RequisitionBook;
import nl.topfruit.shop.ordering.history.RequisitionRow;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** What all customers have requested and is, or was, waiting for their approval. */
@Named("officeRequisitions")
@RequestScoped
public class RequisitionsPage extends ListPage<RequisitionRow> {
  private static final Set<String> FILTERS = Set.of("state");
  private static final Set<String> SORTS = Set.of("number", "created", "validUntil", "net");

  @Inject private RequisitionBook requisitions;

  @Override
  protected Page<RequisitionRow> find(TableQuery asked) {
    return requisitions.find(asked);
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
    return Choice.of(Requisition.State.values());
  }
}
