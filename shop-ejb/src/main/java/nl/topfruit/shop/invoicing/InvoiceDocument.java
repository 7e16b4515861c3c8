package nl.topfruit.shop.invoicing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.common.VatSummary;

/**
 * Everything one invoice or credit note says, once, for the paper that people read ({@link
 * InvoicePdf}) and the message that machines book ({@link UblInvoiceWriter}). It is a value: it is
 * made from the order when the invoice is drawn up and never changes.
 *
 * <p>Texts may be null or blank where nothing is to be said; they are kept as given. What cannot be
 * said at all (a negative price, a line without a quantity) is refused here; what the customer or
 * the law misses in it is found by {@link UblCheck} in words that people understand. BT-numbers are
 * the terms of EN 16931.
 *
 * @param kind invoice or credit note
 * @param profile the rule set that the receiver expects
 * @param number our gapless number (BT-1)
 * @param issued issue date (BT-2)
 * @param due last day of payment (BT-9); always said
 * @param period what the document covers (BG-14), or null
 * @param references what the receiver knows the purchase by
 * @param seller who invoices
 * @param buyer the legal person who pays
 * @param delivery where and when it was delivered (BG-13), or null for several places
 * @param payment how to pay
 * @param lines at least one
 * @param charges costs or discounts of the whole document, per VAT rate; only for what was ordered
 *     without a purchase order
 * @param attachments files inside the message (BG-24)
 * @param note one free text (BT-22)
 * @param demoCodes the ledger codes are examples; the paper says so
 */
