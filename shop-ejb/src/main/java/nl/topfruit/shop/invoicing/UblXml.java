package nl.topfruit.shop.invoicing;

import static javax.xml.XMLConstants.XMLNS_ATTRIBUTE_NS_URI;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import nl.topfruit.shop.common.Money;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One element of a UBL document under construction. What has nothing to say is not written: a leaf
 * without text and a group without children leave no trace (Peppol R008).
 */
final class UblXml {
  private static final String COMMON = "urn:oasis:names:specification:ubl:schema:xsd:Common";
  private static final String CBC = COMMON + "BasicComponents-2";
  private static final String CAC = COMMON + "AggregateComponents-2";
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final Element element;

  private UblXml(Element element) {
    this.element = element;
  }

  /** What a group holds. */
  @FunctionalInterface
  interface Content {
    void into(UblXml group);
  }

  /** The document with this root, in UTF-8. */
  static byte[] document(String root, Content content) {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
      Element element =
          document.createElementNS(
              "urn:oasis:names:specification:ubl:schema:xsd:" + root + "-2", root);
      element.setAttributeNS(XMLNS_ATTRIBUTE_NS_URI, "xmlns:cac", CAC);
      element.setAttributeNS(XMLNS_ATTRIBUTE_NS_URI, "xmlns:cbc", CBC);
      document.appendChild(element);
      content.into(new UblXml(element));
      return serialised(document);
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException("The XML library of Java does not work", e);
    }
  }

  private static byte[] serialised(Document document) throws TransformerException {
    var transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.INDENT, "yes");
    transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
    document.setXmlStandalone(true);
    var bytes = new ByteArrayOutputStream();
    transformer.transform(new DOMSource(document), new StreamResult(bytes));
    return bytes.toByteArray();
  }

  UblXml group(String name, Content content) {
    Element child = element.getOwnerDocument().createElementNS(CAC, "cac:" + name);
    content.into(new UblXml(child));
    if (child.hasChildNodes()) {
      element.appendChild(child);
    }
    return this;
  }

  /**
   * @param attributes names and values in turn
   */
  UblXml leaf(String name, String text, String... attributes) {
    String legal = legal(text);
    if (!legal.isEmpty()) {
      Element child = element.getOwnerDocument().createElementNS(CBC, "cbc:" + name);
      for (int i = 0; i < attributes.length; i += 2) {
        child.setAttribute(attributes[i], legal(attributes[i + 1]));
      }
      child.setTextContent(legal);
      element.appendChild(child);
    }
    return this;
  }

  UblXml leaf(String name, LocalDate day) {
    return leaf(name, day == null ? null : day.toString());
  }

  /** An amount of the document, in cents (BR-DEC-23: two decimals at most). */
  UblXml amount(String name, Money amount) {
    return leaf(name, amount.rounded().plain(), "currencyID", amount.currency());
  }

  /** A price, with every decimal it has. */
  UblXml price(String name, Money price) {
    return leaf(name, plain(price.amount(), 2), "currencyID", price.currency());
  }

  UblXml quantity(String name, BigDecimal quantity, String unit) {
    return leaf(name, plain(quantity, 0), "unitCode", UnitCode.of(unit));
  }

  private static String plain(BigDecimal number, int decimals) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.setScale(Math.max(decimals, shortest.scale())).toPlainString();
  }

  /** The text without what XML cannot carry and without blanks around it. */
  static String legal(String text) {
    return withoutIllegal(text).strip();
  }

  /** The text without what XML cannot carry. */
  static String withoutIllegal(String text) {
    return text == null ? "" : ILLEGAL.matcher(text).replaceAll("");
  }
}
