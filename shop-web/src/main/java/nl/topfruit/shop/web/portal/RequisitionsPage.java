package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.history.RequisitionHistory;
import nl.topfruit.shop.ordering.history.RequisitionRow;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;
import nl.topfruit.shop.web.faces.Texts;

/** What the account has requested, and what became of it. */
@Named("portalRequisitions")
@RequestScoped
public class RequisitionsPage extends ListPage<RequisitionRow> {
  private static final Set<String> FILTERS = Set.of("state", "where");
  private static final Set<String> SORTS = Set.of("number", "created", "validUntil", "net");

  @Inject private RequisitionHistory requisitions;
  @Inject private Texts texts;

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

  public List<Choice> getPlaces() {
    return List.of(
        new Choice("here", texts.get("portal.requisitions.here")),
        new Choice("there", texts.get("portal.requisitions.there")));
  }
}
