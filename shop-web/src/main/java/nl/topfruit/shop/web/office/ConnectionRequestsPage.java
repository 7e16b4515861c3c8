package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.connection.request.ConnectionRequest;
import nl.topfruit.shop.connection.request.RequestDesk;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** Who asked for a connection, newest first. */
@Named("officeConnectionRequests")
@RequestScoped
public class ConnectionRequestsPage extends ListPage<RequestDesk.Row> {
  private static final Set<String> FILTERS = Set.of("state");

  @Inject private RequestDesk requests;

  @Override
  protected Page<RequestDesk.Row> find(TableQuery asked) {
    return requests.find(asked);
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  public List<Choice> getStates() {
    return Choice.of(ConnectionRequest.State.values());
  }
}
