package nl.topfruit.shop.demo.history;

import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.ordering.basket.AddLine;

/** What somebody puts into a basket; what is not said is left to the shop. */
final class Wish {
  private final String sku;
  private int pieces = 1;
  private LocalDate day;
  private String branch;
  private AddLine.Elsewhere elsewhere;
  private String recipient;
  private String contactName;
  private String contactReach;
  private String costCentre;
  private String purpose;
  private String reference;
  private GreetingCard card = GreetingCard.NONE;

  private Wish(String sku) {
    this.sku = sku;
  }

  static Wish of(int pieces, String sku) {
    var wish = new Wish(sku);
    wish.pieces = pieces;
    return wish;
  }

  /** To a branch, by its name. */
  Wish to(String branch) {
    this.branch = branch;
    return this;
  }

  /** To somebody's home. */
  Wish home(String recipient, String street, String number, String postcode, String city) {
    this.recipient = recipient;
    this.elsewhere = new AddLine.Elsewhere(street, number, postcode, city, true);
    return this;
  }

  Wish on(LocalDate day) {
    this.day = day;
    return this;
  }

  Wish by(String name, String reach) {
    this.contactName = name;
    this.contactReach = reach;
    return this;
  }

  /**
   * @param purpose its code, such as "personeel"
   */
  Wish booked(String costCentre, String purpose) {
    this.costCentre = costCentre;
    this.purpose = purpose;
    return this;
  }

  Wish reference(String reference) {
    this.reference = reference;
    return this;
  }

  Wish card(String design, String text) {
    this.card = new GreetingCard(design, text, "HAND", false);
    return this;
  }

  String purpose() {
    return purpose;
  }

  AddLine line(UUID purposeId) {
    return new AddLine(
        null,
        sku,
        String.valueOf(pieces),
        day == null ? null : day.toString(),
        branch,
        elsewhere,
        recipient,
        contactName,
        contactReach,
        null,
        costCentre,
        purposeId,
        reference,
        card);
  }
}
