package nl.topfruit.shop.protocol.oci;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.protocol.oci.OciFieldMapping.Rule;

/**
 * A basket as the fields of the return form, {@code NEW_ITEM-FIELD[n]}. OCI has no way to report an
 * error: their system drops a line it cannot use without a word. So everything that would make it
 * do that is a finding here, before anything is sent.
 *
 * @param fields in order, empty ones left out
 * @param findings what was cut, and what may not be sent
 */
public record OciReturn(List<FormField> fields, List<Finding> findings) {

  public OciReturn {
    fields = List.copyOf(fields);
    findings = List.copyOf(findings);
  }

  /**
   * @param item index from zero
   * @param field without {@code NEW_ITEM-}
   * @param key {@code oci.cut} (a text was shortened, which is no harm), or why the line may not be
   *     sent: {@code oci.tooLong}, {@code oci.unknownUnit}, {@code oci.priceTooFine}, {@code
   *     oci.quantityTooFine}, {@code oci.missing}
   * @param value the value it concerns
   * @param blocking the return may not be sent
   */
  public record Finding(int item, String field, String key, String value, boolean blocking) {}

  /** False when any finding forbids to send it. */
  public boolean maySend() {
    return findings.stream().noneMatch(Finding::blocking);
  }

  /** A return without items: log-off. */
  public static OciReturn empty() {
    return new OciReturn(List.of(), List.of());
  }

  /**
   * @param charset of the return page; characters outside it are written in others
   * @param locale of the weekday in the description
   */
  public static OciReturn of(
      List<OciItem> items, OciProfile profile, Charset charset, Locale locale) {
    Writer writer = new Writer(profile, charset, locale);
    for (int i = 0; i < items.size(); i++) {
      writer.write(i, items.get(i));
    }
    return new OciReturn(writer.fields, writer.findings);
  }

  /** The name of a field on the wire. The long text has its index before the colon (OCI 4.0). */
  static String wireName(String field, int number) {
    return field.equals("LONGTEXT")
        ? "NEW_ITEM-LONGTEXT_" + number + ":132[]"
        : "NEW_ITEM-" + field + "[" + number + "]";
  }

  /** One basket being written. */
  private static final class Writer {
    private static final int QUANTITY_DECIMALS = 3;
    private static final int WHOLE_DIGITS = 11;
    private static final int PRICE_UNIT_DIGITS = 5;
    private static final int SHOWN_PRICE_DECIMALS = 2;

    private final OciProfile profile;
    private final Charset charset;
    private final Locale locale;
    private final List<FormField> fields = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Writer(OciProfile profile, Charset charset, Locale locale) {
      this.profile = profile;
      this.charset = charset;
      this.locale = locale;
    }

    void write(int index, OciItem item) {
      for (Rule rule : profile.mapping().rules()) {
        String value =
            switch (rule.source().kind()) {
              case TEXT -> text(index, rule, plainValue(rule, item));
              case CODE -> code(index, rule, plainValue(rule, item));
              case COMPOSED -> description(index, rule, item);
              case QUANTITY -> quantity(index, rule, item.quantity());
              case PRICE -> price(index, rule, item.price());
              case PRICE_UNIT -> priceUnit(item.price());
            };
        if (value != null && !value.isBlank()) {
          fields.add(new FormField(wireName(rule.field(), index + 1), value));
        } else if (isMandatory(rule.field())) {
          block(index, rule, "oci.missing", "");
        }
      }
    }

    private static boolean isMandatory(String field) {
      return switch (field) {
        case "DESCRIPTION", "QUANTITY", "UNIT", "CURRENCY" -> true;
        default -> false;
      };
    }

