package nl.topfruit.shop.protocol.cxml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.protocol.OrderFields;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.PurchaseOrderMessage.Kind;
import nl.topfruit.shop.protocol.Quantities;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.protocol.WireTime;
import nl.topfruit.shop.protocol.XmlNode;

/** One OrderRequest being read. What varies between senders is read in every form that is met. */
final class CxmlOrderReader {

  private static final Set<String> REFERENCE_NAMES =
      Set.of("reference", "referentie", "customerreference", "yourreference", "uwreferentie");

  private final CxmlMessage.Envelope envelope;
  private final XmlNode request;
  private final CxmlAccounting accounting;
  private final OrderFields fields = new OrderFields();

  CxmlOrderReader(CxmlMessage.Envelope envelope, XmlNode request, CxmlAccounting accounting) {
    this.envelope = envelope;
    this.request = request;
    this.accounting = accounting;
  }

  PurchaseOrderMessage read() {
    XmlNode header = request.child("OrderRequestHeader").orElse(null);
    if (header == null) {
      fields.missing(() -> request.path("OrderRequestHeader"), "missing", "OrderRequestHeader");
      fields.throwIfAny();
    }
    fields.required(() -> "/cXML/@payloadID", envelope.payloadId());
    OrderNumber orderNumber =
        fields.orderNumber(() -> header.path("@orderID"), header.rawAttribute("orderID"));
    Kind kind = kind(header);
    XmlNode money = header.child("Total", "Money").orElse(null);
    BigDecimal total =
        money == null || kind == Kind.CANCEL
            ? null
            : fields.price(() -> money.path(), money.ownText());
    List<PurchaseOrderMessage.Line> lines = kind == Kind.CANCEL ? List.of() : lines();
    PurchaseOrderMessage order =
        new PurchaseOrderMessage(
            PurchaseOrderMessage.Channel.CXML,
            kind,
            orderNumber,
            fields.code(
                () -> header.path("@orderVersion"),
                header.attribute("orderVersion"),
                OrderFields.LONGEST_VERSION),
            envelope.payloadId(),
            header.child("DocumentReference").map(r -> r.attribute("payloadID")).orElse(null),
            envelope.test(),
            WireTime.moment(header.attribute("orderDate")).orElse(envelope.timestamp()),
            day(header, "requestedDeliveryDate"),
            currency(money, lines),
            total,
            null,
            accountingCode(header, List.of(), extrinsic(header, accounting::isCostCentre)),
            accountingCode(header, List.of(), extrinsic(header, accounting::isLedgerCode)),
            reference(header),
            envelope.from(),
            envelope.to(),
            shipTo(header),
            comments(header),
            lines);
    fields.throwIfAny();
    return order;
  }

  private Kind kind(XmlNode header) {
    String type = header.attribute("type");
    return switch (type == null ? "new" : type.toLowerCase(Locale.ROOT)) {
      case "new" -> Kind.NEW;
      case "update" -> Kind.UPDATE;
      case "delete" -> Kind.CANCEL;
      default -> {
        fields.wrong(() -> header.path("@type"), "wrongType", Quantities.shortened(type));
        yield Kind.NEW;
      }
    };
  }

  private String currency(XmlNode money, List<PurchaseOrderMessage.Line> lines) {
    String ofTotal =
        money == null
            ? null
            : fields.currency(() -> money.path("@currency"), money.attribute("currency"));
    return ofTotal != null
        ? ofTotal
        : lines.stream()
            .map(PurchaseOrderMessage.Line::currency)
            .filter(c -> c != null)
            .findFirst()
            .orElse(null);
  }

