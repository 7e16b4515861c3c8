package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/** A bookkeeping code that the customer books on. */
@Entity
public class CostCentre {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  private String code;
  private String name;
  private String manager;

  @Column(name = "active_until")
  private LocalDate activeUntil;

  protected CostCentre() {}

  public CostCentre(UUID accountId, String code, String name, String manager) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.code = code;
    this.name = name;
    this.manager = manager;
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

  public String manager() {
    return manager;
  }

  public LocalDate activeUntil() {
    return activeUntil;
  }
}
