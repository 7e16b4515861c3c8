package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.connection.desk.ConnectionRow;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** The connections of all customers, with how they are doing. */
@Named("officeConnections")
@RequestScoped
public class ConnectionsPage extends ListPage<ConnectionRow> {
  private static final Set<String> FILTERS = Set.of("state", "protocol", "account");
  private static final Set<String> SORTS = Set.of("account", "system", "since", "lastCall");

  @Inject private ConnectionDesk desk;

  @Override
  protected Page<ConnectionRow> find(TableQuery asked) {
    return desk.find(asked);
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
    return Choice.of(Connection.State.values());
  }

  public List<Choice> getProtocols() {
    return List.of(
        new Choice(Connection.Protocol.OCI.name(), "OCI"),
        new Choice(Connection.Protocol.CXML.name(), "cXML"));
  }

  public List<Choice> getAccounts() {
    return desk.accounts().stream().map(each -> new Choice(each.code(), each.name())).toList();
  }
}
