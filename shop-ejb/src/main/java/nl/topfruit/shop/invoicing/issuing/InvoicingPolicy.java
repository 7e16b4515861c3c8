package nl.topfruit.shop.invoicing.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;

/** How the orders of an account are invoiced: those that came by purchase order, and the others. */
@Entity
public class InvoicingPolicy {
  /** Where an order came from. */
  public enum Source {
    PURCHASE_ORDER,
    OTHER
  }

  /** What goes on one invoice. */
  public enum Grouping {
    PURCHASE_ORDER,
    ORDER,
    BRANCH,
    COLLECTIVE
  }

  /** When it is drawn up. */
  public enum Moment {
    PLACED,
    DELIVERED,
    WEEKLY,
    MONTHLY
  }

  @Id private UUID id;

  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  private Source source;

  @Enumerated(EnumType.STRING)
  private Grouping grouping;

  @Enumerated(EnumType.STRING)
  private Moment moment;

  @Enumerated(EnumType.STRING)
  private Profile profile;

  private String language;

  protected InvoicingPolicy() {}

  /** Each order gets its own invoice at this moment; otherwise it waits for a collective run. */
  boolean each(Moment now) {
    boolean own = grouping == Grouping.ORDER || grouping == Grouping.PURCHASE_ORDER;
    return own && moment == now;
  }

  public UUID id() {
    return id;
  }

  public Source source() {
    return source;
  }

  public Grouping grouping() {
    return grouping;
  }

  public Moment moment() {
    return moment;
  }

  public Profile profile() {
    return profile;
  }

  public String language() {
    return language;
  }
}
