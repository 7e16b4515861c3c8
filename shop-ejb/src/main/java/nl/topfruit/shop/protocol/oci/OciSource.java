package nl.topfruit.shop.protocol.oci;

/** Which of our values a field of the return carries. */
public enum OciSource {
  /** Composed: name, place, day, and the line key at the end; 40 characters at most. */
  DESCRIPTION(Kind.COMPOSED),
  LONG_TEXT(Kind.TEXT),
  SKU(Kind.CODE),
  QUANTITY(Kind.QUANTITY),
  UNIT(Kind.CODE),
  PRICE(Kind.PRICE),
  /** The divisor of the price; left out when it is one. */
  PRICE_UNIT(Kind.PRICE_UNIT),
  CURRENCY(Kind.CODE),
  LEAD_TIME(Kind.CODE),
  QUOTE_ID(Kind.CODE),
  QUOTE_ITEM(Kind.CODE),
  LINE_KEY(Kind.CODE),
  COST_CENTRE(Kind.CODE),
  LEDGER_CODE(Kind.CODE),
  BRANCH_CODE(Kind.CODE),
  BRANCH_NAME(Kind.TEXT),
  /** 2026-11-26. */
  DELIVERY_DAY(Kind.CODE),
  /** 20261126, the form of a SAP date field. */
  DELIVERY_DAY_COMPACT(Kind.CODE),
  PURPOSE(Kind.TEXT),
  REFERENCE(Kind.TEXT),
  CONTACT(Kind.TEXT),
  /** The percentage as a number: 9, 21. */
  VAT_RATE(Kind.CODE),
  CATEGORY_ID(Kind.CODE),
  PICTURE_URL(Kind.CODE),
  /** The text that stands in the rule itself: their number for us, their material group. */
  CONSTANT(Kind.CODE);

  /** What may be done to a value that does not fit. */
  enum Kind {
    /** Cut on a word boundary. */
    TEXT,
    /** Cut inside, so that the key at its end stays. */
    COMPOSED,
    /** Never cut: half a code books on something else. */
    CODE,
    QUANTITY,
    PRICE,
    PRICE_UNIT
  }

  private final Kind kind;

  OciSource(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
