package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.ordering.DeliveryKey;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;
import nl.topfruit.shop.protocol.AuxiliaryId;

/**
 * A requisition as an order is held against it.
 *
 * @param number also EXT_QUOTE_ID
 * @param lineKey what stands after '#' in the descriptions
 * @param open may still be ordered from
 * @param state name of its state; EXPIRED as soon as its validity is over
 */
public record Promise(
    UUID id, String number, String lineKey, boolean open, String state, List<Item> items) {

  /**
   * One item of it.
   *
   * @param number also EXT_QUOTE_ITEM
   * @param goodsLine ties the VAT parts and the deposit of one product
   * @param price net per piece, its VAT parts together
   * @param minimum the least that we sell of it, 0 where that is not known
   * @param address for people, without a private recipient
   * @param rest what else would be lost if this line were taken for another one
   */
  public record Item(
      UUID lineId,
      int number,
      int goodsLine,
      LineKind kind,
      UUID productId,
      String sku,
      String name,
      BigDecimal promised,
      BigDecimal remaining,
      int tierFrom,
      int minimum,
      String unit,
      Money price,
      String cutOffClass,
      LocalDate deliverOn,
      DeliveryKey delivery,
      Destination destination,
      Object rest) {

    public boolean isGoods() {
      return kind == LineKind.GOODS;
    }

    /** It makes no difference which of the two is meant. */
    boolean sameAs(Item other) {
      return sku.equals(other.sku)
          && price.sameAs(other.price)
          && deliverOn.equals(other.deliverOn)
          && destination.equals(other.destination)
          && rest.equals(other.rest);
    }
  }

  /**
   * @param minimums least quantities by product; those that are not known may be left out
   */
  public static Promise of(Requisition requisition, Map<UUID, Integer> minimums, Instant now) {
    boolean late = requisition.open() && !now.isBefore(requisition.validUntil());
    return new Promise(
        requisition.id(),
        requisition.number(),
        requisition.lineKey(),
        requisition.open() && !late,
        late ? Requisition.State.EXPIRED.name() : requisition.state().name(),
        requisition.lines().stream().map(line -> item(line, minimums)).toList());
  }

  private static Item item(RequisitionLine line, Map<UUID, Integer> minimums) {
    return new Item(
        line.id(),
        line.itemNumber(),
        line.goodsLine(),
        line.kind(),
        line.productId(),
        line.sku(),
        line.name(),
        line.quantity(),
        line.remaining(),
        line.tierFrom(),
        line.productId() == null ? 0 : minimums.getOrDefault(line.productId(), 0),
        line.unit(),
        line.price().total(),
        line.cutOffClass(),
        line.deliverOn(),
        DeliveryKey.of(line.deliverOn(), line.destination()),
        line.destination(),
        List.of(
            String.valueOf(line.costCentre()),
            String.valueOf(line.ledgerCode()),
            String.valueOf(line.reference()),
            line.card()));
  }

  /** Only its time is over. */
  boolean isExpired() {
    return state.equals(Requisition.State.EXPIRED.name());
  }

  /** Something was ordered from it before. */
  boolean isPartlyOrdered() {
    return items.stream().anyMatch(item -> item.remaining().compareTo(item.promised()) < 0);
  }

  /** The item that EXT_QUOTE_ITEM names; systems fill it up with zeros. */
  Optional<Item> item(String quoteItem) {
    String plain = quoteItem.strip().replaceFirst("^0+(?=.)", "");
    return items.stream().filter(item -> Integer.toString(item.number()).equals(plain)).findFirst();
  }

  /** How a line of an order points at an item of this promise. */
  String auxiliaryId(Item item) {
    return new AuxiliaryId(number, Integer.toString(item.number())).toString();
  }
}
