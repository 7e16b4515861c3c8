package nl.topfruit.shop.punchout.console;

import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.Texts;

/**
 * What stands in the way of a call-up, first of all.
 *
 * @param fault NOTHING when it opens what it asks for
 * @param arguments what the sentence names
 */
public record Diagnosis(Fault fault, List<String> arguments) {
  private static final String TEXTS = "punchout.console.console";

  /**
   * Each has one sentence: what is wrong, and what to do. In the order in which a call-up meets
   * them.
   */
  public enum Fault {
    CONTROL_CHARACTER,
    DOUBLE,
    NO_USER_NAME,
    NO_USER_NAME_AT_ALL,
    NO_PASSWORD,
    USER_BLANK,
    USER_CASE,
    USER_ELSEWHERE,
    USER_UNKNOWN,
    PASSWORD_EXPIRED,
    PASSWORD_WRONG,
    NOT_OPEN_YET,
    CLOSED,
    FUNCTION_UNKNOWN,
    NO_HOOK,
    NO_PRODUCT,
    QUANTITY,
    TARGET_TOO_LONG,
    CHARSET_UNKNOWN,
    HOOK_NO_ADDRESS,
    HOOK_UNREADABLE,
    HOST,
    PLAIN_HTTP,
    HOOK_CUT,
    NO_WEB_SHOP,
    WEB_SHOP_UNKNOWN,
    PRODUCT_UNKNOWN,
    TOO_FEW,
    NO_ORDERER,
    ORDERER_UNKNOWN,
    ORDERER_INACTIVE,
    UNIT_UNKNOWN,
    OTHER,
    NOTHING
  }

  public Diagnosis {
    arguments = List.copyOf(arguments);
  }

  static Diagnosis of(Fault fault, String... arguments) {
    return new Diagnosis(fault, List.of(arguments));
  }

  /** Nothing is wrong. */
  public boolean good() {
    return fault == Fault.NOTHING;
  }

  /** One sentence with what to do, in the reader's language. */
  public String sentence(Locale reader) {
    return Texts.of(TEXTS, reader, "test." + fault, arguments.toArray());
  }
}
