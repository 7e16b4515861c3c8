package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** A person who may order in the portal, with what is filled in for him. */
@Entity
public class Orderer {
  @Id
  @Column(name = "person_id")
  private UUID personId;

  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  private String phone;

  @Column(name = "branch_id")
  private UUID branchId;

  @Column(name = "cost_centre_code")
  private String costCentreCode;

  @Column(name = "purpose_id")
  private UUID purposeId;

  protected Orderer() {}

  public Orderer(
      UUID personId,
      UUID accountId,
      String phone,
      UUID branchId,
      String costCentreCode,
      UUID purposeId) {
    this.personId = personId;
    this.accountId = accountId;
    this.phone = phone;
    this.branchId = branchId;
    this.costCentreCode = costCentreCode;
    this.purposeId = purposeId;
  }

  public UUID accountId() {
    return accountId;
  }

  public String phone() {
    return phone;
  }

  public UUID branchId() {
    return branchId;
  }

  public String costCentreCode() {
    return costCentreCode;
  }

  public UUID purposeId() {
    return purposeId;
  }
}
