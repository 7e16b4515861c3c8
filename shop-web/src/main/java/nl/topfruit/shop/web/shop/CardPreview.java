package nl.topfruit.shop.web.shop;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.greeting.CardDesign;
import nl.topfruit.shop.greeting.CardDesigns;
import nl.topfruit.shop.greeting.CardFont;
import nl.topfruit.shop.greeting.CardRenderer;
import nl.topfruit.shop.greeting.CardText;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;
import nl.topfruit.shop.web.security.Visitor;

/**
 * {@code POST /shop/⟨token⟩/card}: the inside of a card while its text is written, drawn by what
 * prints it. The text comes in the body, so that it stands in no log.
 */
@WebServlet("/shop/card")
public class CardPreview extends HttpServlet {
  private static final int LONGEST = 2_000;

  @Inject private transient Texts texts;
  @Inject private transient Visitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String typed = request.getParameter("text");
    String text = typed == null || typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    CardDesign design =
        CardDesigns.find(request.getParameter("design")).orElse(CardDesigns.all().get(0));
    CardFont font = "PRINT".equals(request.getParameter("font")) ? CardFont.PRINT : CardFont.HAND;
    SessionIdentity shopper = visitor.getShopper();
    Language language = Language.of(request);
    CardText set = CardText.fit(text, font);
    String inside = CardRenderer.insideSvg(design, text, font, shopper.accountName(), null);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("inside", inside)
                .add("filled", filled(texts, language, set))
                .add("problem", problem(set, language))
                .build()
                .toString());
  }

  private String problem(CardText set, Language language) {
    try {
      set.check();
      return "";
    } catch (BusinessRuleViolation e) {
      return texts.with(language, e.key(), e.arguments().toArray());
    }
  }

  /** "72 van 240 tekens, 3 van 6 regels." */
  static String filled(Texts texts, Language language, CardText set) {
    return texts.with(
        language,
        "shop.card.filled",
        set.length(),
        CardText.MAX_CHARACTERS,
        set.lines().size(),
        CardText.MAX_LINES);
  }
}
