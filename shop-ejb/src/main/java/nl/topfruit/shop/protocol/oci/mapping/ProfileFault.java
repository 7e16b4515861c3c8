package nl.topfruit.shop.protocol.oci.mapping;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.topfruit.shop.protocol.ProtocolTexts;

/**
 * Something about a profile that would let their system drop or misread lines.
 *
 * @param field of the return ({@code CUST_FIELD1}), or the part of the profile that it is about
 *     ({@code charset}, {@code names}, {@code units.C62})
 * @param key of the sentence
 * @param arguments of the sentence, after the field
 * @param blocking it may not be used like this; otherwise a warning
 */
public record ProfileFault(String field, String key, List<String> arguments, boolean blocking) {
  public ProfileFault {
    arguments = List.copyOf(arguments);
  }

  /** What is wrong and what to do. */
  public String sentence(Locale reader) {
    return ProtocolTexts.sentence(
        reader, key, Stream.concat(Stream.of(field), arguments.stream()).toArray());
  }
}
