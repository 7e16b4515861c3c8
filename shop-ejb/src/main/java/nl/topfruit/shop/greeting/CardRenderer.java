package nl.topfruit.shop.greeting;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.greeting.CardDesigns.Drawn;

/**
 * Draws a card, for the screen as SVG and, through {@link CardPdf}, for print: the same drawing,
 * the same places, the same line breaks. A card is A6 upright, 105 by 148 mm, drawn in quarters of
 * a millimetre: 420 by 592.
 *
 * <p>The front has its title as outlines and may stand in an {@code img}; it is the same to the
 * byte each time. The inside names the fonts of the pages and is to be placed in the page itself.
 */
public final class CardRenderer {

  static final double WIDTH = 420;
  static final double HEIGHT = 592;

  /** Margin of the text, 10 mm. */
  static final double MARGIN = 40;

  /** Base line of the first line of text. */
  static final double TEXT_TOP = 132;

  /** Base line of the account's name, and the size of its letters. */
  static final double NAME_Y = 546;

  static final double NAME_SIZE = 9.6;

  /** Space between the letters of the account's name, in its size. */
  static final double NAME_SPACING = .08;

  /** Where a logo may stand: over the account's name, at most 40 by 16 mm. */
  static final double LOGO_BOTTOM = 520;

  static final double LOGO_WIDTH = 160;
  static final double LOGO_HEIGHT = 64;

  static final String PAPER = "#fffdf8";

  private static final String TITLE_FONT = "Fraunces-SemiBold.ttf";
  private static final String NAME_FONT = "SourceSans3-SemiBold.ttf";
  private static final Pattern ID = Pattern.compile("(\\sid=\"|url\\(#|href=\"#)");
  private static final Pattern LOGO =
      Pattern.compile("data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+");

  private static final Map<String, String> FRONTS = new ConcurrentHashMap<>();

  private CardRenderer() {}

  /**
   * The front of a card.
   *
   * @param language {@code nl} or {@code en}
   */
  public static String frontSvg(CardDesign design, String language) {
    String tongue = "en".equals(language) ? "en" : "nl";
    return FRONTS.computeIfAbsent(design.code() + "/" + tongue, key -> front(design, tongue));
  }

  private static String front(CardDesign design, String language) {
    String prefix = "card-" + design.code() + "-";
    String title = design.title(language);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 420 592\" role=\"img\" aria-labelledby=\""
        + prefix
        + "t\"><title id=\""
        + prefix
        + "t\">"
        + escaped(title)
        + "</title>"
        + ground(design, 0)
        + prefixed(CardDesigns.drawn(design).art(), prefix)
        + "<path fill=\""
        + design.ink()
        + "\" d=\""
        + titleOutline(design, title)
        + "\"/></svg>";
  }

