package nl.topfruit.shop.ordering.history;

import java.time.Instant;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.ordering.Order;

/**
 * An order in a list.
 *
 * @param accountName the customer
 * @param purchaseOrderNumber theirs, to the letter; null without a purchase order
 * @param orderedBy who knows of it over there, may be null
 * @param net total without VAT
 */
public record OrderRow(
    String number,
    Order.State state,
    Order.Invoiced invoiced,
    String accountName,
    String purchaseOrderNumber,
    String orderedBy,
    Instant placedAt,
    Money net) {}