    private String plainValue(Rule rule, OciItem item) {
      return switch (rule.source()) {
        case LONG_TEXT -> item.longText();
        case SKU -> item.sku();
        case UNIT -> profile.theirs(item.unit());
        case CURRENCY -> item.currency();
        case LEAD_TIME -> item.leadTimeDays() == null ? null : item.leadTimeDays().toString();
        case QUOTE_ID -> item.quoteId();
        case QUOTE_ITEM -> item.quoteItem();
        case LINE_KEY -> item.lineKey();
        case COST_CENTRE -> item.costCentre();
        case LEDGER_CODE -> item.ledgerCode();
        case BRANCH_CODE -> item.branchCode();
        case BRANCH_NAME -> item.placeName();
        case DELIVERY_DAY -> item.deliverOn() == null ? null : item.deliverOn().toString();
        case DELIVERY_DAY_COMPACT ->
            item.deliverOn() == null
                ? null
                : DateTimeFormatter.BASIC_ISO_DATE.format(item.deliverOn());
        case PURPOSE -> item.purpose();
        case REFERENCE -> item.reference();
        case CONTACT -> item.contact();
        case VAT_RATE ->
            item.vatRate() == null ? null : item.vatRate().stripTrailingZeros().toPlainString();
        case CATEGORY_ID -> item.categoryId();
        case PICTURE_URL -> item.pictureUrl();
        case CONSTANT -> rule.constant();
        case DESCRIPTION, QUANTITY, PRICE, PRICE_UNIT ->
            throw new IllegalStateException(rule.source() + " is no plain value");
      };
    }

    private String description(int index, Rule rule, OciItem item) {
      String name = fit(item.name());
      String place = item.placeName() == null ? null : fit(item.placeName());
      String whole =
          OciText.description(
              name, place, item.deliverOn(), item.lineKey(), locale, Integer.MAX_VALUE);
      String value =
          OciText.description(name, place, item.deliverOn(), item.lineKey(), locale, rule.length());
      noteCut(index, rule, whole, value);
      return value;
    }

    private String text(int index, Rule rule, String text) {
      if (text == null) {
        return null;
      }
      boolean manyLines = rule.source() == OciSource.LONG_TEXT;
      String whole = manyLines ? OciText.clean(fit(text)) : OciText.oneLine(fit(text));
      String value = OciText.cut(whole, rule.length());
      noteCut(index, rule, whole, value);
      return value;
    }

    private String code(int index, Rule rule, String code) {
      if (code == null) {
        if (rule.source() == OciSource.UNIT) {
          block(index, rule, "oci.unknownUnit", "");
        }
        return null;
      }
      String value = fit(OciText.code(code));
      if (OciText.length(value) > rule.length()) {
        block(index, rule, "oci.tooLong", value);
      }
      return value;
    }

    private String quantity(int index, Rule rule, BigDecimal quantity) {
      BigDecimal exact = quantity.stripTrailingZeros();
      if (exact.scale() > QUANTITY_DECIMALS || exact.precision() - exact.scale() > WHOLE_DIGITS) {
        block(index, rule, "oci.quantityTooFine", quantity.toPlainString());
      }
      return number(exact, 0);
    }

    private String price(int index, Rule rule, BigDecimal price) {
      int shift = shift(price);
      BigDecimal perUnit = price.movePointRight(shift).stripTrailingZeros();
      if (perUnit.scale() > profile.priceDecimals()
          || perUnit.precision() - perUnit.scale() > WHOLE_DIGITS) {
        block(index, rule, "oci.priceTooFine", price.toPlainString());
      }
      return number(perUnit, Math.min(SHOWN_PRICE_DECIMALS, profile.priceDecimals()));
    }

    private String priceUnit(BigDecimal price) {
      int shift = shift(price);
      return shift == 0 ? null : BigDecimal.ONE.movePointRight(shift).toPlainString();
    }

    /** By how many places the point moves, so that the decimals fit: PRICEUNIT is 10 to that. */
    private int shift(BigDecimal price) {
      int excess = price.stripTrailingZeros().scale() - profile.priceDecimals();
      return profile.priceUnit() && excess > 0 && excess < PRICE_UNIT_DIGITS ? excess : 0;
    }

    private String number(BigDecimal number, int decimals) {
      String plain =
          (number.scale() < decimals ? number.setScale(decimals) : number).toPlainString();
      return profile.decimalComma() ? plain.replace('.', ',') : plain;
    }

    private String fit(String text) {
      return OciCharset.fit(text, charset);
    }

    private void noteCut(int index, Rule rule, String whole, String value) {
      if (!whole.equals(value)) {
        findings.add(new Finding(index, rule.field(), "oci.cut", value, false));
      }
    }

    private void block(int index, Rule rule, String key, String value) {
      findings.add(new Finding(index, rule.field(), key, value, true));
    }
  }
}
