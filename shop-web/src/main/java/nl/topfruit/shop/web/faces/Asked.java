package nl.topfruit.shop.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import nl.topfruit.shop.common.NotFound;

/**
 * What the address of a page names: {@code ?number=B-2026-00012}. Only text that can be a number or
 * a code of ours or the customer's is let through.
 */
@RequestScoped
public class Asked {
  private static final int LONGEST = 120;

  @Inject private HttpServletRequest request;

  /**
   * The number or code of the thing that is asked for.
   *
   * @throws NotFound when the address names none, or something that cannot be one
   */
  public String text(String name) {
    String value = request.getParameter(name);
    if (value == null
        || value.isBlank()
        || value.length() > LONGEST
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new NotFound(name);
    }
    return value.strip();
  }
}
