package nl.topfruit.shop.protocol;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the customer's order says it must go. Our own requisition decides; this is noted beside it.
 * Any part may be null.
 *
 * @param id their address code, GLN or establishment number
 * @param idScheme whose code it is ({@code 0088}, an addressIDDomain)
 * @param name name of the place
 * @param attention desk, department or person
 * @param street street and number, further lines joined by a comma
 * @param postalCode as sent
 * @param city as sent
 * @param countryCode ISO 3166-1 alpha-2
 */
public record ShipTo(
    String id,
    String idScheme,
    String name,
    String attention,
    String street,
    String postalCode,
    String city,
    String countryCode) {

  /** One line for people: what is there, with commas. */
  public String oneLine() {
    String place =
        Stream.of(postalCode, city).filter(ShipTo::isGiven).collect(Collectors.joining(" "));
    return Stream.of(name, attention, street, place)
        .filter(ShipTo::isGiven)
        .collect(Collectors.joining(", "));
  }

  /** True when the document named the element and left it empty. */
  public boolean isEmpty() {
    return !isGiven(id) && oneLine().isEmpty();
  }

  private static boolean isGiven(String part) {
    return part != null && !part.isBlank();
  }
}