  private List<PurchaseOrderMessage.Line> lines() {
    List<XmlNode> items = request.children("ItemOut");
    if (items.isEmpty()) {
      fields.missing(() -> request.path("ItemOut"), "noLines");
    }
    List<PurchaseOrderMessage.Line> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      lines.add(line(items.get(i), i + 1));
    }
    return lines;
  }

  private PurchaseOrderMessage.Line line(XmlNode item, int position) {
    XmlNode detail =
        item.child("ItemDetail").or(() -> item.child("BlanketItemDetail")).orElse(item);
    XmlNode money = detail.child("UnitPrice", "Money").orElse(null);
    XmlNode basis = detail.child("PriceBasisQuantity").orElse(null);
    String lineNumber = item.attribute("lineNumber");
    List<String> costCentres = segments(item, accounting::isCostCentre);
    List<String> ledgerCodes = segments(item, accounting::isLedgerCode);
    return new PurchaseOrderMessage.Line(
        lineNumber == null
            ? Integer.toString(position)
            : fields.code(
                () -> item.path("@lineNumber"), lineNumber, OrderFields.LONGEST_LINE_NUMBER),
        code(item, OrderFields.LONGEST_SKU, "ItemID", "SupplierPartID"),
        code(item, OrderFields.LONGEST_CODE, "ItemID", "SupplierPartAuxiliaryID"),
        code(item, OrderFields.LONGEST_CODE, "ItemID", "BuyerPartID"),
        OrderFields.freeText(description(detail), OrderFields.LONGEST_DESCRIPTION),
        fields.quantity(() -> item.path("@quantity"), item.attribute("quantity")),
        code(detail, OrderFields.LONGEST_UNIT, "UnitOfMeasure"),
        money == null ? null : fields.price(() -> money.path(), money.ownText()),
        basis == null
            ? null
            : fields.quantity(() -> basis.path("@quantity"), basis.attribute("quantity")),
        money == null
            ? null
            : fields.currency(() -> money.path("@currency"), money.attribute("currency")),
        accountingCode(item, costCentres, extrinsic(detail, accounting::isCostCentre)),
        accountingCode(item, ledgerCodes, extrinsic(detail, accounting::isLedgerCode)),
        costCentres.size() > 1 || ledgerCodes.size() > 1,
        day(item, "requestedDeliveryDate"),
        shipTo(item),
        comments(item));
  }

  private String code(XmlNode node, int longest, String... path) {
    return fields.code(() -> node.path(path), node.text(path), longest);
  }

  private String accountingCode(XmlNode node, List<String> segments, String extrinsic) {
    boolean bySegment = !segments.isEmpty();
    return fields.code(
        () -> node.path(bySegment ? "Distribution" : "Extrinsic"),
        bySegment ? segments.get(0) : extrinsic,
        OrderFields.LONGEST_CODE);
  }

  /** A description may carry a short name as a child besides its own text. */
  private static String description(XmlNode detail) {
    return detail.children("Description").stream()
        .flatMap(d -> Stream.of(d.text("ShortName"), d.ownText()))
        .filter(text -> text != null)
        .distinct()
        .collect(Collectors.collectingAndThen(Collectors.joining("\n"), CxmlOrderReader::orNull));
  }

  /** Different values among the accounting segments of the line: old and new form of the DTD. */
  private static List<String> segments(XmlNode item, Predicate<String> isWanted) {
    return item.children("Distribution").stream()
        .flatMap(distribution -> distribution.children("Accounting").stream())
        .flatMap(accounting -> accounting.children().stream())
        .filter(segment -> isWanted.test(segmentType(segment)))
        .map(segment -> segment.attribute("id"))
        .filter(id -> id != null)
        .distinct()
        .toList();
  }

  private static String segmentType(XmlNode segment) {
    String type = segment.attribute("type");
    return type != null ? type : segment.text("Name");
  }

  private static String extrinsic(XmlNode node, Predicate<String> isWanted) {
    return node.children("Extrinsic").stream()
        .filter(extrinsic -> isWanted.test(extrinsic.attribute("name")))
        .map(XmlNode::ownText)
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }

  private static String reference(XmlNode header) {
    String reference =
        extrinsic(
            header,
            name ->
                name != null
                    && REFERENCE_NAMES.contains(
                        name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "")));
    return reference != null ? reference : header.attribute("requisitionID");
  }

  private LocalDate day(XmlNode node, String attribute) {
    String text = node.attribute(attribute);
    if (text == null) {
      return null;
    }
    LocalDate day = WireTime.day(text).orElse(null);
    if (day == null) {
      fields.wrong(
          () -> node.path("@" + attribute),
          "notADate",
          "@" + attribute,
          Quantities.shortened(text));
    }
    return day;
  }

  private static ShipTo shipTo(XmlNode node) {
    XmlNode address = node.child("ShipTo", "Address").orElse(null);
    if (address == null) {
      return null;
    }
    XmlNode postal = address.child("PostalAddress").orElse(address);
    ShipTo shipTo =
        new ShipTo(
            address.attribute("addressID"),
            address.attribute("addressIDDomain"),
            address.text("Name"),
            joined(postal, "DeliverTo"),
            joined(postal, "Street"),
            postal.text("PostalCode"),
            postal.text("City"),
            postal.child("Country").map(c -> c.attribute("isoCountryCode")).orElse(null));
    return shipTo.isEmpty() ? null : shipTo;
  }

  private static String joined(XmlNode node, String name) {
    return node.children(name).stream()
        .map(XmlNode::ownText)
        .filter(text -> text != null)
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), CxmlOrderReader::orNull));
  }

  private static String comments(XmlNode node) {
    String comments =
        node.children("Comments").stream()
            .map(XmlNode::ownText)
            .filter(text -> text != null)
            .collect(Collectors.joining("\n"));
    return OrderFields.freeText(orNull(comments), OrderFields.LONGEST_COMMENT);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
