package nl.topfruit.shop.protocol.ubl;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.protocol.OrderFields;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.Quantities;
import nl.topfruit.shop.protocol.SafeXml;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import nl.topfruit.shop.protocol.WireTime;
import nl.topfruit.shop.protocol.XmlNode;

/**
 * Reads a UBL 2.1 Order (Peppol BIS Ordering 3, T01, and its SI-UBL predecessors), an OrderChange
 * (T114) and an OrderCancellation (T115). Elements outside the profile are passed over: being
 * strict about them is the task of a validator and no reason to leave an order lying.
 *
 * <p>A change is read as the whole order as it is to be: its totals are those of its lines
 * (PEPPOL-T114-R008). A line with status 2 (UNCL1229, deleted) or quantity 0 is no longer in it; a
 * change that deletes them all withdraws the order.
 */
public final class UblOrderReader {

  /** Item property that carries {@code EXT_QUOTE_ID/EXT_QUOTE_ITEM}. */
  public static final String LINE_PROPERTY = "Aanvraagregel";

  private static final String SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final Map<String, PurchaseOrderMessage.Kind> KINDS =
      Map.of(
          "Order", PurchaseOrderMessage.Kind.NEW,
          "OrderChange", PurchaseOrderMessage.Kind.UPDATE,
          "OrderCancellation", PurchaseOrderMessage.Kind.CANCEL);
  private static final String DELETED = "2";

  private final XmlNode root;
  private final UblAccounting accounting;
  private final OrderFields fields = new OrderFields();

  private UblOrderReader(XmlNode root, UblAccounting accounting) {
    this.root = root;
    this.accounting = accounting;
  }

  /**
   * @param charset of the Content-Type, or null
   * @throws UnreadableMessage BROKEN, ENTITIES, WRONG_DOCUMENT (HTTP 400), or MISSING, WRONG_VALUE
   *     (422) with the XPath of everything that cannot be used
   */
  public static PurchaseOrderMessage read(
      byte[] document, Charset charset, UblAccounting accounting) {
    XmlNode root =
        new XmlNode(SafeXml.parse(document, charset, SafeXml.Doctype.REFUSED).getDocumentElement());
    if (!KINDS.containsKey(root.name())
        || !(SCHEMA + root.name() + "-2").equals(root.namespace())) {
      throw new UnreadableMessage(
          Reason.WRONG_DOCUMENT, "/", "wrongRoot", "UBL Order", root.name());
    }
    return new UblOrderReader(root, accounting).read();
  }

  private PurchaseOrderMessage read() {
    PurchaseOrderMessage.Kind kind = KINDS.get(root.name());
    boolean isNew = kind == PurchaseOrderMessage.Kind.NEW;
    String[] number = isNew ? new String[] {"ID"} : new String[] {"OrderReference", "ID"};
    String rawNumber = root.child(number).map(XmlNode::rawText).orElse(null);
    OrderNumber orderNumber = fields.orderNumber(() -> root.path(number), rawNumber);
    String currency =
        fields.currency(() -> root.path("DocumentCurrencyCode"), root.text("DocumentCurrencyCode"));
    LocalDate issued = day(root, "IssueDate");
    fields.required(() -> root.path("IssueDate"), root.text("IssueDate"));
    XmlNode buyer = root.child("BuyerCustomerParty", "Party").orElse(null);
    if (buyer == null) {
      fields.missing(
          () -> root.path() + "/cac:BuyerCustomerParty/cac:Party",
          "missing",
          "cac:BuyerCustomerParty");
    }
    XmlNode delivery = root.child("Delivery").orElse(null);
    List<PurchaseOrderMessage.Line> lines =
        kind == PurchaseOrderMessage.Kind.CANCEL ? List.of() : lines();
    boolean allDeleted = lines.isEmpty() && !root.children("OrderLine").isEmpty();
    PurchaseOrderMessage order =
        new PurchaseOrderMessage(
            PurchaseOrderMessage.Channel.UBL,
            allDeleted && !isNew ? PurchaseOrderMessage.Kind.CANCEL : kind,
            orderNumber,
            isNew ? null : version(),
            messageId(orderNumber),
            root.text("OrderDocumentReference", "ID"),
            false,
            issued == null ? null : issuedAt(issued),
            delivery == null ? null : requestedDay(delivery),
            currency,
            netTotal(),
            root.text("QuotationDocumentReference", "ID"),
            code(root, OrderFields.LONGEST_CODE, "AccountingCost"),
            null,
            root.text("CustomerReference"),
            parties(buyer),
            parties(root.child("SellerSupplierParty", "Party").orElse(null)),
            delivery == null ? null : shipTo(delivery),
            notes(root),
            lines);
    fields.throwIfAny();
    return order;
  }

