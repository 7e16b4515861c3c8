package nl.topfruit.shop.protocol.ubl;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.Answer.LineAnswer;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.SafeXml;
import nl.topfruit.shop.protocol.Units;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import nl.topfruit.shop.protocol.WireTime;
import nl.topfruit.shop.protocol.XmlNode;
import nl.topfruit.shop.protocol.XmlOut;

/**
 * Our answer to a UBL order, an OrderResponse by Peppol BIS Ordering 3 (T76). Only CA has lines:
 * the rules forbid them with AP, AB and RE, so that a changed day stands in the delivery period and
 * the note of an accepted order.
 */
public final class UblOrderResponse {

  public static final String MEDIA_TYPE = "application/xml; charset=UTF-8";

  private static final String NAMESPACE =
      "urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2";
  private static final String COMMON = "urn:oasis:names:specification:ubl:schema:xsd:Common";

  private UblOrderResponse() {}

  /**
   * What stands beside the verdict.
   *
   * @param id of the response itself
   * @param at when it is given
   * @param currency of the order; EUR when it named none
   * @param customerReference theirs, or null
   * @param seller we
   * @param buyer the customer; the endpoint that the order named wins over that of the account
   * @param language of the sentences
   */
  public record Header(
      String id,
      OffsetDateTime at,
      String currency,
      String customerReference,
      UblParty seller,
      UblParty buyer,
      Locale language) {}

  /**
   * @throws IllegalArgumentException for a conflict, which is answered with 409 and no
   *     OrderResponse
   */
  public static byte[] write(Answer answer, Header header) {
    String code = code(answer.outcome());
    XmlOut xml = new XmlOut();
    xml.start(
        "OrderResponse",
        "xmlns",
        NAMESPACE,
        "xmlns:cac",
        COMMON + "AggregateComponents-2",
        "xmlns:cbc",
        COMMON + "BasicComponents-2");
    OffsetDateTime at = header.at().atZoneSameInstant(WireTime.ZONE).toOffsetDateTime();
    xml.leaf("cbc:CustomizationID", "urn:fdc:peppol.eu:poacc:trns:order_response:3")
        .leaf("cbc:ProfileID", "urn:fdc:peppol.eu:poacc:bis:ordering:3")
        .leaf("cbc:ID", header.id())
        .leaf("cbc:SalesOrderID", answer.number())
        .leaf("cbc:IssueDate", at.toLocalDate())
        .leaf("cbc:IssueTime", DateTimeFormatter.ofPattern("HH:mm:ss").format(at))
        .leaf("cbc:OrderResponseCode", code)
        .leaf("cbc:Note", note(answer, code, header.language()))
        .leaf(
            "cbc:DocumentCurrencyCode",
            header.currency() == null ? "EUR" : header.currency(),
            "listID",
            "ISO4217")
        .leaf("cbc:CustomerReference", header.customerReference());
    xml.start("cac:OrderReference").leaf("cbc:ID", answer.orderNumber().raw()).end();
    party(xml, "cac:SellerSupplierParty", header.seller());
    party(xml, "cac:BuyerCustomerParty", header.buyer());
    if (code.equals("AP")) {
      promised(xml, days(answer));
    }
    if (code.equals("CA")) {
      int number = 1;
      for (LineAnswer line : answer.lines()) {
        line(xml, number++, line);
      }
    }
    return xml.end().bytes();
  }

  /** CONTRACT: AP placed, AB held, CA placed in part, RE refused. */
  private static String code(Outcome outcome) {
    return switch (outcome) {
      case PLACED -> "AP";
      case HELD -> "AB";
      case PARTLY_PLACED -> "CA";
      case REFUSED -> "RE";
      case CONFLICT -> throw new IllegalArgumentException("A conflict has no order response");
    };
  }

