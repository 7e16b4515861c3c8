package nl.topfruit.shop.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import nl.topfruit.shop.protocol.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * What a customer's system compares before it books an invoice by itself.
 *
 * @param orderNumber OrderReference/ID is their order number to the letter (BT-13)
 * @param amount the invoice's net total is that of the order (BT-109)
 * @param ledgerCode every line carries a ledger code of the order (BT-133)
 * @param net the invoice's net total
 */
public record InvoiceMatch(
    boolean orderNumber, boolean amount, boolean ledgerCode, BigDecimal net) {

  /** It books itself. */
  public boolean agrees() {
    return orderNumber && amount && ledgerCode;
  }

  static InvoiceMatch of(SimulatedPurchase purchase, byte[] ubl) {
    Document invoice = SafeXml.parse(ubl, StandardCharsets.UTF_8, SafeXml.Doctype.REFUSED);
    List<String> order = texts(invoice, "/*/*[local-name()='OrderReference']/*[local-name()='ID']");
    List<String> totals =
        texts(
            invoice,
            "/*/*[local-name()='LegalMonetaryTotal']/*[local-name()='TaxExclusiveAmount']");
    List<String> codes =
        texts(invoice, "/*/*[local-name()='InvoiceLine']/*[local-name()='AccountingCost']");
    int lines = texts(invoice, "/*/*[local-name()='InvoiceLine']/*[local-name()='ID']").size();
    BigDecimal expected =
        purchase.lines().stream()
            .map(SimulatedPurchase.Line::net)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal net = totals.isEmpty() ? BigDecimal.ZERO : new BigDecimal(totals.get(0));
    var known = new TreeSet<String>();
    purchase.lines().forEach(l -> known.add(l.field("CUST_FIELD2")));
    return new InvoiceMatch(
        order.equals(List.of(purchase.orderNumber())),
        net.compareTo(expected) == 0,
        codes.size() == lines && known.containsAll(codes),
        net);
  }

  private static List<String> texts(Document document, String path) {
    try {
      XPath xpath = XPathFactory.newDefaultInstance().newXPath();
      NodeList nodes = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        texts.add(nodes.item(i).getTextContent());
      }
      return texts;
    } catch (XPathExpressionException e) {
      throw new IllegalStateException(path, e);
    }
  }
}
