package nl.topfruit.shop.web.endpoint;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.invoicing.issuing.Invoices;

/**
 * Documents of an invoice for people: {@code /portal/invoice-file?number=…&form=pdf} those of their
 * own account, {@code /office/invoice-file} any. What one may not see is not there.
 */
@WebServlet({"/portal/invoice-file", "/office/invoice-file"})
public class InvoiceFileServlet extends HttpServlet {
  @Inject private transient Invoices invoices;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String number = request.getParameter("number");
    Optional<Invoices.Form> form = form(request.getParameter("form"));
    if (form.isEmpty() || number == null || !number.matches("[A-Za-z0-9.-]{1,40}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Invoices.Document document;
    try {
      document =
          request.getServletPath().startsWith("/portal/")
              ? invoices.own(number, form.get())
              : invoices.any(number, form.get());
    } catch (NotFound | EJBAccessException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Attachment.write(response, document);
  }

  private static Optional<Invoices.Form> form(String name) {
    return Arrays.stream(Invoices.Form.values())
        .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