  /** One note at most; lines that cannot be listed speak here. */
  private static String note(Answer answer, String code, Locale language) {
    List<String> sentences = new ArrayList<>(List.of(answer.sentence()));
    if (!code.equals("CA")) {
      for (LineAnswer line : answer.lines()) {
        if (line.sentence() != null) {
          sentences.add(
              ProtocolTexts.sentence(language, "line", line.lineNumber(), line.sentence()));
        } else if (line.dayChanged() && line.deliveryDay() != null) {
          sentences.add(
              ProtocolTexts.sentence(
                  language, "lineDay", line.lineNumber(), line.deliveryDay().toString()));
        }
      }
    }
    // a text between two hashes is read as a subject code by some validators
    return String.join(" ", sentences).replace("#", "");
  }

  private static List<LocalDate> days(Answer answer) {
    return answer.lines().stream()
        .map(LineAnswer::deliveryDay)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private static void promised(XmlOut xml, List<LocalDate> days) {
    if (days.isEmpty()) {
      return;
    }
    xml.start("cac:Delivery")
        .start("cac:PromisedDeliveryPeriod")
        .leaf("cbc:StartDate", days.get(0))
        .leaf("cbc:EndDate", days.get(days.size() - 1))
        .end()
        .end();
  }

  private static void party(XmlOut xml, String role, UblParty party) {
    PartyId endpoint = party.endpoint();
    xml.start(role).start("cac:Party");
    xml.leaf("cbc:EndpointID", endpoint.value(), "schemeID", endpoint.scheme());
    xml.start("cac:PartyLegalEntity").leaf("cbc:RegistrationName", party.name()).end();
    xml.end().end();
  }

  private static void line(XmlOut xml, int number, LineAnswer line) {
    xml.start("cac:OrderLine").start("cac:LineItem");
    xml.leaf("cbc:ID", number)
        .leaf("cbc:Note", line.sentence())
        .leaf("cbc:LineStatusCode", lineStatus(line));
    if (line.outcome() == Outcome.PLACED && line.quantity() != null && line.unit() != null) {
      xml.leaf(
          "cbc:Quantity",
          line.quantity().toPlainString(),
          "unitCode",
          Units.normalise(line.unit()),
          "unitCodeListID",
          "UNECERec20");
    }
    promised(xml, line.deliveryDay() == null ? List.of() : List.of(line.deliveryDay()));
    xml.start("cac:Item").leaf("cbc:Name", line.name() == null ? line.sku() : line.name());
    if (line.sku() != null) {
      xml.start("cac:SellersItemIdentification").leaf("cbc:ID", line.sku()).end();
    }
    xml.end().end();
    xml.start("cac:OrderLineReference").leaf("cbc:LineID", line.lineNumber()).end().end();
  }

  /**
   * UNCL1229: 5 accepted, 3 changed, 7 not accepted (a held line is not, until somebody looked).
   */
  private static String lineStatus(LineAnswer line) {
    return line.outcome() != Outcome.PLACED ? "7" : line.dayChanged() ? "3" : "5";
  }

  /**
   * A response as the other side reads it, for the simulator and for tests.
   *
   * @param code AP, AB, CA, RE
   * @param number our order number, or null
   * @param note the sentence, or null
   * @param orderNumber theirs
   */
  public record Read(String code, String number, String note, String orderNumber) {}

  /**
   * @throws UnreadableMessage when it is no OrderResponse
   */
  public static Read read(byte[] response) {
    XmlNode root =
        new XmlNode(SafeXml.parse(response, null, SafeXml.Doctype.REFUSED).getDocumentElement());
    if (!root.name().equals("OrderResponse")) {
      throw new UnreadableMessage(
          Reason.WRONG_DOCUMENT, "/", "wrongRoot", "OrderResponse", root.name());
    }
    return new Read(
        root.text("OrderResponseCode"),
        root.text("SalesOrderID"),
        root.text("Note"),
        root.child("OrderReference", "ID").map(XmlNode::rawText).orElse(null));
  }
}
