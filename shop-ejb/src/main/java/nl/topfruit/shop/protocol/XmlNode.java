package nl.topfruit.shop.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of somebody else's document, read by local names and without surprise: what is not
 * there is null or an empty list, and every place has its XPath for the answer.
 */
public final class XmlNode {

  private static final String CBC =
      "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
  private static final String CAC =
      "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

  private final Element element;

  public XmlNode(Element element) {
    this.element = element;
  }

  /** Local name. */
  public String name() {
    return nameOf(element);
  }

  public String namespace() {
    return element.getNamespaceURI();
  }

  /** Child elements in order. */
  public List<XmlNode> children() {
    List<XmlNode> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(new XmlNode(child));
      }
    }
    return children;
  }

  /** Child elements of this name in order. */
  public List<XmlNode> children(String name) {
    return children().stream().filter(child -> child.name().equals(name)).toList();
  }

  /** The first element down this path of names. */
  public Optional<XmlNode> child(String... names) {
    XmlNode at = this;
    for (String name : names) {
      List<XmlNode> children = at.children(name);
      if (children.isEmpty()) {
        return Optional.empty();
      }
      at = children.get(0);
    }
    return Optional.of(at);
  }

  /** Text at this path, ends trimmed; null when there is none. */
  public String text(String... names) {
    return child(names).map(XmlNode::ownText).orElse(null);
  }

  /** Text directly in this element, ends trimmed; null when there is none. */
  public String ownText() {
    String text = rawText().strip();
    return text.isEmpty() ? null : text;
  }

  /** Text directly in this element to the letter. */
  public String rawText() {
    StringBuilder text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(node.getNodeValue());
      }
    }
    return text.toString();
  }

  /** An attribute, ends trimmed; null when it is missing or empty. */
  public String attribute(String name) {
    String value = element.getAttribute(name).strip();
    return value.isEmpty() ? null : value;
  }

  /** An attribute to the letter; empty when it is missing. */
  public String rawAttribute(String name) {
    return element.getAttribute(name);
  }

  /** {@code /Order/cac:OrderLine[2]/cac:LineItem}: numbered where there are several of a name. */
  public String path() {
    StringBuilder path = new StringBuilder();
    Node node = element;
    while (node instanceof Element step) {
      path.insert(0, "/" + prefix(step) + nameOf(step) + position(step));
      node = step.getParentNode();
    }
    return path.toString();
  }

  /** The path of a child that is there or should be. */
  public String path(String... names) {
    Optional<XmlNode> child = child(names);
    if (child.isPresent()) {
      return child.get().path();
    }
    StringBuilder path = new StringBuilder(path());
    boolean isUbl = element.getNamespaceURI() != null;
    for (int i = 0; i < names.length; i++) {
      String prefix =
          !isUbl || names[i].startsWith("@") ? "" : i < names.length - 1 ? "cac:" : "cbc:";
      path.append('/').append(prefix).append(names[i]);
    }
    return path.toString();
  }

  private static String nameOf(Element element) {
    return element.getLocalName() == null ? element.getNodeName() : element.getLocalName();
  }

  private static String prefix(Element element) {
    String namespace = element.getNamespaceURI();
    return CBC.equals(namespace) ? "cbc:" : CAC.equals(namespace) ? "cac:" : "";
  }

  private static String position(Element element) {
    int before = count(element, true);
    return before == 0 && count(element, false) == 0 ? "" : "[" + (before + 1) + "]";
  }

  private static int count(Element element, boolean before) {
    int count = 0;
    Node node = before ? element.getPreviousSibling() : element.getNextSibling();
    while (node != null) {
      if (node instanceof Element sibling && nameOf(sibling).equals(nameOf(element))) {
        count++;
      }
      node = before ? node.getPreviousSibling() : node.getNextSibling();
    }
    return count;
  }
}
