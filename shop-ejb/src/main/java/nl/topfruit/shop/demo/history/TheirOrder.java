package nl.topfruit.shop.demo.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;
import nl.topfruit.shop.protocol.AuxiliaryId;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.ShipTo;

/**
 * A purchase order as a customer's system writes it: what a requisition promised, with what they
 * changed in it. Everything that is stated of it follows from its lines, unless it is said apart.
 */
final class TheirOrder {
  /** One line, to be changed. */
  static final class Line {
    private final String number;
    private final String description;
    private final String costCentre;
    private final String ledgerCode;
    private String sku;
    private String pointer;
    private String unit = "EA";
    private BigDecimal quantity;
    private BigDecimal price;

    private Line(String number, String description, String costCentre, String ledgerCode) {
      this.number = number;
      this.description = description;
      this.costCentre = costCentre;
      this.ledgerCode = ledgerCode;
    }

    /** So many instead of what was requested. */
    Line pieces(String pieces) {
      quantity = new BigDecimal(pieces);
      return this;
    }

    /** At this price for one piece. */
    Line price(String each) {
      price = new BigDecimal(each);
      return this;
    }

    Line sku(String other) {
      sku = other;
      return this;
    }

    Line unit(String other) {
      unit = other;
      return this;
    }

    /** What it says of our requisition line; null for nothing. */
    Line pointer(String other) {
      pointer = other;
      return this;
    }

    private BigDecimal net() {
      return price.multiply(quantity);
    }

    private PurchaseOrderMessage.Line message(String currency) {
      return new PurchaseOrderMessage.Line(
          number,
          sku,
          pointer,
          null,
          description,
          quantity,
          unit,
          price,
          BigDecimal.ONE,
          currency,
          costCentre,
          ledgerCode,
          false,
          null,
          null,
          null);
    }
  }

  private final String number;
  private final List<Line> lines = new ArrayList<>();
  private String quotation;
  private String currency = "EUR";
  private BigDecimal total;
  private LocalDate day;
  private ShipTo shipTo;
  private PartyId buyer;
  private PurchaseOrderMessage.Kind kind = PurchaseOrderMessage.Kind.NEW;
  private String version;

  private TheirOrder(String number) {
    this.number = number;
  }

  /** Everything that a requisition promises, as it promises it. */
  static TheirOrder of(String number, Requisition requisition) {
    var order = new TheirOrder(number);
    order.quotation = requisition.number();
    return order.and(requisition);
  }

  /** Everything that another requisition promises besides. */
  TheirOrder and(Requisition requisition) {
    int before = lines.size();
    for (RequisitionLine promised : requisition.lines()) {
      var line =
          new Line(
              String.valueOf((before + promised.itemNumber()) * 10),
              promised.name(),
              promised.costCentre(),
              promised.ledgerCode());
      line.sku = promised.sku();
      line.pointer =
          new AuxiliaryId(requisition.number(), String.valueOf(promised.itemNumber())).toString();
      line.quantity = promised.quantity();
      line.price = promised.price().total().amount();
      lines.add(line);
    }
    return this;
  }

  /** One that names no requisition. */
  static TheirOrder plain(String number) {
    return new TheirOrder(number);
  }

  /** One more line that points at nothing of ours. */
  TheirOrder add(String sku, String description, String pieces, String price) {
    var line = new Line(String.valueOf((lines.size() + 1) * 10), description, null, null);
    lines.add(line.sku(sku).pieces(pieces).price(price));
    return this;
  }

  /**
   * @param number from 1
   */
  Line line(int number) {
    return lines.get(number - 1);
  }

  /** Only these lines of it, from 1. */
  TheirOrder only(int... numbers) {
    List<Line> kept = new ArrayList<>();
    for (int each : numbers) {
      kept.add(line(each));
    }
    lines.retainAll(kept);
    return this;
  }

  TheirOrder quotation(String other) {
    quotation = other;
    return this;
  }

  TheirOrder currency(String other) {
    currency = other;
    return this;
  }

  TheirOrder total(String other) {
    total = new BigDecimal(other);
    return this;
  }

  TheirOrder on(LocalDate day) {
    this.day = day;
    return this;
  }

  TheirOrder to(ShipTo shipTo) {
    this.shipTo = shipTo;
    return this;
  }

  /** Ordered in the name of another organisation than the usual one. */
  TheirOrder inTheNameOf(PartyId buyer) {
    this.buyer = buyer;
    return this;
  }

  /** A later version of an order that they sent before. */
  TheirOrder again(PurchaseOrderMessage.Kind kind, String version) {
    this.kind = kind;
    this.version = version;
    return this;
  }

  String number() {
    return number;
  }

  String quotation() {
    return quotation;
  }

  PartyId buyer(PartyId usual) {
    return buyer == null ? usual : buyer;
  }

  PurchaseOrderMessage message(
      PurchaseOrderMessage.Channel channel, String sender, OffsetDateTime now) {
    BigDecimal sum = lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean withdrawn = kind == PurchaseOrderMessage.Kind.CANCEL;
    return new PurchaseOrderMessage(
        channel,
        kind,
        new OrderNumber(number),
        version,
        number + "-" + now.toEpochSecond() + "@" + sender + ".example",
        null,
        false,
        now,
        day,
        currency,
        total == null ? sum : total,
        quotation,
        null,
        null,
        null,
        List.of(),
        List.of(),
        shipTo,
        null,
        withdrawn ? List.of() : lines.stream().map(line -> line.message(currency)).toList());
  }
}
