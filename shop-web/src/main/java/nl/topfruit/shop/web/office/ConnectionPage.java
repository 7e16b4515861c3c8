package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.desk.Check;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.connection.desk.ConnectionView;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.ConnectionSteps;
import nl.topfruit.shop.web.faces.ConnectionSteps.Step;
import nl.topfruit.shop.web.faces.Formats;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/** One connection: how far it is, and what it still needs. Its parts have beans of their own. */
@Named("officeConnection")
@RequestScoped
public class ConnectionPage {
  @Inject private Asked asked;
  @Inject private ConnectionDesk desk;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  private ConnectionView connection;
  private String agreedBy;
  private String reason;

  public ConnectionView getView() {
    if (connection == null) {
      connection = desk.connection(getKey(), Language.of(request).locale());
    }
    return connection;
  }

  public String getKey() {
    return asked.text("key");
  }

  public List<Step> getSteps() {
    return ConnectionSteps.of(getView().state(), this::step);
  }

  private String step(String when) {
    boolean agreement = when.startsWith(Connection.State.AGREED + ".");
    return agreement && getView().agreedBy() != null
        ? texts.with("con.step.agreedBy", getView().agreedBy(), getView().agreedAt())
        : texts.get("con.step." + when);
  }

  public String said(Check check) {
    return texts.with(check.sentence(), check.arguments().toArray());
  }

  public boolean in(String state) {
    return getView().state().name().equals(state);
  }

  public String openForTest() {
    desk.openForTest(getKey());
    return here("connectionTest");
  }

  public String noteAgreement() {
    desk.noteAgreement(getKey(), agreedBy);
    return here("connectionAgreed");
  }

  public String goLive() {
    desk.goLive(getKey());
    return here("connectionLive");
  }

  public String close() {
    desk.close(getKey(), reason);
    return here("connectionClosed");
  }

  String here(String notice) {
    return "/office/connection?faces-redirect=true&key="
        + Formats.encoded(getKey())
        + "&notice="
        + notice;
  }

  public String getAgreedBy() {
    return agreedBy;
  }

  public void setAgreedBy(String agreedBy) {
    this.agreedBy = agreedBy;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
