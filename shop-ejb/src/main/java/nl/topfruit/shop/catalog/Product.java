package nl.topfruit.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;

/**
 * An article. Its sizes are articles of one family; its contents are {@link Component}s, its prices
 * {@link Price}s.
 */
@Entity
public class Product {
  @Id private UUID id;

  @Version private int version;

  private String sku;

  private String family;

  private String size;

  @Column(name = "category_id")
  private UUID categoryId;

  @Column(name = "name_nl")
  private String nameNl;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "summary_nl")
  private String summaryNl;

  @Column(name = "summary_en")
  private String summaryEn;

  @Column(name = "description_nl")
  private String descriptionNl;

  @Column(name = "description_en")
  private String descriptionEn;

  @Column(name = "keeps_nl")
  private String keepsNl;

  @Column(name = "keeps_en")
  private String keepsEn;

  private String unit;

  @Column(name = "minimum_quantity")
  private int minimumQuantity;

  private Integer portions;

  private String[] allergens;

  private String[] occasions;

  @Column(name = "alcohol_percent")
  private BigDecimal alcoholPercent;

  @Column(name = "child_safe")
  private boolean childSafe;

  @Column(name = "cut_off_class")
  private String cutOffClass;

  private Money deposit;

  private String illustration;

  @Column(name = "picture_hash")
  private String pictureHash;

  private boolean active;

  protected Product() {}

  /**
   * A product in one language-neutral shell; texts, sale rules and picture follow in the verbs
   * below.
   */
  public Product(String sku, String family, String size, UUID categoryId) {
    this.id = Ids.next();
    this.sku = sku;
    this.family = family;
    this.size = size;
    this.categoryId = categoryId;
    this.unit = "C62";
    this.minimumQuantity = 1;
    this.allergens = new String[0];
    this.occasions = new String[0];
    this.cutOffClass = "A";
    this.active = true;
  }

  public void named(
      String nameNl,
      String nameEn,
      String summaryNl,
      String summaryEn,
      String descriptionNl,
      String descriptionEn) {
    this.nameNl = nameNl;
    this.nameEn = nameEn;
    this.summaryNl = summaryNl;
    this.summaryEn = summaryEn;
    this.descriptionNl = descriptionNl;
    this.descriptionEn = descriptionEn;
  }

  /** How long it keeps and for how many it is, null where that says nothing. */
  public void keeps(String keepsNl, String keepsEn, Integer portions) {
    this.keepsNl = keepsNl;
    this.keepsEn = keepsEn;
    this.portions = portions;
  }

  /**
   * @param unit UN/ECE Rec 20 code
   * @param cutOffClass A to E
   * @param deposit net euro per piece that comes back with the crate, null for none
   */
  public void sold(String unit, int minimumQuantity, String cutOffClass, Money deposit) {
    this.unit = unit;
    this.minimumQuantity = minimumQuantity;
    this.cutOffClass = cutOffClass;
    this.deposit = deposit;
  }

  /**
   * @param allergens codes of the EU list
   * @param alcoholPercent percent by volume, null for none
   */
  public void suits(
      String[] allergens, String[] occasions, BigDecimal alcoholPercent, boolean childSafe) {
    this.allergens = allergens.clone();
    this.occasions = occasions.clone();
    this.alcoholPercent = alcoholPercent;
    this.childSafe = childSafe;
  }

  /**
   * @param illustration the composition as JSON
   * @param pictureHash hash of the drawn picture, part of its address
   */
  public void looks(String illustration, String pictureHash) {
    this.illustration = illustration;
    this.pictureHash = pictureHash;
  }

  public UUID id() {
    return id;
  }

  public String sku() {
    return sku;
  }

  public String unit() {
    return unit;
  }

  public String illustration() {
    return illustration;
  }

  public String pictureHash() {
    return pictureHash;
  }
}
