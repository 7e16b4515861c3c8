package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.purchasing.Inbox;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** Purchase orders; those that wait for a decision when nothing else is asked. */
@Named("officeInbox")
@RequestScoped
public class InboxPage extends ListPage<Inbox.Row> {
  private static final PurchaseOrder.State[] STATES = {
    PurchaseOrder.State.HELD,
    PurchaseOrder.State.CONFLICT,
    PurchaseOrder.State.PLACED,
    PurchaseOrder.State.PARTLY_PLACED,
    PurchaseOrder.State.REFUSED,
    PurchaseOrder.State.SUPERSEDED
  };

  @Inject private Inbox inbox;

  @Override
  protected Page<Inbox.Row> find(TableQuery asked) {
    return inbox.find(asked, FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }

  @Override
  protected Set<String> filters() {
    return Set.of("state");
  }

  public List<Choice> getStates() {
    return Choice.of(STATES);
  }
}
