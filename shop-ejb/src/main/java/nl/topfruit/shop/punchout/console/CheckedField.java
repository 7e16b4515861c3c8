package nl.topfruit.shop.punchout.console;

/**
 * A field of a return, held against the standard and the rules of its connection.
 *
 * @param sentence what is wrong with it, in the reader's language; empty when nothing is
 */
public record CheckedField(String name, String value, String sentence) {
  /** A strict system takes it as it is. */
  public boolean good() {
    return sentence.isEmpty();
  }
}
