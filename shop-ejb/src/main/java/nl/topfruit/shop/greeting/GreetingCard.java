package nl.topfruit.shop.greeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A free card with a personal text. The text is seen by the orderer and by the warehouse, never by
 * the customer's system and never in a log.
 *
 * @param design code of a card design, null for no card
 * @param text with its line breaks
 * @param font HAND or PRINT
 * @param logo with the account's logo
 */
@Embeddable
public record GreetingCard(
    @Column(name = "card_design") String design,
    @Column(name = "card_text") String text,
    @Column(name = "card_font") String font,
    @Column(name = "card_logo") boolean logo) {

  public static final GreetingCard NONE = new GreetingCard(null, null, null, false);

  public boolean isPresent() {
    return design != null;
  }

  @Override
  public String toString() {
    return isPresent() ? "GreetingCard[" + design + ", text not shown]" : "no card";
  }
}
