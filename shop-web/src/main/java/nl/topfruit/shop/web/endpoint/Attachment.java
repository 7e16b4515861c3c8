package nl.topfruit.shop.web.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.topfruit.shop.invoicing.issuing.Invoices;

/** A document of an invoice as the answer of a servlet. */
final class Attachment {
  private Attachment() {}

  /** Writes it under the name it is kept under; our numbers need no escaping in a header. */
  static void write(HttpServletResponse response, Invoices.Document document) throws IOException {
    byte[] content = document.content();
    response.setContentType(document.mimeType());
    response.setContentLength(content.length);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + document.filename() + "\"");
    response.getOutputStream().write(content);
  }
}
