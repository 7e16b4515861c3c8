package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/**
 * A legal entity of the customer that pays invoices. Endpoint and legal id are separate fields
 * (cases/invoicing.md row 8).
 */
@Entity
public class InvoiceParty {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  private String name;

  @Column(name = "kvk_number")
  private String kvkNumber;

  private String oin;

  @Column(name = "vat_id")
  private String vatId;

  @Column(name = "endpoint_scheme")
  private String endpointScheme;

  @Column(name = "endpoint_id")
  private String endpointId;

  @Embedded private Address address;

  @Column(name = "invoice_email")
  private String invoiceEmail;

  @Column(name = "buyer_reference")
  private String buyerReference;

  @Column(name = "payment_days")
  private int paymentDays;

  protected InvoiceParty() {}

  /**
   * @param kvkNumber eight digits of the trade register, null for a government body
   * @param oin twenty digits of a government body, else null
   * @param endpointScheme Peppol scheme of the endpoint: 0106 KvK, 0190 OIN, 9944 VAT
   * @param paymentDays term of payment
   */
  public InvoiceParty(
      UUID accountId,
      String name,
      String kvkNumber,
      String oin,
      String vatId,
      String endpointScheme,
      String endpointId,
      Address address,
      String invoiceEmail,
      String buyerReference,
      int paymentDays) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.name = name;
    this.kvkNumber = kvkNumber;
    this.oin = oin;
    this.vatId = vatId;
    this.endpointScheme = endpointScheme;
    this.endpointId = endpointId;
    this.address = address;
    this.invoiceEmail = invoiceEmail;
    this.buyerReference = buyerReference;
    this.paymentDays = paymentDays;
  }

  public UUID id() {
    return id;
  }

  public UUID accountId() {
    return accountId;
  }

  public String name() {
    return name;
  }

  public String kvkNumber() {
    return kvkNumber;
  }

  public String oin() {
    return oin;
  }

  public String vatId() {
    return vatId;
  }

  public String endpointScheme() {
    return endpointScheme;
  }

  public String endpointId() {
    return endpointId;
  }

  public Address address() {
    return address;
  }

  public String invoiceEmail() {
    return invoiceEmail;
  }

  public String buyerReference() {
    return buyerReference;
  }

  public int paymentDays() {
    return paymentDays;
  }
}
