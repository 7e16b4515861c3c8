package nl.topfruit.shop.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.topfruit.shop.common.BusinessRuleViolation;
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

  private static final Pattern KVK = Pattern.compile("\\d{8}");
  private static final Pattern OIN = Pattern.compile("\\d{20}");
  private static final Pattern DUTCH_VAT = Pattern.compile("NL\\d{9}B\\d{2}");

  /**
   * Shapes of endpoints in the Netherlands by their scheme (Peppol EAS); others are taken as is.
   */
  private static final Map<String, Pattern> ENDPOINTS =
      Map.of("0106", KVK, "0190", OIN, "9944", DUTCH_VAT);

  /** What is missing of a legal entity before an invoice can be addressed to it. */
  public enum Gap {
    /** Number of the trade register (eight digits) or of a government body (twenty). */
    REGISTRATION,
    VAT_ID,
    /** Where its electronic invoices go: scheme and identifier. */
    ENDPOINT
  }

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

  /**
   * Its numbers, as the customer gives them; null for none.
   *
   * @throws BusinessRuleViolation "account.…" with the field whose value cannot be right
   */
  public void isRegisteredAs(
      String kvkNumber, String oin, String vatId, String endpointScheme, String endpointId) {
    must("kvk", kvkNumber == null || KVK.matcher(kvkNumber).matches(), "account.kvkShape");
    must("oin", oin == null || OIN.matcher(oin).matches(), "account.oinShape");
    must("vat-id", vatId == null || isVatId(vatId), "account.vatShape");
    must(
        "endpoint",
        endpointId == null && endpointScheme == null || isEndpoint(endpointScheme, endpointId),
        "account.endpointShape");
    this.kvkNumber = kvkNumber;
    this.oin = oin;
    this.vatId = vatId;
    this.endpointScheme = endpointScheme;
    this.endpointId = endpointId;
  }

  /** Invoices are mailed here; null for a customer who fetches them. */
  public void isMailedAt(String invoiceEmail) {
    must(
        "invoice-email",
        invoiceEmail == null || invoiceEmail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
        "account.emailShape");
    this.invoiceEmail = invoiceEmail;
  }

  private static void must(String field, boolean right, String key) {
    if (!right) {
      throw new BusinessRuleViolation(field, key);
    }
  }

  private boolean isVatId(String vat) {
    return "NL".equals(address.country()) ? DUTCH_VAT.matcher(vat).matches() : vat.length() > 4;
  }

  private static boolean isEndpoint(String scheme, String id) {
    return scheme != null
        && id != null
        && scheme.matches("\\d{4}")
        && !id.isBlank()
        && (!ENDPOINTS.containsKey(scheme) || ENDPOINTS.get(scheme).matcher(id).matches());
  }

  /**
   * What an invoice to it would lack: who it is (BR-NL-10), its VAT number, and where it goes
   * (PEPPOL-EN16931-R010). A number of the wrong shape counts as none, as an invoice with it is
   * blocked.
   */
  public Set<Gap> gaps() {
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    boolean registered =
        kvkNumber != null && KVK.matcher(kvkNumber).matches()
            || oin != null && OIN.matcher(oin).matches();
    if (!registered) {
      gaps.add(Gap.REGISTRATION);
    }
    if (vatId == null || !isVatId(vatId)) {
      gaps.add(Gap.VAT_ID);
    }
    if (!isEndpoint(endpointScheme, endpointId)) {
      gaps.add(Gap.ENDPOINT);
    }
    return gaps;
  }

  public int version() {
    return version;
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
