package nl.topfruit.shop.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short key of a requisition line ("K7Q-2": requisition K7Q, line 2). It stands at the end of
 * DESCRIPTION after a '#', because some purchasing systems give nothing back but the description.
 */
public final class LineKey {

  private static final Pattern KEY =
      Pattern.compile("#([0-9A-Za-z]{2,12}-[0-9A-Za-z]{1,6})(?![0-9A-Za-z-])");

  private LineKey() {}

  /** The last key in the text, in capitals: some systems append words or change case. */
  public static Optional<String> in(String description) {
    if (description == null) {
      return Optional.empty();
    }
    Matcher matcher = KEY.matcher(description);
    String found = null;
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return Optional.ofNullable(found).map(key -> key.toUpperCase(Locale.ROOT));
  }

  /** How the key is written at the end of a description. */
  public static String mark(String key) {
    return "#" + key;
  }
}
