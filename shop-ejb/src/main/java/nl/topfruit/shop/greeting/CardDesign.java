package nl.topfruit.shop.greeting;

/**
 * A design that a card can have: an A6 front of our own drawing with a title, and an inside for the
 * text.
 *
 * @param code as it is kept with a card, e.g. {@code beterschap}
 * @param ground colour of the front, {@code #rrggbb}
 * @param ink colour of the title
 * @param textInk colour of the text inside, on white paper
 * @param allowsLogo whether the account's logo may stand inside
 * @param ribbon whether a product with this card keeps its ribbon
 */
public record CardDesign(
    String code,
    String nameNl,
    String nameEn,
    String titleNl,
    String titleEn,
    String ground,
    String ink,
    String textInk,
    boolean allowsLogo,
    boolean ribbon) {

  /** The name in Dutch, or in English for {@code en}. */
  public String name(String language) {
    return "en".equals(language) ? nameEn : nameNl;
  }

  /** What is printed on the front, in Dutch, or in English for {@code en}. */
  public String title(String language) {
    return "en".equals(language) ? titleEn : titleNl;
  }
}
