package nl.topfruit.shop.web.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Where to go after something was done in a list. */
public final class Back {
  private Back() {}

  /**
   * Back to the list as it is now, with its search, filters and page.
   *
   * @param page address of the list within the application
   * @param notice key of the sentence that says what was done
   */
  public static void to(ListPage<?> list, String page, String notice) throws IOException {
    String query = list.link(list.getNumber());
    String more = query.length() > 1 ? "&" : "";
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + page + query + more + "notice=" + notice);
  }
}
