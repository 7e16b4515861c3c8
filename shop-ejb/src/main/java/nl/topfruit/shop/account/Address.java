package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A Dutch address. The house number is free text with its addition (44-bis, 1-TRAF, 450-482): all
 * of these exist.
 *
 * @param country ISO 3166-1 alpha-2
 */
@Embeddable
public record Address(
    String street,
    @Column(name = "house_number") String houseNumber,
    String postcode,
    String city,
    String country) {

  /** Street and number on one line. */
  public String streetLine() {
    return street + " " + houseNumber;
  }
}
