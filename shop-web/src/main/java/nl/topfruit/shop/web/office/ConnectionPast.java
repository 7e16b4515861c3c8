package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.connection.desk.HistoryEntry;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/** What was changed of a connection, and the way back to how it was. */
@Named("officeConnectionPast")
@RequestScoped
public class ConnectionPast {
  @Inject private ConnectionPage page;
  @Inject private ConnectionDesk desk;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  private List<HistoryEntry> entries;
  private String seen;

  public List<HistoryEntry> getEntries() {
    if (entries == null) {
      entries = desk.history(page.getKey(), Language.of(request).locale());
    }
    return entries;
  }

  public String restore(int number) {
    desk.restore(
        page.getKey(),
        Integer.parseInt(getSeen()),
        number,
        texts.with("con.history.restored", number),
        Language.of(request).locale());
    return page.here("connectionRestored");
  }

  /** The version of the page that was sent, not that of today. */
  public String getSeen() {
    return seen == null ? String.valueOf(page.getView().seen()) : seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }
}
