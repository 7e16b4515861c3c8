package nl.topfruit.shop.protocol.oci.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.topfruit.shop.protocol.ProtocolTexts;

/** A text that is no {@link Expression}: where, why, and what to do about it. */
public final class UnreadableExpression extends RuntimeException {
  private final int position;
  private final String key;
  private final List<String> arguments;

  UnreadableExpression(int position, String key, String... arguments) {
    super(key + " at " + position + " " + Arrays.toString(arguments));
    this.position = position;
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** The character where it goes wrong, counted from 1. */
  public int position() {
    return position;
  }

  /** Key of the sentence, see {@link ProtocolTexts}; its first argument is the position. */
  public String key() {
    return key;
  }

  public List<String> arguments() {
    return arguments;
  }

  public String sentence(Locale reader) {
    return ProtocolTexts.sentence(
        reader,
        key,
        Stream.concat(Stream.of(Integer.toString(position)), arguments.stream()).toArray());
  }
}
