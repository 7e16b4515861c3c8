package nl.topfruit.shop.protocol.ubl;

import java.util.Objects;
import nl.topfruit.shop.protocol.PartyId;

/**
 * A party as an order message names it.
 *
 * @param endpoint electronic address (EndpointID), such as 0106 with a KvK number
 * @param name registered name
 * @param countryCode ISO 3166-1 alpha-2
 */
public record UblParty(PartyId endpoint, String name, String countryCode) {
  public UblParty {
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(countryCode, "countryCode");
  }
}
