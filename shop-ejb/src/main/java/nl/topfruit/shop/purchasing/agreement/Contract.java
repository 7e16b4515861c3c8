package nl.topfruit.shop.purchasing.agreement;

import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.ordering.LineKind;

/**
 * What an item costs a customer who orders it without a requisition.
 *
 * @param sku as ordered
 * @param article the article number of the product that it is, or that it belongs to
 * @param kind goods or the deposit on them
 * @param price net per piece; one VAT part of it where the item is a part
 * @param mixed both VAT rates in one item, which no invoice line can carry
 * @param otherPart article number of the other VAT part, null when it is the whole product
 * @param deposit article number of the deposit that goes with it, null for none
 * @param minimum the least that we sell
 * @param unit UN/ECE Rec 20 code
 */
public record Contract(
    String sku,
    String article,
    LineKind kind,
    PriceParts price,
    boolean mixed,
    String otherPart,
    String deposit,
    int minimum,
    String unit) {

  public Money total() {
    return price.total();
  }
}
