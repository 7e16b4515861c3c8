package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.topfruit.shop.greeting.CardDesign;
import nl.topfruit.shop.greeting.CardDesigns;
import nl.topfruit.shop.greeting.CardFont;
import nl.topfruit.shop.greeting.CardRenderer;
import nl.topfruit.shop.greeting.CardText;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/** The free card: its designs, and how it looks with the text that is filled in. */
@Named("shopCard")
@RequestScoped
public class CardPart {
  @Inject private HttpServletRequest request;
  @Inject private ShopBar bar;
  @Inject private LineForm line;
  @Inject private Texts texts;

  private Language language;

  @PostConstruct
  void load() {
    language = Language.of(request);
  }

  public List<CardDesign> getDesigns() {
    return CardDesigns.all();
  }

  /** The design that is chosen: the one that was sent, else one that suits the product. */
  public CardDesign chosen(List<String> occasions) {
    return CardDesigns.find((String) line.getOf().get("design"))
        .or(() -> occasions.stream().flatMap(o -> CardDesigns.find(o).stream()).findFirst())
        .orElse(CardDesigns.all().get(0));
  }

  public CardFont getFont() {
    return "PRINT".equals(line.getOf().get("font")) ? CardFont.PRINT : CardFont.HAND;
  }

  /** The address of the front of a design. */
  public String front(String design) {
    return CardFronts.address(request.getServletContext(), language, design);
  }

  public String name(CardDesign design) {
    return design.name(language.code());
  }

  /** The inside with the text that is filled in, drawn. */
  public String inside(CardDesign design) {
    String account = bar.getVisit().accountName();
    return CardRenderer.insideSvg(
        design, (String) line.getOf().get("card-text"), getFont(), account, null);
  }

  /** "72 van 240 tekens, 3 van 6 regels." */
  public String getFilled() {
    return CardPreview.filled(
        texts, language, CardText.fit((String) line.getOf().get("card-text"), getFont()));
  }

  /** The first words of a card, as its line in the basket shows it. */
  public String shortly(GreetingCard card) {
    String plain = card.text().replaceAll("\\s+", " ").strip();
    return plain.length() > 60 ? plain.substring(0, 59).strip() + "…" : plain;
  }
}
