package nl.topfruit.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/** Our own legal entity that sells through one or more web shops and sends the invoices. */
@Entity
public class SellingEntity {
  @Id private UUID id;

  @Version private int version;

  private String code;

  private String name;

  private String street;

  @Column(name = "house_number")
  private String houseNumber;

  private String postcode;

  private String city;

  @Column(name = "kvk_number")
  private String kvkNumber;

  @Column(name = "vat_id")
  private String vatId;

  private String iban;

  private String bic;

  private String phone;

  private String email;

  @Column(name = "invoice_prefix")
  private String invoicePrefix;

  protected SellingEntity() {}

  /**
   * @param code short name
   * @param invoicePrefix what stands before the year in an invoice number
   */
  public SellingEntity(
      String code,
      String name,
      String street,
      String houseNumber,
      String postcode,
      String city,
      String kvkNumber,
      String vatId,
      String iban,
      String bic,
      String phone,
      String email,
      String invoicePrefix) {
    this.id = Ids.next();
    this.code = code;
    this.name = name;
    this.street = street;
    this.houseNumber = houseNumber;
    this.postcode = postcode;
    this.city = city;
    this.kvkNumber = kvkNumber;
    this.vatId = vatId;
    this.iban = iban;
    this.bic = bic;
    this.phone = phone;
    this.email = email;
    this.invoicePrefix = invoicePrefix;
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

  public String street() {
    return street;
  }

  public String houseNumber() {
    return houseNumber;
  }

  public String postcode() {
    return postcode;
  }

  public String city() {
    return city;
  }

  public String kvkNumber() {
    return kvkNumber;
  }

  public String vatId() {
    return vatId;
  }

  public String iban() {
    return iban;
  }

  public String bic() {
    return bic;
  }

  public String phone() {
    return phone;
  }

  public String email() {
    return email;
  }

  public String invoicePrefix() {
    return invoicePrefix;
  }
}
