package nl.topfruit.shop.protocol.oci;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.topfruit.shop.protocol.UnreadableMessage;

/**
 * One parameter of a query string or form body, in the order it was sent and beside its raw form.
 * The container's own decoding is not used: it knows neither the charset of the connection nor the
 * order of the parameters.
 *
 * @param name decoded
 * @param value decoded, empty when there was no '='
 * @param raw name and value exactly as sent
 */
public record RawParameter(String name, String value, String raw) {

  public RawParameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(raw, "raw");
  }

  /**
   * Splits at '&' and decodes once. What cannot be decoded in the given charset is read as
   * windows-1252, and a '%' that begins no escape stays a '%': systems send both.
   *
   * @param query raw query string or form body; bytes above 127 as ISO-8859-1 characters
   * @param charset of the connection
   */
  public static List<RawParameter> parse(String query, Charset charset) {
    List<RawParameter> parameters = new ArrayList<>();
    if (query == null) {
      return parameters;
    }
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.add(new RawParameter(decode(name, charset), decode(value, charset), pair));
      }
    }
    return parameters;
  }

  /**
   * A NUL character stands in no text of ours or of anybody's, and no database keeps it.
   *
   * @throws UnreadableMessage when one is there
   */
  static void refuseNul(List<RawParameter> parameters) {
    for (RawParameter parameter : parameters) {
      if (parameter.name().indexOf(0) >= 0 || parameter.value().indexOf(0) >= 0) {
        String name = parameter.name().replace("\u0000", "");
        throw new UnreadableMessage(
            UnreadableMessage.Reason.WRONG_VALUE, name, "controlCharacter", name);
      }
    }
  }

  private static String decode(String raw, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      int escaped = c == '%' ? hex(raw, i + 1) : -1;
      if (escaped >= 0) {
        bytes.write(escaped);
        i += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else if (c < 256) {
        bytes.write(c);
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(charset));
      }
    }
    return text(bytes.toByteArray(), charset);
  }

  private static int hex(String raw, int at) {
    if (at + 1 >= raw.length()) {
      return -1;
    }
    int high = Character.digit(raw.charAt(at), 16);
    int low = Character.digit(raw.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static String text(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notInThatCharset) {
      return new String(bytes, OciCharset.WINDOWS_1252);
    }
  }

  /** Without values: one of them is a password. */
  @Override
  public String toString() {
    return "RawParameter[" + name + "]";
  }
}
