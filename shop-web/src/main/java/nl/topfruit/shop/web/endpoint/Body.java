package nl.topfruit.shop.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request, byte for byte: no filter and no server decodes it before the message log
 * has it.
 */
final class Body {
  private Body() {}

  /** More than an endpoint reads. */
  static final class TooLarge extends Exception {
    TooLarge(int most) {
      super("more than " + most + " bytes");
    }
  }

  /**
   * @param most bytes that are read
   * @throws TooLarge when there are more
   */
  static byte[] read(HttpServletRequest request, int most) throws IOException, TooLarge {
    if (request.getContentLengthLong() > most) {
      throw new TooLarge(most);
    }
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw new TooLarge(most);
      }
      return body;
    }
  }
}
