package nl.topfruit.shop.ordering.basket;

import java.util.UUID;

/**
 * What the customer books a line on.
 *
 * @param costCentre as it was typed, null for none
 * @param costCentreKnown it is one of the account's cost centres in use
 * @param purposeId null for none
 * @param purpose its name in the language of the session
 * @param ledgerCode by purpose and category, null where the account has none
 * @param reference of the customer, null for none
 */
public record Booking(
    String costCentre,
    boolean costCentreKnown,
    UUID purposeId,
    String purpose,
    String ledgerCode,
    String reference) {}
