package nl.topfruit.shop.support;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fields as a form posts them: in order, doubles kept, names exactly as they are. Immutable.
 *
 * @param fields name and value
 */
public record Form(List<Field> fields) {

  /** One field. */
  public record Field(String name, String value) {}

  public Form {
    fields = List.copyOf(fields);
  }

  /** Name, value, name, value… */
  public static Form of(String... namesAndValues) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Form(fields);
  }

  /** Reads what a browser sent, in the charset of the page that sent it. */
  public static Form read(String body, Charset charset) {
    return new Form(
        Arrays.stream(body.split("&"))
            .filter(part -> !part.isEmpty())
            .map(
                part -> {
                  int equals = part.indexOf('=');
                  String name = equals < 0 ? part : part.substring(0, equals);
                  String value = equals < 0 ? "" : part.substring(equals + 1);
                  return new Field(
                      URLDecoder.decode(name, charset), URLDecoder.decode(value, charset));
                })
            .toList());
  }

  /** The same with one field more. */
  public Form with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Form(more);
  }

  /** The same without the fields of this name. */
  public Form without(String name) {
    return new Form(fields.stream().filter(field -> !field.name().equals(name)).toList());
  }

  /** The same with another value. */
  public Form but(String name, String value) {
    return without(name).with(name, value);
  }

  public Optional<String> value(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).findFirst();
  }

  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  public String encoded(Charset charset) {
    return fields.stream()
        .map(
            field ->
                URLEncoder.encode(field.name(), charset)
                    + "="
                    + URLEncoder.encode(field.value(), charset))
        .collect(Collectors.joining("&"));
  }
}
