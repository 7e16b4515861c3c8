package nl.topfruit.shop.ordering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.greeting.GreetingCard;

/**
 * One line of an order that is about to be placed: out of a promise ({@link #of}), or without one
 * where the customer may order so.
 *
 * @param promise the requisition line it is ordered from, null without a requisition
 * @param purchaseOrderLine line number of their purchase order, as sent; null without one
 * @param goodsLine ties the VAT parts and the deposit of one product; counts within its requisition
 * @param price net per piece
 * @param promisedOn the day of the promise, or the day asked for
 * @param wantedOn the day to deliver on if that can be done: the promised one, or another that was
 *     agreed since
 * @param deliverOn the day of delivery, later than wanted where authorisation came too late
 * @param placeHeld the place on the promised day is held since the hand-over
 */
public record OrderItem(
    RequisitionLine promise,
    String purchaseOrderLine,
    int goodsLine,
    LineKind kind,
    UUID webShopId,
    UUID invoicePartyId,
    UUID productId,
    String sku,
    String name,
    BigDecimal quantity,
    String unit,
    PriceParts price,
    List<String> allergens,
    String cutOffClass,
    String costCentre,
    String ledgerCode,
    String purpose,
    String reference,
    GreetingCard card,
    Destination destination,
    LocalDate promisedOn,
    LocalDate wantedOn,
    LocalDate deliverOn,
    boolean placeHeld) {

  public OrderItem {
    allergens = List.copyOf(allergens);
  }

  /** So many pieces of a promise, as it was promised. */
  public static OrderItem of(RequisitionLine line, BigDecimal quantity) {
    return new OrderItem(
        line,
        null,
        line.goodsLine(),
        line.kind(),
        line.webShopId(),
        line.invoicePartyId(),
        line.productId(),
        line.sku(),
        line.name(),
        quantity,
        line.unit(),
        line.price(),
        List.of(line.allergens()),
        line.cutOffClass(),
        line.costCentre(),
        line.ledgerCode(),
        line.purpose(),
        line.reference(),
        line.card(),
        line.destination(),
        line.deliverOn(),
        line.deliverOn(),
        line.deliverOn(),
        line.requisition().open());
  }

  /**
   * Under the line number of their purchase order and on what they book it, to the letter.
   *
   * @param costCentre theirs; null keeps ours
   * @param ledgerCode theirs; null keeps ours
   */
  public OrderItem authorisedAs(String purchaseOrderLine, String costCentre, String ledgerCode) {
    return new OrderItem(
        promise,
        purchaseOrderLine,
        goodsLine,
        kind,
        webShopId,
        invoicePartyId,
        productId,
        sku,
        name,
        quantity,
        unit,
        price,
        allergens,
        cutOffClass,
        costCentre == null ? this.costCentre : costCentre,
        ledgerCode == null ? this.ledgerCode : ledgerCode,
        purpose,
        reference,
        card,
        destination,
        promisedOn,
        wantedOn,
        deliverOn,
        placeHeld);
  }

  /** On this day, because the wanted one cannot be kept. */
  public OrderItem on(LocalDate day) {
    return with(price, destination, invoicePartyId, wantedOn, day);
  }

  /** Wanted on another day than was promised. */
  public OrderItem wantedOn(LocalDate day) {
    return with(price, destination, invoicePartyId, day, day);
  }

  /** At this net price per piece: a decision of staff, or a rule of the connection. */
  public OrderItem at(PriceParts agreed) {
    return with(agreed, destination, invoicePartyId, wantedOn, deliverOn);
  }

  /** To another branch, which another legal entity of the customer may pay for. */
  public OrderItem to(Destination branch, UUID invoicePartyId) {
    return with(price, branch, invoicePartyId, wantedOn, deliverOn);
  }

  /** It is not delivered on the promised day. */
  public boolean moved() {
    return !deliverOn.equals(promisedOn);
  }

  /** The day that was wanted cannot be kept. */
  public boolean late() {
    return !deliverOn.equals(wantedOn);
  }

  /** The address and day it travels with. */
  DeliveryKey delivery() {
    return DeliveryKey.of(deliverOn, destination);
  }

  private OrderItem with(
      PriceParts price,
      Destination destination,
      UUID invoicePartyId,
      LocalDate wantedOn,
      LocalDate deliverOn) {
    return new OrderItem(
        promise,
        purchaseOrderLine,
        goodsLine,
        kind,
        webShopId,
        invoicePartyId,
        productId,
        sku,
        name,
        quantity,
        unit,
        price,
        allergens,
        cutOffClass,
        costCentre,
        ledgerCode,
        purpose,
        reference,
        card,
        destination,
        promisedOn,
        wantedOn,
        deliverOn,
        placeHeld);
  }
}
