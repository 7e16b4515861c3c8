package nl.topfruit.shop.protocol.cxml;

import nl.topfruit.shop.protocol.SafeXml;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import nl.topfruit.shop.protocol.XmlNode;

/**
 * The status of a cXML Response, as the other side reads it: for the simulator and for tests.
 *
 * @param code Status/@code
 * @param text Status/@text
 * @param detail the explanation, or null
 */
public record CxmlStatus(int code, String text, String detail) {

  /**
   * @throws UnreadableMessage when it is no cXML response
   */
  public static CxmlStatus read(byte[] response) {
    XmlNode root =
        new XmlNode(SafeXml.parse(response, null, SafeXml.Doctype.IGNORED).getDocumentElement());
    return root.child("Response", "Status")
        .filter(status -> String.valueOf(status.attribute("code")).matches("\\d{3}"))
        .map(
            status ->
                new CxmlStatus(
                    Integer.parseInt(status.attribute("code")),
                    status.attribute("text"),
                    status.ownText()))
        .orElseThrow(
            () ->
                new UnreadableMessage(
                    Reason.WRONG_DOCUMENT, "", "wrongRoot", "cXML/Response/Status", root.name()));
  }
}
