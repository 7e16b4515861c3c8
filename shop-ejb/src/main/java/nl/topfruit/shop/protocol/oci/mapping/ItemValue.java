package nl.topfruit.shop.protocol.oci.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.topfruit.shop.protocol.ProtocolTexts;

/**
 * A value of ours that a field of the return may carry. Its {@link #word} is how an expression
 * names it: {@code cost-centre}.
 */
public enum ItemValue {
  SKU(Kind.CODE),
  NAME(Kind.TEXT),
  /** Composed: name, place, day, and the line key at the end, which is never cut off. */
  DESCRIPTION(Kind.COMPOSED),
  LONG_TEXT(Kind.LINES),
  QUANTITY(Kind.NUMBER),
  /** By the unit table of the connection. */
  UNIT(Kind.CODE),
  /** Of {@link #PRICE_UNIT} pieces. */
  PRICE(Kind.NUMBER),
  /** The divisor of the price; left out when it is one. */
  PRICE_UNIT(Kind.NUMBER),
  CURRENCY(Kind.CODE),
  /** Whole days. */
  LEAD_TIME(Kind.NUMBER),
  QUOTE_ID(Kind.CODE),
  QUOTE_ITEM(Kind.CODE),
  LINE_KEY(Kind.CODE),
  COST_CENTRE(Kind.CODE),
  LEDGER_CODE(Kind.CODE),
  BRANCH_CODE(Kind.CODE),
  BRANCH_NAME(Kind.TEXT),
  /** 2026-11-26; another form by {@code date(delivery-day, "…")}. */
  DELIVERY_DAY(Kind.CODE),
  PURPOSE(Kind.TEXT),
  REFERENCE(Kind.TEXT),
  CONTACT(Kind.TEXT),
  /** The percentage as a number: 9, 21. */
  VAT_RATE(Kind.NUMBER),
  /** Our code of the category; a code of UNSPSC or eClass is made of it by a table. */
  CATEGORY(Kind.CODE),
  PICTURE_URL(Kind.CODE),
  WEB_SHOP(Kind.CODE);

  /** What may be done to a value that does not fit its field. */
  public enum Kind {
    /** Cut on a word boundary. */
    TEXT,
    /** As a text, with its line ends. */
    LINES,
    /** Cut inside, so that the key at its end stays. */
    COMPOSED,
    /** Never cut: half a code books on something else. */
    CODE,
    /** Never cut, and the only kind for a field that holds a number. */
    NUMBER
  }

  private final Kind kind;

  ItemValue(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Its name in an expression. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What people call it. */
  public String label(Locale reader) {
    return ProtocolTexts.sentence(reader, "value." + word());
  }

  /** The buyer's own words: when they are shortened he must know. */
  boolean isWrittenByTheBuyer() {
    return this == REFERENCE || this == CONTACT;
  }

  static Optional<ItemValue> named(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }

  /** Every name, for a list of choices. */
  public static String words() {
    return Arrays.stream(values()).map(ItemValue::word).collect(Collectors.joining(", "));
  }
}
