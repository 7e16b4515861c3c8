package nl.topfruit.shop.protocol.cxml;

import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.SafeXml;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import nl.topfruit.shop.protocol.WireTime;
import nl.topfruit.shop.protocol.XmlNode;

/**
 * A cXML request. Its envelope is read first and by itself, so that the sender can be believed or
 * not before anything of the content is judged; the content is read on demand.
 */
public final class CxmlMessage {

  /** What the sender asks for. */
  public enum Request {
    PROFILE("ProfileRequest"),
    ORDER("OrderRequest"),
    STATUS_UPDATE("StatusUpdateRequest"),
    /** Everything else, PunchOutSetupRequest among them. */
    UNSUPPORTED("");

    private final String element;

    Request(String element) {
      this.element = element;
    }

    private static Request of(String element) {
      for (Request request : values()) {
        if (request.element.equals(element)) {
          return request;
        }
      }
      return UNSUPPORTED;
    }
  }

  /**
   * Who sends to whom. Lists are empty and values null where the message says nothing; a missing
   * UserAgent is no reason to refuse (common in the field).
   *
   * @param payloadId identifies this message
   * @param timestamp as {@link WireTime} reads it; null when it is missing or in no known form
   * @param from the buying organisation, every credential it names
   * @param to us
   * @param sender who opened the connection, a network perhaps
   * @param sharedSecret of the Sender; never printed
   * @param test deploymentMode "test"
   * @param language xml:lang
   */
  public record Envelope(
      String payloadId,
      OffsetDateTime timestamp,
      List<PartyId> from,
      List<PartyId> to,
      List<PartyId> sender,
      String sharedSecret,
      String userAgent,
      boolean test,
      String language) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Envelope[" + payloadId + ", from " + from + ", sender " + sender + "]";
    }
  }

  /**
   * What became of an earlier message of ours.
   *
   * @param payloadId the message it is about; null when it names none
   * @param code cXML status code
   * @param text its name and explanation
   */
  public record StatusUpdate(String payloadId, int code, String text) {}

  private final Envelope envelope;
  private final XmlNode content;

  private CxmlMessage(Envelope envelope, XmlNode content) {
    this.envelope = envelope;
    this.content = content;
  }

  /**
   * @param body the document, already unpacked from multipart ({@link CxmlMultipart})
   * @param charset of the Content-Type, or null
   * @throws UnreadableMessage BROKEN, ENTITIES or WRONG_DOCUMENT; all of them status 406
   */
  public static CxmlMessage read(byte[] body, Charset charset) {
    XmlNode root =
        new XmlNode(SafeXml.parse(body, charset, SafeXml.Doctype.IGNORED).getDocumentElement());
    if (!root.name().equals("cXML")) {
      throw wrongDocument(root.name());
    }
    XmlNode request =
        root.child("Request")
            .or(() -> root.child("Message"))
            .orElseThrow(
                () -> wrongDocument(root.children().isEmpty() ? "-" : childName(root.children())));
    List<XmlNode> content = request.children();
    // the documents of a request stand alone but for the Status of a Message
    XmlNode last = content.isEmpty() ? request : content.get(content.size() - 1);
    return new CxmlMessage(envelope(root, request), last);
  }

  private static String childName(List<XmlNode> children) {
    return children.get(children.size() - 1).name();
  }

  private static UnreadableMessage wrongDocument(String found) {
    return new UnreadableMessage(Reason.WRONG_DOCUMENT, "", "wrongRoot", "cXML/Request", found);
  }

  private static Envelope envelope(XmlNode root, XmlNode request) {
    Optional<XmlNode> header = root.child("Header");
    return new Envelope(
        root.attribute("payloadID"),
        WireTime.moment(root.attribute("timestamp")).orElse(null),
        parties(header, "From"),
        parties(header, "To"),
        parties(header, "Sender"),
        secret(header),
        header.map(h -> h.text("Sender", "UserAgent")).orElse(null),
        "test".equals(request.attribute("deploymentMode")),
        root.attribute("xml:lang"));
  }

  private static List<PartyId> parties(Optional<XmlNode> header, String role) {
    return header.stream()
        .flatMap(h -> h.children(role).stream())
        .flatMap(party -> party.children("Credential").stream())
        .filter(credential -> credential.text("Identity") != null)
        .map(credential -> new PartyId(credential.attribute("domain"), credential.text("Identity")))
        .toList();
  }

  private static String secret(Optional<XmlNode> header) {
    return header.stream()
        .flatMap(h -> h.children("Sender").stream())
        .flatMap(sender -> sender.children("Credential").stream())
        .map(credential -> credential.text("SharedSecret"))
        .filter(secret -> secret != null)
        .findFirst()
        .orElse(null);
  }

  public Envelope envelope() {
    return envelope;
  }

  public Request request() {
    return Request.of(content.name());
  }

  /** Name of the request element, for the log. */
  public String requestName() {
    return content.name();
  }

  /** The refusal of a request that is not done here: status 450. */
  public UnreadableMessage unsupported() {
    return new UnreadableMessage(
        Reason.UNSUPPORTED,
        content.path(),
        "unsupportedRequest",
        content.name(),
        "ProfileRequest, OrderRequest, StatusUpdateRequest");
  }

  /**
   * The order in an OrderRequest.
   *
   * @throws UnreadableMessage status 400, naming everything that cannot be used
   */
  public PurchaseOrderMessage order(CxmlAccounting accounting) {
    if (request() != Request.ORDER) {
      throw unsupported();
    }
    return new CxmlOrderReader(envelope, content, accounting).read();
  }

  /**
   * The content of a StatusUpdateRequest.
   *
   * @throws UnreadableMessage status 400 when it has no status
   */
  public StatusUpdate statusUpdate() {
    XmlNode status =
        content
            .child("Status")
            .orElseThrow(
                () ->
                    new UnreadableMessage(
                        Reason.MISSING, content.path() + "/Status", "missing", "Status"));
    String code = status.attribute("code");
    if (code == null || !code.matches("\\d{1,4}")) {
      throw new UnreadableMessage(
          Reason.WRONG_VALUE,
          status.path() + "/@code",
          "notANumber",
          "@code",
          String.valueOf(code));
    }
    String reference =
        content.child("DocumentReference").map(r -> r.attribute("payloadID")).orElse(null);
    String text = status.attribute("text");
    String explanation = status.ownText();
    return new StatusUpdate(
        reference,
        Integer.parseInt(code),
        explanation == null ? text : text == null ? explanation : text + ": " + explanation);
  }
}
