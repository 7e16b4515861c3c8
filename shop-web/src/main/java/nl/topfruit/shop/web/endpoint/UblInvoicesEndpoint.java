package nl.topfruit.shop.web.endpoint;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.connection.ConnectionAuthentication.Outcome;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.invoicing.InvoiceDocument;
import nl.topfruit.shop.invoicing.issuing.Invoices;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.web.faces.Texts;

/**
 * {@code GET /ubl/invoices?order=…&since=…} and {@code GET /ubl/invoices/⟨number⟩.xml} or {@code
 * .pdf}: the invoices of the connection's account (CONTRACT "Addresses"). An order that is unknown
 * or somebody else's has none.
 */
@WebServlet({"/ubl/invoices", "/ubl/invoices/*"})
public class UblInvoicesEndpoint extends HttpServlet {
  private static final Pattern DOCUMENT =
      Pattern.compile("/(?<number>[A-Za-z0-9.-]{1,40})\\.(?<form>xml|pdf)");

  @Inject private transient ConnectionAuthentication authentication;
  @Inject private transient Invoices invoices;
  @Inject private transient MessageLog log;
  @Inject private transient Texts texts;

  /** One call: what came, where it stands in the log, and what it asks for. */
  private record Call(
      HttpServletRequest request,
      HttpServletResponse response,
      MessageLog.Entry entry,
      String subject) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<BasicCredentials> credentials = BasicCredentials.of(request);
    Call call =
        new Call(request, response, received(request, credentials), request.getParameter("order"));
    if (credentials.isEmpty()) {
      refuse(call, null, new Problem(401, "unauthorised"));
      return;
    }
    ConnectionAuthentication.Result caller =
        authentication.authenticate(
            ConnectionCredential.Kind.BASIC,
            "",
            credentials.get().key(),
            credentials.get().secret(),
            RemoteAddress.of(request));
    if (caller.outcome() == Outcome.KNOWN) {
      answer(call, caller.connection());
    } else {
      boolean wait = caller.outcome() == Outcome.TOO_MANY;
      refuse(call, null, wait ? new Problem(429, "tooMany") : new Problem(401, "unauthorised"));
    }
  }

  private void answer(Call call, Connection connection) throws IOException {
    String path = call.request().getPathInfo();
    if (path == null || "/".equals(path)) {
      list(call, connection);
      return;
    }
    Matcher wanted = DOCUMENT.matcher(path);
    if (wanted.matches()) {
      document(call, connection, wanted.group("number"), wanted.group("form"));
    } else {
      refuse(call, connection, new Problem(404, "noSuchInvoice"));
    }
  }

  private void list(Call call, Connection connection) throws IOException {
    LocalDate since;
    try {
      String asked = call.request().getParameter("since");
      since = asked == null ? null : LocalDate.parse(asked.strip());
    } catch (DateTimeParseException e) {
      refuse(call, connection, new Problem(400, "sinceUnreadable"));
      return;
    }
    List<Invoices.Listed> found =
        isText(call.subject()) ? invoices.of(connection, call.subject(), since) : List.of();
    JsonArrayBuilder json = Json.createArrayBuilder();
    for (Invoices.Listed invoice : found) {
      JsonArrayBuilder orders = Json.createArrayBuilder();
      if (invoice.purchaseOrderNumber() != null) {
        orders.add(invoice.purchaseOrderNumber());
      }
      String number = URLEncoder.encode(invoice.number(), StandardCharsets.UTF_8);
      String address = PublicAddress.of(call.request(), "/ubl/invoices/" + number);
      json.add(
          Json.createObjectBuilder()
              .add("number", invoice.number())
              .add("issued", invoice.issued().toString())
              .add("orders", orders)
              .add(
                  "kind",
                  invoice.kind() == InvoiceDocument.Kind.CREDIT_NOTE ? "creditnote" : "invoice")
              .add("ubl", address + ".xml")
              .add("pdf", address + ".pdf"));
    }
    byte[] body = json.build().toString().getBytes(StandardCharsets.UTF_8);
    call.response().setContentType("application/json");
    call.response().getOutputStream().write(body);
    var listed =
        new MessageLog.Ending(
            connection.id(),
            connection.accountId(),
            isText(call.subject()) ? call.subject() : null,
            "LISTED",
            HttpServletResponse.SC_OK,
            null,
            "application/json",
            body);
    log.endedWithoutEffect(call.entry(), listed.about(links(found)));
  }

  private void document(Call call, Connection connection, String number, String form)
      throws IOException {
    var asked = new Call(call.request(), call.response(), call.entry(), number);
    Invoices.Document document;
    try {
      boolean ubl = "xml".equals(form);
      document = invoices.document(connection, number, ubl ? Invoices.Form.UBL : Invoices.Form.PDF);
    } catch (NotFound e) {
      refuse(asked, connection, new Problem(404, "noSuchInvoice"));
      return;
    }
    Attachment.write(call.response(), document);
    // the file itself is kept with the invoice, once is enough
    var sent =
        new MessageLog.Ending(
            connection.id(),
            connection.accountId(),
            number,
            "SENT",
            HttpServletResponse.SC_OK,
            document.filename(),
            null,
            null);
    log.endedWithoutEffect(call.entry(), sent.about(document.links()));
  }

  /** The one order and the one invoice that were asked for; null where there are several. */
  private static Links links(List<Invoices.Listed> found) {
    Set<UUID> orders = found.stream().map(Invoices.Listed::orderId).collect(Collectors.toSet());
    return Links.invoice(
        orders.size() == 1 ? orders.iterator().next() : null,
        found.size() == 1 ? found.get(0).id() : null);
  }

  private MessageLog.Entry received(
      HttpServletRequest request, Optional<BasicCredentials> credentials) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String text =
        request.getMethod()
            + " "
            + request.getRequestURI()
            + query
            + credentials.map(c -> "\nAuthorization: Basic " + c).orElse("");
    return log.received(
        Message.Channel.UBL_INVOICES,
        RemoteAddress.of(request),
        null,
        text.getBytes(StandardCharsets.UTF_8));
  }

  private void refuse(Call call, Connection connection, Problem problem) throws IOException {
    byte[] body =
        problem.write(call.request(), call.response(), texts, call.entry().reference(), List.of());
    String outcome = problem.code().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    log.endedWithoutEffect(
        call.entry(),
        new MessageLog.Ending(
            connection == null ? null : connection.id(),
            connection == null ? null : connection.accountId(),
            isText(call.subject()) ? call.subject() : null,
            outcome,
            problem.status(),
            problem.inDutch(texts),
            Problem.TYPE,
            body));
  }

  /** Absent, or something that can stand in a database. */
  private static boolean isText(String parameter) {
    return parameter == null || parameter.chars().noneMatch(Character::isISOControl);
  }
}
