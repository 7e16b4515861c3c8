package nl.topfruit.shop.protocol.cxml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.topfruit.shop.protocol.MediaType;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;

/**
 * A cXML document with attachments, {@code multipart/related} (RFC 2387): the root part is the
 * document, the others are called by {@code cid:} from Comments/Attachment/URL.
 */
public final class CxmlMultipart {

  private static final int MOST_PARTS = 100;

  private CxmlMultipart() {}

  /**
   * @param contentId without angle brackets; empty when the part has none
   * @param type of the part
   * @param name file name as sent, or null; never a path to trust
   */
  public record Part(String contentId, MediaType type, String name, byte[] content) {}

  /** The document and what hangs on it. */
  public record Unpacked(Part root, List<Part> attachments) {}

  /**
   * @param type the Content-Type of the request; a document that is not multipart is its own root
   * @throws UnreadableMessage BROKEN when no root can be found
   */
  public static Unpacked unpack(MediaType type, byte[] body) {
    if (!type.isMultipart()) {
      return new Unpacked(new Part("", type, null, body), List.of());
    }
    String boundary = type.parameters().get("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw noRoot();
    }
    List<Part> parts = new ArrayList<>();
    // bytes as characters: the parts are binary, the boundaries ASCII
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String mark = "--" + boundary;
    int start = text.startsWith(mark) ? 0 : after(text, "\n" + mark, 0);
    while (start >= 0 && parts.size() < MOST_PARTS) {
      int from = start + mark.length();
      if (text.startsWith("--", from)) {
        break;
      }
      int content = text.indexOf('\n', from) + 1;
      int next = after(text, "\n" + mark, from);
      if (content == 0 || next < 0) {
        break;
      }
      int end = next - 1;
      if (end > content && text.charAt(end - 1) == '\r') {
        end--;
      }
      parts.add(part(text.substring(Math.min(content, end), end)));
      start = next;
    }
    Part root = root(parts, type.parameters().get("start"));
    return new Unpacked(root, parts.stream().filter(part -> part != root).toList());
  }

  /** Where the text after a line end stands. */
  private static int after(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? -1 : at + 1;
  }

  private static Part root(List<Part> parts, String start) {
    if (start != null) {
      String id = withoutBrackets(start);
      for (Part part : parts) {
        if (part.contentId().equals(id)) {
          return part;
        }
      }
    }
    return parts.stream()
        .filter(part -> part.type().isXml() || part.type().type().isEmpty())
        .findFirst()
        .orElseThrow(CxmlMultipart::noRoot);
  }

  private static UnreadableMessage noRoot() {
    return new UnreadableMessage(Reason.BROKEN, "", "noMultipartRoot");
  }

  private static Part part(String text) {
    int blank = text.indexOf("\r\n\r\n");
    int gap = 4;
    int bare = text.indexOf("\n\n");
    if (blank < 0 || bare >= 0 && bare < blank) {
      blank = bare;
      gap = 2;
    }
    String head = blank < 0 ? "" : text.substring(0, blank);
    String content = blank < 0 ? text.stripLeading() : text.substring(blank + gap);
    Map<String, String> headers = headers(head);
    MediaType disposition = MediaType.parse(headers.get("content-disposition"));
    MediaType type = MediaType.parse(headers.get("content-type"));
    String name = disposition.parameters().getOrDefault("filename", type.parameters().get("name"));
    return new Part(
        withoutBrackets(headers.getOrDefault("content-id", "")),
        type,
        name,
        decoded(content, headers.getOrDefault("content-transfer-encoding", "")));
  }

  private static Map<String, String> headers(String head) {
    Map<String, String> headers = new HashMap<>();
    for (String line : head.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static byte[] decoded(String content, String encoding) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(bytes);
      case "quoted-printable" -> quotedPrintable(content);
      default -> bytes;
    };
  }

  private static byte[] base64(byte[] bytes) {
    try {
      return Base64.getMimeDecoder().decode(bytes);
    } catch (IllegalArgumentException notBase64) {
      throw new UnreadableMessage(Reason.BROKEN, "", "broken", "base64");
    }
  }

  private static byte[] quotedPrintable(String content) {
    String joined = content.replaceAll("=[ \\t]*\\r?\\n", "");
    StringBuilder plain = new StringBuilder(joined.length());
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      if (c == '='
          && i + 2 < joined.length()
          && joined.substring(i + 1, i + 3).matches("\\p{XDigit}{2}")) {
        plain.append((char) Integer.parseInt(joined.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        plain.append(c);
      }
    }
    return plain.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String withoutBrackets(String id) {
    return id.strip().replaceAll("^<|>$", "");
  }
}
