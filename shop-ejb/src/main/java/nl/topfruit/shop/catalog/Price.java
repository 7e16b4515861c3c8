package nl.topfruit.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.PriceParts;

/**
 * Net price of one piece as its VAT parts, from a day on and from a quantity on. A price of an
 * account beats the general one.
 */
@Entity
public class Price {
  @Id private UUID id;

  @Column(name = "product_id")
  private UUID productId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "from_quantity")
  private int fromQuantity;

  @Embedded private PriceParts parts;

  protected Price() {}

  /**
   * @param accountId the account it is agreed with, null for everybody
   * @param validUntil last day, null for no end
   */
  public Price(
      UUID productId,
      UUID accountId,
      LocalDate validFrom,
      LocalDate validUntil,
      int fromQuantity,
      PriceParts parts) {
    this.id = Ids.next();
    this.productId = productId;
    this.accountId = accountId;
    this.validFrom = validFrom;
    this.validUntil = validUntil;
    this.fromQuantity = fromQuantity;
    this.parts = parts;
  }

  public UUID id() {
    return id;
  }
}
