package nl.topfruit.shop.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final XmlNode parent;
  private final String position;

  /** The root of a document. */
  public XmlNode(Element root) {
    this(root, null, "");
  }

  /**
   * @param position "[2]" among several of a name, known from the listing that found it: counting
   *     them again for every place would take the square of the lines
   */
  private XmlNode(Element element, XmlNode parent, String position) {
    this.element = element;
    this.parent = parent;
    this.position = position;
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
    List<Element> elements = new ArrayList<>();
    Map<String, Integer> several = new HashMap<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        elements.add(child);
        several.merge(nameOf(child), 1, Integer::sum);
      }
    }
    Map<String, Integer> seen = new HashMap<>();
    List<XmlNode> children = new ArrayList<>(elements.size());
    for (Element child : elements) {
      String name = nameOf(child);
      int number = seen.merge(name, 1, Integer::sum);
      children.add(new XmlNode(child, this, several.get(name) > 1 ? "[" + number + "]" : ""));
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
    String above = parent == null ? "" : parent.path();
    return above + "/" + prefix(element) + nameOf(element) + position;
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
}