  /** The front without its title and with drawing that goes over the edges, for print. */
  static String frontArt(CardDesign design, double bleed) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%1$s %1$s %2$s %3$s\" width=\"%2$s\" height=\"%3$s\">"
            .formatted(number(-bleed), number(WIDTH + 2 * bleed), number(HEIGHT + 2 * bleed))
        + ground(design, bleed)
        + CardDesigns.drawn(design).art()
        + "</svg>";
  }

  private static String ground(CardDesign design, double bleed) {
    return "<path fill=\"%s\" d=\"M%s %sh%sv%sH%sZ\"/>"
        .formatted(
            design.ground(),
            number(-bleed),
            number(-bleed),
            number(WIDTH + 2 * bleed),
            number(HEIGHT + 2 * bleed),
            number(-bleed));
  }

  /** Where a title is set so that it fits. */
  record Title(String text, double x, double y, double size, CardTypeface typeface) {}

  static Title title(CardDesign design, String text) {
    Drawn drawn = CardDesigns.drawn(design);
    CardTypeface typeface = CardTypeface.of(TITLE_FONT);
    double wide = typeface.width(text);
    double room = drawn.titleCentred() ? drawn.titleWidth() : WIDTH - drawn.titleX() - 24;
    double size = Math.min(drawn.titleSize(), room / wide);
    double x = drawn.titleCentred() ? drawn.titleX() - wide * size / 2 : drawn.titleX();
    return new Title(text, x, drawn.titleY(), size, typeface);
  }

  private static String titleOutline(CardDesign design, String text) {
    Title title = title(design, text);
    return title.typeface().outline(text, title.x(), title.y(), title.size());
  }

  static CardTypeface nameTypeface() {
    return CardTypeface.of(NAME_FONT);
  }

  /** The account's name as it stands on the card: in capitals, and so small that it fits. */
  static String nameOnCard(String accountName) {
    if (accountName == null) {
      return "";
    }
    CardTypeface typeface = nameTypeface();
    StringBuilder printable = new StringBuilder();
    accountName
        .strip()
        .toUpperCase(Locale.forLanguageTag("nl"))
        .codePoints()
        .filter(typeface::canPrint)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  static double nameSize(String onCard) {
    double wide = nameTypeface().width(onCard) + onCard.length() * NAME_SPACING;
    return Math.min(NAME_SIZE, CardText.LINE_WIDTH / Math.max(wide, .001));
  }

  /**
   * The inside of a card, to be placed in the page. What does not fit is left out; {@link
   * CardText#fits()} says whether something was.
   *
   * @param text as typed, or {@code null}
   * @param accountName stands small at the foot, {@code null} for none
   * @param logoDataUri the account's logo as a {@code data:} address of a PNG, JPEG or WebP
   *     picture, {@code null} for none; left out where the design has no logo
   * @throws IllegalArgumentException when the logo is another address
   */
  public static String insideSvg(
      CardDesign design, String text, CardFont font, String accountName, String logoDataUri) {
    CardText set = CardText.fit(text, font);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 420 592\" class=\"card-inside\"><path fill=\""
            + PAPER
            + "\" d=\"M0 0h420v592H0Z\"/>");
    svg.append(
        "<g fill=\"%s\" font-family=\"'%s'\" font-size=\"%s\" style=\"font-variant-ligatures:none\" xml:space=\"preserve\">"
            .formatted(design.textInk(), font.family(), number(font.size())));
    double y = TEXT_TOP;
    for (String line : set.printedLines()) {
      if (!line.isEmpty()) {
        svg.append("<text x=\"")
            .append(number(MARGIN))
            .append("\" y=\"")
            .append(number(y))
            .append("\">")
            .append(escaped(line))
            .append("</text>");
      }
      y += font.lineHeight();
    }
    svg.append("</g>");
    if (logoDataUri != null && design.allowsLogo()) {
      svg.append(logo(logoDataUri));
    }
    String name = nameOnCard(accountName);
    if (!name.isEmpty()) {
      double size = nameSize(name);
      svg.append(
          "<text x=\"%s\" y=\"%s\" fill=\"%s\" font-family=\"'Source Sans 3'\" font-weight=\"600\" font-size=\"%s\" letter-spacing=\"%s\">%s</text>"
              .formatted(
                  number(MARGIN),
                  number(NAME_Y),
                  design.textInk(),
                  number(size),
                  number(size * NAME_SPACING),
                  escaped(name)));
    }
    return svg.append("</svg>").toString();
  }

  private static String logo(String dataUri) {
    if (!LOGO.matcher(dataUri).matches()) {
      throw new IllegalArgumentException("A logo is given as the data of a picture");
    }
    return "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"xMinYMax\" href=\"%s\"/>"
        .formatted(
            number(MARGIN),
            number(LOGO_BOTTOM - LOGO_HEIGHT),
            number(LOGO_WIDTH),
            number(LOGO_HEIGHT),
            dataUri);
  }

  private static String prefixed(String svg, String prefix) {
    return ID.matcher(svg).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + prefix));
  }

  /** A number of the drawing with at most two decimals. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    text = text.replaceFirst("^(-?)0\\.", "$1.");
    return text.isEmpty() || text.equals("-") || text.equals("-0") ? "0" : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
