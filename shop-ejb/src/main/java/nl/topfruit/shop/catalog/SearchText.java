package nl.topfruit.shop.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What somebody typed into the search box, as the database wants it. Whatever is typed, nothing in
 * it has a meaning for the database but its letters and digits.
 *
 * @param words lower case, letters and digits; none when nothing was typed
 */
record SearchText(List<String> words) {
  private static final int MOST_WORDS = 8;
  private static final int LONGEST_WORD = 40;

  static SearchText of(String typed) {
    String plain = typed == null ? "" : typed.toLowerCase(Locale.ROOT);
    return new SearchText(
        Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word)
            .limit(MOST_WORDS)
            .toList());
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** A tsquery that wants every word, each as the beginning of one: "rod:* & wij:*". */
  String query() {
    return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
  }

  /** The words with blanks between them, for similarity. */
  String phrase() {
    return String.join(" ", words);
  }

  /** A pattern for article numbers without their signs, which people leave out: "fm1004%". */
  String pattern() {
    return String.join("", words) + "%";
  }
}
