package nl.topfruit.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/** A brand under which we sell. */
@Entity
public class WebShop {
  @Id private UUID id;

  @Version private int version;

  private String code;

  private String name;

  @Column(name = "selling_entity_id")
  private UUID sellingEntityId;

  private int position;

  protected WebShop() {}

  public WebShop(String code, String name, UUID sellingEntityId, int position) {
    this.id = Ids.next();
    this.code = code;
    this.name = name;
    this.sellingEntityId = sellingEntityId;
    this.position = position;
  }

  public UUID id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public UUID sellingEntityId() {
    return sellingEntityId;
  }
}
