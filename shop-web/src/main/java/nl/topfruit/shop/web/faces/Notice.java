package nl.topfruit.shop.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * One sentence after a redirect: {@code return "orders?faces-redirect=true&notice=placed"} shows
 * the text {@code notice.placed} above the page. It needs neither session nor cookie, and only our
 * own sentences can be shown.
 */
@Named
@RequestScoped
public class Notice {
  /** Parameter that names the sentence. */
  static final String NAME = "notice";

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,60}");

  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  /** The sentence, or null. */
  public String getText() {
    String key = request.getParameter(NAME);
    boolean known = key != null && KEY.matcher(key).matches() && texts.containsKey("notice." + key);
    return known ? texts.get("notice." + key) : null;
  }
}
