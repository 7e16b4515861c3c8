package nl.topfruit.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.VatRate;

/**
 * What is in a product, with the VAT rate that it bears of its own (a gift package is split by
 * item).
 */
@Entity
public class Component {
  @Id private UUID id;

  @Column(name = "product_id")
  private UUID productId;

  private int position;

  @Column(name = "name_nl")
  private String nameNl;

  @Column(name = "name_en")
  private String nameEn;

  private String quantity;

  @Enumerated(EnumType.STRING)
  @Column(name = "vat_rate")
  private VatRate vatRate;

  protected Component() {}

  public Component(
      UUID productId,
      int position,
      String nameNl,
      String nameEn,
      String quantity,
      VatRate vatRate) {
    this.id = Ids.next();
    this.productId = productId;
    this.position = position;
    this.nameNl = nameNl;
    this.nameEn = nameEn;
    this.quantity = quantity;
    this.vatRate = vatRate;
  }

  public UUID id() {
    return id;
  }
}
