package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/**
 * What a gift or fruit is for (resident, staff, relation, meeting). With the category it gives the
 * ledger code.
 */
@Entity
public class Purpose {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  private String code;

  @Column(name = "name_nl")
  private String nameNl;

  @Column(name = "name_en")
  private String nameEn;

  private int position;

  protected Purpose() {}

  public Purpose(UUID accountId, String code, String nameNl, String nameEn, int position) {
    this.id = Ids.next();
    this.accountId = accountId;
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

  public String nameNl() {
    return nameNl;
  }

  public String nameEn() {
    return nameEn;
  }
}
