package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.topfruit.shop.connection.Presets;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.connection.request.RequestDesk;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.Formats;
import nl.topfruit.shop.web.faces.Language;

/** One request for a connection: it becomes one, or it is declined. */
@Named("officeConnectionRequest")
@RequestScoped
public class ConnectionRequestPage {
  @Inject private Asked asked;
  @Inject private RequestDesk requests;
  @Inject private ConnectionDesk desk;
  @Inject private HttpServletRequest request;

  private RequestDesk.Row row;
  private String account;
  private String key;
  private String preset = Presets.list().get(0).key();
  private String reason;

  public RequestDesk.Row getRow() {
    if (row == null) {
      row = requests.request(asked.text("reference"));
    }
    return row;
  }

  public boolean isOpen() {
    return "NEW".equals(getRow().state().name());
  }

  public List<Choice> getAccounts() {
    return desk.accounts().stream().map(each -> new Choice(each.code(), each.name())).toList();
  }

  public List<Choice> getPresets() {
    var reader = Language.of(request).locale();
    return Presets.list().stream().map(each -> new Choice(each.key(), each.name(reader))).toList();
  }

  public String link() {
    String name = key == null ? "" : key.strip();
    requests.link(getRow().reference(), account, name, preset);
    return "/office/connection?faces-redirect=true&key=" + Formats.encoded(name) + "&notice=saved";
  }

  public String decline() {
    requests.decline(getRow().reference(), reason);
    return "/office/connection-requests?faces-redirect=true&notice=saved";
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(String account) {
    this.account = account;
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public String getPreset() {
    return preset;
  }

  public void setPreset(String preset) {
    this.preset = preset;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
