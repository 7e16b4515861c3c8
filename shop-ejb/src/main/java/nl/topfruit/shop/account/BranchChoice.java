package nl.topfruit.shop.account;

import java.util.UUID;

/**
 * A branch to choose from.
 *
 * @param code the customer's own code
 * @param address street, number and town, which tell branches of one name apart
 */
public record BranchChoice(UUID id, String code, String name, String address) {

  /**
   * "Lindehof, Parkweg 4, Lindewaard": what stands in the input, and what {@link Choices#branch}
   * finds again.
   */
  public String label() {
    return name + ", " + address;
  }
}
