package nl.topfruit.shop.protocol.oci.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of a returned line by the standard (OCI 4.0, inbound section, with those that OCI 5.0
 * adds), and what a purchasing system holds against them. All are characters; lengths count
 * characters.
 */
enum StandardField {
  /** A line needs it or MATNR. */
  DESCRIPTION(40),
  /** The buyer's own material number; by the letter of the standard instead of DESCRIPTION. */
  MATNR(40),
  QUANTITY(15, Form.DECIMAL),
  /** ISO code that they know; a line with MATNR can do without. */
  UNIT(3),
  PRICE(15, Form.DECIMAL),
  CURRENCY(5),
  PRICEUNIT(5, Form.WHOLE),
  LEADTIME(5, Form.WHOLE),
  LONGTEXT(Integer.MAX_VALUE),
  /** The buyer's number for us. */
  VENDOR(10),
  VENDORMAT(40),
  MANUFACTCODE(10),
  MANUFACTMAT(40),
  MATGROUP(10),
  /** X for a service. */
  SERVICE(1),
  CONTRACT(10),
  CONTRACT_ITEM(5, CONTRACT),
  EXT_QUOTE_ID(35),
  EXT_QUOTE_ITEM(10, EXT_QUOTE_ID),
  EXT_PRODUCT_ID(40),
  ATTACHMENT(255),
  ATTACHMENT_TITLE(255, ATTACHMENT),
  /** C for a configuration. */
  ATTACHMENT_PURPOSE(1, ATTACHMENT),
  EXT_SCHEMA_TYPE(10),
  EXT_CATEGORY_ID(60, EXT_SCHEMA_TYPE),
  EXT_CATEGORY(40, EXT_SCHEMA_TYPE),
  SLD_SYS_NAME(60),
  CUST_FIELD1(10),
  CUST_FIELD2(10),
  CUST_FIELD3(10),
  CUST_FIELD4(20),
  CUST_FIELD5(50),
  /** OCI 5.0: place in a hierarchy of lines. */
  ITEM_TYPE(1),
  /** OCI 5.0: number of the line that it belongs to. */
  PARENT_ID(5);

  /** How a field is written. */
  enum Form {
    TEXT(""),
    /** Digits with a point, at most three decimals, no sign. */
    DECIMAL("\\d{1,11}(\\.\\d{1,3})?"),
    /** Digits only. */
    WHOLE("\\d+");

    private final Pattern pattern;

    Form(String pattern) {
      this.pattern = pattern.isEmpty() ? null : Pattern.compile(pattern);
    }

    boolean reads(String value) {
      return pattern == null || pattern.matcher(value).matches();
    }
  }

  private final int length;
  private final Form form;
  private final StandardField needs;

  StandardField(int length) {
    this(length, Form.TEXT, null);
  }

  StandardField(int length, Form form) {
    this(length, form, null);
  }

  StandardField(int length, StandardField needs) {
    this(length, Form.TEXT, needs);
  }

  StandardField(int length, Form form, StandardField needs) {
    this.length = length;
    this.form = form;
    this.needs = needs;
  }

  /** In characters; {@link Integer#MAX_VALUE} for the long text. */
  public int length() {
    return length;
  }

  Form form() {
    return form;
  }

  /** The field without which this one is of no use. */
  Optional<StandardField> needs() {
    return this == PRICE ? Optional.of(CURRENCY) : Optional.ofNullable(needs);
  }

  boolean isOnlyOfFive() {
    return this == ITEM_TYPE || this == PARENT_ID;
  }

  /** What every line needs and this one lacks: DESCRIPTION or MATNR, QUANTITY, UNIT or MATNR. */
  static List<StandardField> missingIn(Set<String> fields) {
    boolean material = fields.contains(MATNR.name());
    return Stream.of(DESCRIPTION, QUANTITY, UNIT)
        .filter(field -> field == QUANTITY || !material)
        .filter(field -> !fields.contains(field.name()))
        .toList();
  }

  /** The field of this name, as the standard spells it. */
  public static Optional<StandardField> named(String name) {
    return Arrays.stream(values()).filter(field -> field.name().equals(name)).findFirst();
  }
}
