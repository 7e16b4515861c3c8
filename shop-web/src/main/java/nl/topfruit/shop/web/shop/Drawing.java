package nl.topfruit.shop.web.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A drawing as it is sent: compressed once, under the hash of its content, to be kept for ever.
 * Under another hash (a page from before a change) comes today's drawing, to be asked for again.
 */
record Drawing(String hash, byte[] svg, byte[] compressed) {
  private static final int HASH_BYTES = 6;

  static Drawing of(String svg) {
    byte[] plain = svg.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
      return new Drawing(HexFormat.of().formatHex(digest, 0, HASH_BYTES), plain, gzip(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param asked the hash in the address
   */
  void send(HttpServletRequest request, HttpServletResponse response, String asked)
      throws IOException {
    response.setContentType("image/svg+xml");
    response.setHeader(
        "Cache-Control",
        asked.equals(hash) ? "public, max-age=31536000, immutable" : "public, no-cache");
    response.setHeader("Vary", "Accept-Encoding");
    String encodings = request.getHeader("Accept-Encoding");
    boolean small = encodings != null && encodings.contains("gzip");
    if (small) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] body = small ? compressed : svg;
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The same drawing, known under another hash: the one that stands with the product. */
  Drawing as(String known) {
    return new Drawing(known, svg, compressed);
  }
}
