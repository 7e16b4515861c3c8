package nl.topfruit.shop.invoicing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a UBL message that was read, and where it stands. Names are local names: the schema
 * check has its eye on the namespaces.
 *
 * @param xpath such as /Invoice/InvoiceLine[2]/Price
 */
record UblNode(Element element, String xpath) {

  static UblNode root(Document document) {
    Element root = document.getDocumentElement();
    return new UblNode(root, "/" + root.getLocalName());
  }

  String name() {
    return element.getLocalName();
  }

  /** The elements under this one by their names in turn: "TaxTotal/TaxSubtotal". */
  List<UblNode> all(String path) {
    Stream<UblNode> found = Stream.of(this);
    for (String step : path.split("/")) {
      found = found.flatMap(node -> node.children().filter(child -> child.name().equals(step)));
    }
    return found.toList();
  }

  Optional<UblNode> first(String path) {
    return all(path).stream().findFirst();
  }

  /** The text of the first such element without blanks around it, empty when there is none. */
  String text(String path) {
    return first(path).map(UblNode::text).orElse("");
  }

  String text() {
    return element.getTextContent().strip();
  }

  String attribute(String name) {
    return element.getAttribute(name);
  }

  /** The number in the first such element; none when it is absent or no number. */
  Optional<BigDecimal> number(String path) {
    try {
      return Optional.of(new BigDecimal(text(path)));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** This element and all beneath it. */
  Stream<UblNode> tree() {
    return Stream.concat(Stream.of(this), children().flatMap(UblNode::tree));
  }

  boolean leaf() {
    return children().findAny().isEmpty();
  }

  private Stream<UblNode> children() {
    var elements = new ArrayList<Element>();
    var total = new HashMap<String, Integer>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element found) {
        elements.add(found);
        total.merge(found.getLocalName(), 1, Integer::sum);
      }
    }
    var seen = new HashMap<String, Integer>();
    var nodes = new ArrayList<UblNode>(elements.size());
    for (Element child : elements) {
      String name = child.getLocalName();
      int position = seen.merge(name, 1, Integer::sum);
      String step = total.get(name) > 1 ? name + "[" + position + "]" : name;
      nodes.add(new UblNode(child, xpath + "/" + step));
    }
    return nodes.stream();
  }
}
