package nl.topfruit.shop.web.front;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import nl.topfruit.shop.security.SignIn;
import nl.topfruit.shop.security.SignIn.Result;
import nl.topfruit.shop.web.faces.Texts;
import nl.topfruit.shop.web.security.SignedIn;
import nl.topfruit.shop.web.security.Visitor;

/** Signing in of people, and back to where they wanted to go. */
@Named("frontLogin")
@RequestScoped
public class LoginPage {
  @Inject private SignIn signIn;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  private String username;
  private String password;

  public void signIn() throws IOException {
    FacesContext context = FacesContext.getCurrentInstance();
    Result result = signIn.authenticate(username, password, request.getRemoteAddr());
    if (result.outcome() != SignIn.Outcome.SIGNED_IN) {
      String key = result.outcome() == SignIn.Outcome.TOO_MANY ? "login.tooMany" : "login.wrong";
      context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.get(key), null));
      return;
    }
    new SignedIn(result.callerName(), result.roles()).remember(request);
    context.getExternalContext().redirect(wanted());
  }

  /** A path of our own, and nothing that a browser could take for another host. */
  private String wanted() {
    String to = request.getParameter("to");
    boolean ours = to != null && to.matches("/(portal|office)/[^\\\\\\s]*");
    return ours ? to : visitor.getHome();
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
