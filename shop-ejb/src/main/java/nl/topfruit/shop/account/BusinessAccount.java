package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;

/** A customer organisation: the tenant. Everything that belongs to a customer carries its id. */
@Entity
public class BusinessAccount {
  @Id private UUID id;
  @Version private int version;
  private String key;
  private String name;
  private String language;

  @Column(name = "delivery_cost")
  private Money deliveryCost;

  @Column(name = "free_delivery_from")
  private Money freeDeliveryFrom;

  @Column(name = "approval_above")
  private Money approvalAbove;

  @Column(name = "price_ceiling")
  private Money priceCeiling;

  @Column(name = "alcohol_allowed")
  private boolean alcoholAllowed;

  @Column(name = "demo_codes")
  private boolean demoCodes;

  protected BusinessAccount() {}

  /**
   * @param key short name that stays, used in demo sign-ins and addresses
   */
  public BusinessAccount(String key, String name) {
    this.id = Ids.next();
    this.key = key;
    this.name = name;
    this.language = "nl";
    this.deliveryCost = Money.ZERO;
    this.alcoholAllowed = true;
  }

  /**
   * Delivery costs this much per address and day, nothing from the given amount on (null: always).
   */
  public void deliveryCosts(Money cost, Money freeFrom) {
    this.deliveryCost = cost;
    this.freeDeliveryFrom = freeFrom;
  }

  /** Orders above this net amount wait for an approver in our portal; null: never. */
  public void approvalAbove(Money amount) {
    this.approvalAbove = amount;
  }

  /** Ledger codes of this account are examples and are shown as such. */
  public void codesAreExamples() {
    this.demoCodes = true;
  }

  public UUID id() {
    return id;
  }

  public String key() {
    return key;
  }

  public String name() {
    return name;
  }

  public String language() {
    return language;
  }

  public Money deliveryCost() {
    return deliveryCost;
  }

  public Money freeDeliveryFrom() {
    return freeDeliveryFrom;
  }

  public Money approvalAbove() {
    return approvalAbove;
  }

  public Money priceCeiling() {
    return priceCeiling;
  }

  public boolean alcoholAllowed() {
    return alcoholAllowed;
  }

  public boolean demoCodes() {
    return demoCodes;
  }
}
