package nl.topfruit.shop.purchasing.agreement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.protocol.ShipTo;

/**
 * Our side of an order: everything it is held against.
 *
 * @param matches what each of its lines means
 * @param contracts what lines without a requisition cost, by article number as ordered; empty where
 *     there may be none
 * @param knownArticles article numbers that we have, whoever may buy them
 * @param today today's net price per piece for the number that was ordered, by requisition line;
 *     only where the rules ask for it
 * @param places the branch that an address of theirs means; only where the rules ask for it
 */
public record Ours(
    List<Matching.Match> matches,
    Map<String, Contract> contracts,
    Set<String> knownArticles,
    Map<UUID, PriceParts> today,
    Map<ShipTo, Place> places) {

  public Ours {
    matches = List.copyOf(matches);
    contracts = Map.copyOf(contracts);
    knownArticles = Set.copyOf(knownArticles);
    today = Map.copyOf(today);
    places = Map.copyOf(places);
  }

  /**
   * A branch of the customer.
   *
   * @param invoicePartyId who pays for what goes there
   */
  public record Place(Destination destination, UUID invoicePartyId) {}
}
