package nl.topfruit.shop.web.shop;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import nl.topfruit.shop.greeting.CardDesign;
import nl.topfruit.shop.greeting.CardDesigns;
import nl.topfruit.shop.greeting.CardRenderer;
import nl.topfruit.shop.web.faces.Language;

/**
 * The fronts of the card designs, at {@code /card/⟨hash⟩/⟨language⟩/⟨design⟩.svg}. They are the
 * same for everybody, and drawn once.
 */
@WebServlet(urlPatterns = "/card/*", loadOnStartup = 3)
public class CardFronts extends HttpServlet {
  private static final String FRONTS = CardFronts.class.getName();

  @Override
  public void init() {
    Map<String, Drawing> fronts = new HashMap<>();
    for (Language language : Language.values()) {
      for (CardDesign design : CardDesigns.all()) {
        fronts.put(
            name(language, design.code()),
            Drawing.of(CardRenderer.frontSvg(design, language.code())));
      }
    }
    getServletContext().setAttribute(FRONTS, Map.copyOf(fronts));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] path = String.valueOf(request.getPathInfo()).split("/", 3);
    Drawing front = path.length == 3 ? fronts(getServletContext()).get(path[2]) : null;
    if (front == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    front.send(request, response, path[1]);
  }

  /** The address of a front, with the hash of what is drawn in it. */
  static String address(ServletContext application, Language language, String design) {
    String name = name(language, design);
    return application.getContextPath()
        + "/card/"
        + fronts(application).get(name).hash()
        + "/"
        + name;
  }

  private static String name(Language language, String design) {
    return language.code() + "/" + design + ".svg";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Drawing> fronts(ServletContext application) {
    return (Map<String, Drawing>) application.getAttribute(FRONTS);
  }
}
