package nl.topfruit.shop.ordering;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Destination;

/**
 * What makes two lines one delivery: the same address on the same day, whoever there receives it. A
 * branch is one address whatever is written behind it.
 *
 * @param branchId the branch, null for another address
 * @param address the other address without blanks and capitals, empty for a branch
 */
public record DeliveryKey(LocalDate day, UUID branchId, String address) {

  public static DeliveryKey of(LocalDate day, Destination destination) {
    return destination.branchId() == null
        ? new DeliveryKey(day, null, plain(destination.address()))
        : new DeliveryKey(day, destination.branchId(), "");
  }

  private static String plain(Address address) {
    String all =
        String.join(
            "|",
            address.street(),
            address.houseNumber(),
            address.postcode(),
            address.city(),
            address.country());
    return all.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }
}
