package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.traffic.MessageView;
import nl.topfruit.shop.connection.traffic.Traffic;
import nl.topfruit.shop.punchout.console.ConsoleRuns;
import nl.topfruit.shop.web.endpoint.PublicAddress;
import nl.topfruit.shop.web.faces.Formats;
import nl.topfruit.shop.web.faces.Suggestion;

/** Where our staff begin to play a customer's system: which one, and what was played before. */
@Named("officeConsole")
@RequestScoped
public class ConsolePage {
  @Inject private ConsoleRuns runs;
  @Inject private Traffic traffic;
  @Inject private HttpServletRequest request;

  private String connection;
  private List<ConsoleRuns.Latest> latest;

  /** Connections for what was typed. */
  public List<String> find(String typed) {
    return runs.connections(typed).stream().map(ConsolePage::label).toList();
  }

  private static String label(ConsoleRuns.Choice choice) {
    return Suggestion.of(choice.key(), choice.accountName() + " · " + choice.systemName());
  }

  public List<ConsoleRuns.Latest> getLatest() {
    if (latest == null) {
      latest = runs.latest();
    }
    return latest;
  }

  /** A run with the usual call-up of the chosen connection. */
  public String prepare() {
    String key = Suggestion.code(connection);
    if (key == null) {
      throw new BusinessRuleViolation("connection", "console.chooseConnection");
    }
    try {
      return shown(runs.prepare(key, receiver(), null));
    } catch (NotFound e) {
      throw new BusinessRuleViolation("connection", "console.noSuchConnection", connection);
    }
  }

  /** A run with a call-up out of the message log, in the name of the connection it came over. */
  public String replay(String reference) {
    MessageView recorded = traffic.message(reference);
    String key = recorded.row().connectionKey();
    if (key == null) {
      key = Suggestion.code(connection);
    }
    if (key == null) {
      throw new BusinessRuleViolation("connection", "console.chooseConnection");
    }
    return shown(runs.prepare(key, receiver(), recorded.payload()));
  }

  private String receiver() {
    return PublicAddress.of(request, "/console-return/");
  }

  private static String shown(String number) {
    return "/office/console-run?faces-redirect=true&number=" + Formats.encoded(number);
  }

  public String getConnection() {
    String asked = request.getParameter("connection");
    if (connection == null && asked != null) {
      connection = chosen(asked);
    }
    return connection;
  }

  private String chosen(String key) {
    return runs.connections(key).stream()
        .filter(choice -> choice.key().equals(key))
        .findFirst()
        .map(ConsolePage::label)
        .orElse(null);
  }

  public void setConnection(String connection) {
    this.connection = connection;
  }
}
