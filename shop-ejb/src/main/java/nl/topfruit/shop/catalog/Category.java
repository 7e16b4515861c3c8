package nl.topfruit.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/** A shelf of the shop. With a purpose it decides the ledger code. */
@Entity
public class Category {
  @Id private UUID id;

  @Version private int version;

  private String code;

  @Column(name = "name_nl")
  private String nameNl;

  @Column(name = "name_en")
  private String nameEn;

  private int position;

  protected Category() {}

  public Category(String code, String nameNl, String nameEn, int position) {
    this.id = Ids.next();
    this.code = code;
    this.nameNl = nameNl;
    this.nameEn = nameEn;
    this.position = position;
  }

  public UUID id() {
    return id;
  }

  public String code() {
    return code;
  }
}
