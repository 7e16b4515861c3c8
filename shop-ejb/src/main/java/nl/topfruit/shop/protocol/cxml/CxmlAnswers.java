package nl.topfruit.shop.protocol.cxml;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.WireTime;
import nl.topfruit.shop.protocol.XmlOut;

/**
 * Our answers in cXML. All of them travel with HTTP status 200; the verdict is Status/@code. Valid
 * against cXML.dtd.
 */
public final class CxmlAnswers {

  public static final String MEDIA_TYPE = "text/xml; charset=UTF-8";

  static final String DTD = "http://xml.cxml.org/schemas/cXML/1.2.071/cXML.dtd";

  private static final int OK = 200;
  private static final int ACCEPTED = 201;
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  private CxmlAnswers() {}

  /**
   * What every answer carries.
   *
   * @param payloadId of the answer itself, unique
   * @param at when it is given
   * @param language of the sentences
   */
  public record Stamp(String payloadId, OffsetDateTime at, Locale language) {}

  /** To an order: placed 200, held or placed in part 201, refused 400, conflict 409. */
  public static byte[] order(Answer answer, Stamp stamp) {
    StringBuilder detail = new StringBuilder();
    detail.append(answer.numberOrReference()).append(": ").append(answer.sentence());
    for (Answer.LineAnswer line : answer.lines()) {
      if (line.sentence() != null) {
        detail
            .append(' ')
            .append(
                ProtocolTexts.sentence(
                    stamp.language(), "line", line.lineNumber(), line.sentence()));
      }
    }
    return status(code(answer.outcome()), detail.toString(), stamp);
  }

  /** The status of an outcome. */
  public static int code(Answer.Outcome outcome) {
    return switch (outcome) {
      case PLACED -> OK;
      case PARTLY_PLACED, HELD -> ACCEPTED;
      case REFUSED -> BAD_REQUEST;
      case CONFLICT -> CONFLICT;
    };
  }

  /**
   * To a message that could not be read or believed.
   *
   * @param reference under which it stands in the message log
   */
  public static byte[] refusal(UnreadableMessage message, String reference, Stamp stamp) {
    StringBuilder detail = new StringBuilder(reference).append(':');
    for (UnreadableMessage.Fault fault : message.faults()) {
      detail.append(' ').append(ProtocolTexts.sentence(stamp.language(), fault));
      if (!fault.location().isEmpty()) {
        detail.append(" (").append(fault.location()).append(')');
      }
    }
    return status(message.reason().cxmlStatus(), detail.toString(), stamp);
  }

  /** Any other status, such as 200 to a StatusUpdateRequest or 500 when we are to blame. */
  public static byte[] status(int code, String detail, Stamp stamp) {
    XmlOut xml = open(stamp);
    writeStatus(xml, code, detail, stamp);
    return xml.end().end().bytes();
  }

  /**
   * To a ProfileRequest: what can be asked here and where.
   *
   * @param url the absolute address of our endpoint
   * @param requests names of the requests
   */
  public static byte[] profile(String url, List<String> requests, Stamp stamp) {
    XmlOut xml = open(stamp);
    writeStatus(xml, OK, "", stamp);
    xml.start("ProfileResponse", "effectiveDate", WireTime.written(stamp.at()));
    for (String request : requests) {
      xml.start("Transaction", "requestName", request).leaf("URL", url).end();
    }
    return xml.end().end().end().bytes();
  }

  private static XmlOut open(Stamp stamp) {
    return new XmlOut()
        .doctype("cXML", DTD)
        .start(
            "cXML",
            "payloadID",
            stamp.payloadId(),
            "timestamp",
            WireTime.written(stamp.at()),
            "xml:lang",
            stamp.language().getLanguage())
        .start("Response");
  }

  private static void writeStatus(XmlOut xml, int code, String detail, Stamp stamp) {
    xml.required(
        "Status",
        detail,
        "code",
        Integer.toString(code),
        "text",
        text(code),
        "xml:lang",
        stamp.language().getLanguage());
  }

  /** The names that the cXML user's guide gives to the codes. */
  private static String text(int code) {
    return switch (code) {
      case 200 -> "OK";
      case 201 -> "Accepted";
      case 204 -> "No Content";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 406 -> "Not Acceptable";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 450 -> "Not Implemented";
      case 499 -> "Document Size Error";
      case 550, 551 -> "Unable to reach cXML server";
      case 560 -> "Temporary server error";
      default -> code < 300 ? "OK" : code < 500 ? "Bad Request" : "Internal Server Error";
    };
  }
}