public record InvoiceDocument(
    Kind kind,
    Profile profile,
    String number,
    LocalDate issued,
    LocalDate due,
    Period period,
    References references,
    Party seller,
    Party buyer,
    Delivery delivery,
    Payment payment,
    List<Line> lines,
    List<Charge> charges,
    List<Attachment> attachments,
    String note,
    boolean demoCodes) {

  /**
   * A credit note has positive amounts that are owed to the buyer. A customer who wants the NLCIUS
   * preference instead gets an {@code INVOICE} with negative quantities.
   */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE
  }

  /** Which official rules the receiver holds the message against. */
  public enum Profile {
    PEPPOL,
    NLCIUS
  }

  public InvoiceDocument {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(profile, "profile");
    requireText(number, "number");
    Objects.requireNonNull(issued, "issued");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(references, "references");
    Objects.requireNonNull(seller, "seller");
    Objects.requireNonNull(buyer, "buyer");
    Objects.requireNonNull(payment, "payment");
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    attachments = List.copyOf(attachments);
    require(!lines.isEmpty(), "an invoice has at least one line");
    require(
        !blank(references.purchaseOrder()) || lines.stream().allMatch(l -> blank(l.orderLine())),
        "a line of a purchase order (BT-132) needs the order's number (BT-13)");
  }

  /** Net and VAT per rate, over lines and charges together: the only totals of the document. */
  public VatSummary vat() {
    return VatSummary.of(
        Stream.concat(
                lines.stream().map(line -> new VatSummary.Line(line.rate(), line.net())),
                charges.stream().map(charge -> new VatSummary.Line(charge.rate(), charge.net())))
            .toList());
  }

  /** Sum of the lines (BT-106), without charges and VAT. */
  public Money linesNet() {
    return Money.sum(lines.stream().map(Line::net).toList());
  }

  public Money net() {
    return vat().net();
  }

  public Money gross() {
    return vat().gross();
  }

  /** Money goes back to the buyer: a credit note, or an invoice below zero. */
  public boolean credits() {
    return kind == Kind.CREDIT_NOTE || gross().amount().signum() < 0;
  }

  /** First and last day, both included. */
  public record Period(LocalDate from, LocalDate to) {
    public Period {
      require(!to.isBefore(from), "a period ends after it begins");
    }
  }

  /**
   * What the receiver books by.
   *
   * @param purchaseOrder number of the purchase order (BT-13), to the letter, or null without one
   * @param salesOrder our order number (BT-14)
   * @param buyerReference what was agreed to be named (BT-10)
   * @param orderer who ordered; named when there is neither purchase order nor agreed reference
   * @param costCentre cost centre of the whole document (BT-19)
   * @param contract contract number (BT-12)
   * @param invoices numbers of the invoices that this one corrects (BT-25)
   */
  public record References(
      String purchaseOrder,
      String salesOrder,
      String buyerReference,
      String orderer,
      String costCentre,
      String contract,
      List<String> invoices) {
    public References {
      invoices = List.copyOf(invoices);
    }
  }

  /**
   * A number together with the list it stands in (ISO 6523 code, the "EAS" list).
   *
   * @param scheme such as 0106 for the Dutch trade register
   */
  public record Identifier(String scheme, String value) {
    public static final String KVK = "0106";
    public static final String OIN = "0190";
    public static final String VAT = "9944";
    public static final String GLN = "0088";
    public static final String ESTABLISHMENT = "0217";

    public Identifier {
      requireText(scheme, "scheme");
      requireText(value, "value");
    }

    public static Identifier kvk(String number) {
      return new Identifier(KVK, number);
    }

    public static Identifier oin(String number) {
      return new Identifier(OIN, number);
    }

    public static Identifier vat(String number) {
      return new Identifier(VAT, number);
    }

    public static Identifier gln(String number) {
      return new Identifier(GLN, number);
    }

    public static Identifier establishment(String number) {
      return new Identifier(ESTABLISHMENT, number);
    }
  }

  /**
   * Seller or buyer.
   *
   * @param name as people call it (BT-28, BT-45), or null when it is the legal name
   * @param legalName as registered (BT-27, BT-44)
   * @param legalId KvK or OIN number (BT-30, BT-47); another list is refused by the Dutch rules, so
   *     it is apart from the endpoint
   * @param vatId VAT number with its country (BT-31, BT-48), or null
   * @param endpoint electronic address (BT-34, BT-49), or null
   */
  public record Party(
      String name,
      String legalName,
      Identifier legalId,
      String vatId,
      Identifier endpoint,
      Address address,
      Contact contact) {
    public Party {
      requireText(legalName, "legalName");
      Objects.requireNonNull(address, "address");
    }
  }

  /**
   * @param extra second line of the address, or null
   * @param country ISO 3166-1 alpha-2
   */
  public record Address(
      String street, String extra, String postalCode, String city, String country) {
    public Address {
      require(country != null && country.matches("[A-Z]{2}"), "a country is two capital letters");
    }
  }

  /** Whom to ask; each may be null. */
  public record Contact(String name, String phone, String email) {}

  /**
   * @param day day of delivery (BT-72), or null
   * @param location GLN or establishment number (BT-71), or null
   * @param name name of the branch or recipient (BT-70)
   */
  public record Delivery(LocalDate day, Identifier location, String name, Address address) {}

  /**
   * @param iban may hold spaces, the message carries it without
   * @param bic or null
   * @param reference what to name with the payment (BT-83)
   * @param terms terms of payment in words (BT-20)
   */
  public record Payment(String iban, String bic, String reference, String terms) {
    public Payment {
      requireText(iban, "iban");
    }
  }

  /**
   * One line of the purchase order, with its quantity and price.
   *
   * @param id our line number (BT-126), unique in the document
   * @param orderLine line number of the purchase order (BT-132), to the letter, or null
   * @param sku our article (BT-155)
   * @param buyerItem the buyer's own article number (BT-156), or null
   * @param quantity not zero; below zero takes something back
   * @param unit UN/ECE Recommendation 20 or 21 code, or a customer's habit such as ST
   * @param price net price of {@code priceBase} units, any decimals, never below zero (BR-27)
   * @param priceBase how many units the price is for, usually 1 (BT-149)
   * @param ledgerCode ledger account of the buyer (BT-133)
   * @param costCentre cost centre of this line, when it is not the document's, or null
   */
  public record Line(
      String id,
      String orderLine,
      String sku,
      String buyerItem,
      String name,
      String description,
      BigDecimal quantity,
      String unit,
      Money price,
      BigDecimal priceBase,
      VatRate rate,
      String ledgerCode,
      String costCentre,
      List<Property> properties,
      String note) {
    public Line {
      requireText(id, "id");
      requireText(name, "name");
      requireText(unit, "unit");
      Objects.requireNonNull(rate, "rate");
      properties = List.copyOf(properties);
      require(quantity.signum() != 0, "a line has a quantity");
      require(
          price.amount().signum() >= 0, "a price is never negative (BR-27), the quantity may be");
      require(priceBase.signum() > 0, "a price is for more than zero units");
    }

    /** Price ÷ base × quantity, rounded once, in cents (BT-131). */
    public Money net() {
      return Money.euro(price.amount().multiply(quantity).divide(priceBase, MathContext.DECIMAL128))
          .rounded();
    }
  }

  /** A further fact about an item (BG-32), such as "Inkoopordernummer". */
  public record Property(String name, String value) {}

  /**
   * A cost of the whole document at one VAT rate; below zero it is a discount.
   *
   * @param net in cents, not zero
   * @param reason in words, on paper and in the message (BR-38)
   */
  public record Charge(VatRate rate, Money net, String reason) {
    public Charge {
      Objects.requireNonNull(rate, "rate");
      requireText(reason, "reason");
      require(net.sameAs(net.rounded()) && !net.isZero(), "a charge is an amount in cents");
    }

    /**
     * A cost that follows the goods, divided over their VAT rates in proportion to their net
     * amounts (Belastingdienst on delivery costs); the last rate takes the cent that is left.
     *
     * @param total in cents, not zero
     * @param goods at least one rate
     */
    public static List<Charge> proRata(Money total, VatSummary goods, String reason) {
      var charges = new ArrayList<Charge>();
      Money left = total;
      int last = goods.rates().size() - 1;
      for (int i = 0; i <= last; i++) {
        var row = goods.rates().get(i);
        Money share =
            i == last
                ? left
                : Money.euro(
                        total
                            .amount()
                            .multiply(row.net().amount())
                            .divide(goods.net().amount(), MathContext.DECIMAL128))
                    .rounded();
        left = left.minus(share);
        if (!share.isZero()) {
          charges.add(new Charge(row.rate(), share, reason));
        }
      }
      return List.copyOf(charges);
    }
  }

  /**
   * A file that travels inside the message.
   *
   * @param filename with its extension; a message without it is refused (UBL-DT-07)
   * @param mimeType one of those that the rules know (BR-CL-24)
   */
  public record Attachment(String filename, String mimeType, byte[] content) {
    private static final Set<String> KNOWN =
        Set.of(
            "application/pdf",
            "image/png",
            "image/jpeg",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet");

    public Attachment {
      requireText(filename, "filename");
      require(KNOWN.contains(mimeType), "an invoice does not carry " + mimeType + " (BR-CL-24)");
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static void requireText(String text, String what) {
    require(!blank(text), what + " is missing");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
