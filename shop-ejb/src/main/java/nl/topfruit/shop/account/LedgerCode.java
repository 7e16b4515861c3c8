package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/**
 * The customer's chart-of-accounts code (NZI coding) for a purpose: for one product category, or
 * for every other one when no category is named. The codes are the customer's data; we hold no
 * official list.
 */
@Entity
public class LedgerCode {
  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "purpose_id")
  private UUID purposeId;

  @Column(name = "category_code")
  private String categoryCode;

  private String code;

  @Column(name = "name_nl")
  private String nameNl;

  @Column(name = "name_en")
  private String nameEn;

  protected LedgerCode() {}

  public LedgerCode(
      UUID accountId,
      UUID purposeId,
      String categoryCode,
      String code,
      String nameNl,
      String nameEn) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.purposeId = purposeId;
    this.categoryCode = categoryCode;
    this.code = code;
    this.nameNl = nameNl;
    this.nameEn = nameEn;
  }
}
