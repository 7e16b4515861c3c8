package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/**
 * A place of the customer where we deliver. It belongs to one invoice party; a building site has a
 * last day.
 */
@Entity
public class Branch {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "invoice_party_id")
  private UUID invoicePartyId;

  private String code;
  private String name;
  @Embedded private Address address;
  private String gln;

  @Column(name = "establishment_number")
  private String establishmentNumber;

  @Column(name = "contact_name")
  private String contactName;

  @Column(name = "contact_reach")
  private String contactReach;

  private String instruction;

  @Column(name = "opening_hours")
  private String openingHours;

  @Column(name = "active_until")
  private LocalDate activeUntil;

  protected Branch() {}

  /**
   * @param code the customer's own code of the branch
   */
  public Branch(UUID accountId, UUID invoicePartyId, String code, String name, Address address) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.invoicePartyId = invoicePartyId;
    this.code = code;
    this.name = name;
    this.address = address;
  }

  /** Whom we reach there and what our driver must know. */
  public void reachedBy(
      String contactName, String contactReach, String instruction, String openingHours) {
    this.contactName = contactName;
    this.contactReach = contactReach;
    this.instruction = instruction;
    this.openingHours = openingHours;
  }

  /**
   * Known outside by these numbers: GLN (13 digits), establishment number of the trade register (12
   * digits); null: none.
   */
  public void knownAs(String gln, String establishmentNumber) {
    this.gln = gln;
    this.establishmentNumber = establishmentNumber;
  }

  /** The last day on which we deliver there. */
  public void activeUntil(LocalDate lastDay) {
    this.activeUntil = lastDay;
  }

  public UUID id() {
    return id;
  }

  public UUID accountId() {
    return accountId;
  }

  public UUID invoicePartyId() {
    return invoicePartyId;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public Address address() {
    return address;
  }

  public String gln() {
    return gln;
  }

  public String establishmentNumber() {
    return establishmentNumber;
  }

  public String contactName() {
    return contactName;
  }

  public String contactReach() {
    return contactReach;
  }

  public String instruction() {
    return instruction;
  }

  public String openingHours() {
    return openingHours;
  }

  public LocalDate activeUntil() {
    return activeUntil;
  }

  /** Delivery to this branch, with its own contact and instruction. */
  public Destination asDestination() {
    return new Destination(id, false, name, address, contactName, contactReach, instruction);
  }
}