  /** Their count of the changes; where they do not count, the document's own number. */
  private String version() {
    String sequence = code(root, OrderFields.LONGEST_VERSION, "SequenceNumberID");
    String id = root.text("ID");
    return sequence != null ? sequence : id == null ? null : "#" + id;
  }

  private String messageId(OrderNumber orderNumber) {
    return Stream.of(orderNumber.key(), root.text("IssueDate"), root.text("IssueTime"))
        .filter(part -> part != null)
        .collect(Collectors.joining("|"));
  }

  private OffsetDateTime issuedAt(LocalDate issued) {
    String time = root.text("IssueTime");
    return Optional.ofNullable(time)
        .flatMap(t -> WireTime.moment(issued + "T" + t))
        .orElseGet(() -> issued.atStartOfDay(WireTime.ZONE).toOffsetDateTime());
  }

  /** Excluding VAT: with charges and allowances where they are given, else the sum of the lines. */
  private BigDecimal netTotal() {
    for (String name : List.of("TaxExclusiveAmount", "LineExtensionAmount")) {
      XmlNode amount = root.child("AnticipatedMonetaryTotal", name).orElse(null);
      if (amount != null) {
        return fields.price(() -> amount.path(), amount.ownText());
      }
    }
    return null;
  }

  private List<PurchaseOrderMessage.Line> lines() {
    List<XmlNode> orderLines = root.children("OrderLine");
    if (orderLines.isEmpty()) {
      fields.missing(() -> root.path() + "/cac:OrderLine", "noLines");
    }
    List<PurchaseOrderMessage.Line> lines = new ArrayList<>();
    for (XmlNode orderLine : orderLines) {
      Optional<XmlNode> item = orderLine.child("LineItem");
      if (item.isPresent() && isDeleted(item.get())) {
        continue;
      }
      if (item.isPresent()) {
        lines.add(line(orderLine, item.get()));
      } else {
        fields.missing(() -> orderLine.path() + "/cac:LineItem", "missing", "cac:LineItem");
      }
    }
    return lines;
  }

  /** Only a change can delete: in an order such a line is a fault. */
  private boolean isDeleted(XmlNode line) {
    String quantity = line.text("Quantity");
    return root.name().equals("OrderChange")
        && (DELETED.equals(line.text("LineStatusCode"))
            || quantity != null && quantity.strip().matches("0+(?:\\.0*)?"));
  }

  private PurchaseOrderMessage.Line line(XmlNode orderLine, XmlNode line) {
    XmlNode quantity = line.child("Quantity").orElse(null);
    XmlNode price = line.child("Price", "PriceAmount").orElse(null);
    XmlNode base = line.child("Price", "BaseQuantity").orElse(null);
    XmlNode delivery = line.child("Delivery").orElse(null);
    String accountingCost = code(line, OrderFields.LONGEST_CODE, "AccountingCost");
    return new PurchaseOrderMessage.Line(
        fields.required(() -> line.path("ID"), code(line, OrderFields.LONGEST_LINE_NUMBER, "ID")),
        code(line, OrderFields.LONGEST_SKU, "Item", "SellersItemIdentification", "ID"),
        fields.code(
            () -> line.path() + "/cac:Item/cac:AdditionalItemProperty",
            property(line),
            OrderFields.LONGEST_CODE),
        code(line, OrderFields.LONGEST_CODE, "Item", "BuyersItemIdentification", "ID"),
        OrderFields.freeText(description(line), OrderFields.LONGEST_DESCRIPTION),
        fields.quantity(() -> line.path("Quantity"), quantity == null ? null : quantity.ownText()),
        quantity == null
            ? null
            : fields.code(
                () -> quantity.path() + "/@unitCode",
                quantity.attribute("unitCode"),
                OrderFields.LONGEST_UNIT),
        price == null ? null : fields.price(() -> price.path(), price.ownText()),
        base == null ? null : fields.quantity(() -> base.path(), base.ownText()),
        price == null
            ? null
            : fields.currency(() -> price.path() + "/@currencyID", price.attribute("currencyID")),
        accounting.costCentre(accountingCost),
        accounting.ledgerCode(accountingCost),
        false,
        delivery == null ? null : requestedDay(delivery),
        delivery == null ? null : shipTo(delivery),
        Stream.of(notes(orderLine), notes(line))
            .filter(note -> note != null)
            .collect(
                Collectors.collectingAndThen(Collectors.joining("\n"), UblOrderReader::orNull)));
  }

