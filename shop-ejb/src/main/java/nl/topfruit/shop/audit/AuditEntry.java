package nl.topfruit.shop.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/** One act: who, when, on what, and what it was before and after. Never changed. */
@Entity
public class AuditEntry {
  @Id private UUID id;
  private Instant at;
  private String actor;

  @Column(name = "account_id")
  private UUID accountId;

  private String action;
  private String subject;

  @Column(name = "subject_number")
  private String subjectNumber;

  @Column(name = "old_value")
  private String oldValue;

  @Column(name = "new_value")
  private String newValue;

  protected AuditEntry() {}

  AuditEntry(
      Instant at,
      String actor,
      UUID accountId,
      String action,
      String subject,
      String subjectNumber,
      String oldValue,
      String newValue) {
    this.id = Ids.next();
    this.at = at;
    this.actor = actor;
    this.accountId = accountId;
    this.action = action;
    this.subject = subject;
    this.subjectNumber = subjectNumber;
    this.oldValue = oldValue;
    this.newValue = newValue;
  }
}
