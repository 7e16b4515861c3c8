package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.topfruit.shop.connection.Presets;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.Formats;
import nl.topfruit.shop.web.faces.Language;

/** A connection begins: for whom, by which name, and like what. */
@Named("officeConnectionNew")
@RequestScoped
public class ConnectionNewPage {
  @Inject private ConnectionDesk desk;
  @Inject private HttpServletRequest request;

  private String account;
  private String key;
  private String systemName;
  private String preset = Presets.list().get(0).key();
  private String like;

  /**
   * A preset with what to ask before it can work.
   *
   * @param toBeConfirmed we have read nothing of that system itself
   */
  public record Begin(String key, String name, boolean toBeConfirmed, List<String> questions) {}

  public List<Begin> getPresets() {
    var reader = Language.of(request).locale();
    return Presets.list().stream()
        .map(
            each ->
                new Begin(
                    each.key(), each.name(reader), each.toBeConfirmed(), each.questions(reader)))
        .toList();
  }

  public List<Choice> getAccounts() {
    return desk.accounts().stream().map(each -> new Choice(each.code(), each.name())).toList();
  }

  public List<Choice> getOthers() {
    return desk.connections().stream().map(each -> new Choice(each.code(), each.name())).toList();
  }

  public String create() {
    String other = like == null || like.isBlank() ? null : like;
    desk.create(key == null ? null : key.strip(), account, systemName, preset, other);
    return "/office/connection?faces-redirect=true&key="
        + Formats.encoded(key.strip())
        + "&notice=saved";
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

  public String getSystemName() {
    return systemName;
  }

  public void setSystemName(String systemName) {
    this.systemName = systemName;
  }

  public String getPreset() {
    return preset;
  }

  public void setPreset(String preset) {
    this.preset = preset;
  }

  public String getLike() {
    return like;
  }

  public void setLike(String like) {
    this.like = like;
  }
}