  private String code(XmlNode node, int longest, String... path) {
    return fields.code(() -> node.path(path), node.text(path), longest);
  }

  private static String property(XmlNode line) {
    return line.child("Item").stream()
        .flatMap(item -> item.children("AdditionalItemProperty").stream())
        .filter(property -> LINE_PROPERTY.equalsIgnoreCase(property.text("Name")))
        .map(property -> property.text("Value"))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  private static String description(XmlNode line) {
    return Stream.of(line.text("Item", "Description"), line.text("Item", "Name"))
        .filter(text -> text != null)
        .distinct()
        .collect(Collectors.collectingAndThen(Collectors.joining("\n"), UblOrderReader::orNull));
  }

  private LocalDate requestedDay(XmlNode delivery) {
    XmlNode period = delivery.child("RequestedDeliveryPeriod").orElse(null);
    if (period == null) {
      return null;
    }
    LocalDate start = day(period, "StartDate");
    LocalDate end = day(period, "EndDate");
    return start != null ? start : end;
  }

  private LocalDate day(XmlNode node, String name) {
    String text = node.text(name);
    if (text == null) {
      return null;
    }
    LocalDate day = WireTime.day(text).orElse(null);
    if (day == null) {
      fields.wrong(() -> node.path(name), "notADate", "cbc:" + name, Quantities.shortened(text));
    }
    return day;
  }

  /** The endpoint first, then every other number by which the party is named. */
  private static List<PartyId> parties(XmlNode party) {
    if (party == null) {
      return List.of();
    }
    return Stream.of(
            party.child("EndpointID").stream(),
            party.children("PartyIdentification").stream().flatMap(p -> p.child("ID").stream()),
            party.children("PartyLegalEntity").stream().flatMap(p -> p.child("CompanyID").stream()),
            party.children("PartyTaxScheme").stream().flatMap(p -> p.child("CompanyID").stream()))
        .flatMap(ids -> ids)
        .filter(id -> id.ownText() != null)
        .map(id -> new PartyId(id.attribute("schemeID"), id.ownText()))
        .distinct()
        .toList();
  }

  private static ShipTo shipTo(XmlNode delivery) {
    XmlNode location = delivery.child("DeliveryLocation").orElse(null);
    XmlNode address =
        Optional.ofNullable(location)
            .flatMap(l -> l.child("Address"))
            .or(() -> delivery.child("DeliveryAddress"))
            .orElse(null);
    XmlNode id = Optional.ofNullable(location).flatMap(l -> l.child("ID")).orElse(null);
    String name = delivery.text("DeliveryParty", "PartyName", "Name");
    ShipTo shipTo =
        new ShipTo(
            id == null ? null : id.ownText(),
            id == null ? null : id.attribute("schemeID"),
            name == null && location != null ? location.text("Name") : name,
            delivery.text("DeliveryParty", "Contact", "Name"),
            address == null ? null : street(address),
            address == null ? null : address.text("PostalZone"),
            address == null ? null : address.text("CityName"),
            address == null ? null : address.text("Country", "IdentificationCode"));
    return shipTo.isEmpty() ? null : shipTo;
  }

  private static String street(XmlNode address) {
    String number = address.text("BuildingNumber");
    String street = address.text("StreetName");
    return Stream.of(
            street == null || number == null ? street : street + " " + number,
            address.text("AdditionalStreetName"),
            address.text("AddressLine", "Line"))
        .filter(part -> part != null)
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), UblOrderReader::orNull));
  }

  private static String notes(XmlNode node) {
    String notes =
        node.children("Note").stream()
            .map(XmlNode::ownText)
            .filter(text -> text != null)
            .collect(Collectors.joining("\n"));
    return OrderFields.freeText(orNull(notes), OrderFields.LONGEST_COMMENT);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
