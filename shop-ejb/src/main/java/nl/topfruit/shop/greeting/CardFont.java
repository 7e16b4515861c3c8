package nl.topfruit.shop.greeting;

/**
 * In which hand the text of a card is written. Sizes are in quarters of a millimetre, the units in
 * which a card is drawn.
 */
public enum CardFont {
  /** As written by hand. */
  HAND("Caveat", "Caveat-Regular.ttf", 23.5, 33),
  /** As printed. */
  PRINT("Source Sans 3", "SourceSans3-Regular.ttf", 17, 27);

  private final String family;
  private final String file;
  private final double size;
  private final double lineHeight;

  CardFont(String family, String file, double size, double lineHeight) {
    this.family = family;
    this.file = file;
    this.size = size;
    this.lineHeight = lineHeight;
  }

  /** The font that is meant by a code; {@link #HAND} when none is said. */
  public static CardFont of(String code) {
    return code == null || code.isBlank() ? HAND : valueOf(code);
  }

  /** Family name, as the pages know it. */
  public String family() {
    return family;
  }

  double size() {
    return size;
  }

  double lineHeight() {
    return lineHeight;
  }

  CardTypeface typeface() {
    return CardTypeface.of(file);
  }
}
