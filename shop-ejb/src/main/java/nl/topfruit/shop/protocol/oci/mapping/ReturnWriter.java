package nl.topfruit.shop.protocol.oci.mapping;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciItem;
import nl.topfruit.shop.protocol.oci.mapping.OciReturn.Finding;

/** One basket being written and checked on the way. */
final class ReturnWriter {
  private static final int QUANTITY_DECIMALS = 3;
  private static final int WHOLE_DIGITS = 11;
  private static final int PRICE_UNIT_DIGITS = 5;
  private static final int SHOWN_PRICE_DECIMALS = 2;

  private final OciProfile profile;
  private final Charset charset;
  private final Locale locale;
  private final List<FormField> fields = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int lines;

  ReturnWriter(OciProfile profile, Charset charset, Locale locale) {
    this.profile = profile;
    this.charset = charset;
    this.locale = locale;
  }

  void write(OciItem item) {
    new Line(lines++, item).write();
  }

  OciReturn written() {
    return new OciReturn(fields, findings);
  }

  /** One line being written. */
  private final class Line implements Expression.Line {
    private final int index;
    private final OciItem item;
    private final Map<String, String> sent = new HashMap<>();
    private Rule rule;

    Line(int index, OciItem item) {
      this.index = index;
      this.item = item;
    }

    void write() {
      for (Rule next : profile.rules()) {
        rule = next;
        rule.value().values().distinct().forEach(this::check);
        String value = fitting(rule.value());
        if (value != null && !value.isBlank()) {
          sent.put(rule.field(), value);
          fields.add(new FormField(OciReturn.wireName(rule.field(), index + 1), value));
        }
      }
      mandatory();
    }

    /** What is wrong with a value whatever field it goes to. */
    private void check(ItemValue value) {
      switch (value) {
        case UNIT -> {
          if (profile.theirs(item.unit()) == null) {
            block("oci.unknownUnit", item.unit(), "");
          }
        }
        case QUANTITY -> {
          BigDecimal quantity = item.quantity().stripTrailingZeros();
          if (quantity.scale() > QUANTITY_DECIMALS
              || quantity.precision() - quantity.scale() > WHOLE_DIGITS) {
            block("oci.quantityTooFine", item.quantity().toPlainString(), "");
          }
        }
        case PRICE -> {
          BigDecimal price = item.price().movePointRight(shift()).stripTrailingZeros();
          if (price.scale() > profile.priceDecimals()
              || price.precision() - price.scale() > WHOLE_DIGITS) {
            block("oci.priceTooFine", item.price().toPlainString(), "");
          }
        }
        default -> {}
      }
    }

    private String fitting(Expression expression) {
      int length = profile.length(rule.field());
      if (expression.kind() == ItemValue.Kind.COMPOSED) {
        String value = description(length);
        noteCut(description(Integer.MAX_VALUE), value);
        return value;
      }
      String raw = expression.of(this);
      if (raw == null) {
        return null;
      }
      String fitted = fit(raw);
      return switch (expression.kind()) {
        case TEXT, COMPOSED -> cut(OciText.oneLine(fitted), length);
        case LINES -> cut(OciText.clean(fitted), length);
        case CODE, NUMBER -> code(OciText.code(fitted), length);
      };
    }

    private String cut(String whole, int length) {
      String value = OciText.cut(whole, length);
      noteCut(whole, value);
      return value;
    }

    private void noteCut(String whole, String value) {
      if (!whole.equals(value)) {
        boolean own = rule.value().values().anyMatch(ItemValue::isWrittenByTheBuyer);
        findings.add(new Finding(index, rule.field(), "oci.cut", value, "", false, own));
      }
    }

    private String code(String value, int length) {
      if (OciText.length(value) > length) {
        block("oci.tooLong", value, Integer.toString(length));
      }
      return value;
    }

    private void mandatory() {
      for (String field : List.of("DESCRIPTION", "QUANTITY", "UNIT", "CURRENCY")) {
        boolean reported =
            findings.stream().anyMatch(f -> f.item() == index && f.field().equals(field));
        if (!sent.containsKey(field) && !reported) {
          findings.add(new Finding(index, field, "oci.missing", "", "", true, true));
        }
      }
    }

    @Override
    public String text(ItemValue value) {
      String text = plain(value);
      return text == null ? null : fit(text);
    }

    private String plain(ItemValue value) {
      return switch (value) {
        case SKU -> item.sku();
        case NAME -> item.name();
        case DESCRIPTION -> description(StandardField.DESCRIPTION.length());
        case LONG_TEXT -> item.longText();
        case QUANTITY -> number(item.quantity().stripTrailingZeros(), 0);
        case UNIT -> profile.theirs(item.unit());
        case PRICE ->
            number(
                item.price().movePointRight(shift()).stripTrailingZeros(),
                Math.min(SHOWN_PRICE_DECIMALS, profile.priceDecimals()));
        case PRICE_UNIT ->
            shift() == 0 ? null : BigDecimal.ONE.movePointRight(shift()).toPlainString();
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
        case PURPOSE -> item.purpose();
        case REFERENCE -> item.reference();
        case CONTACT -> item.contact();
        case VAT_RATE ->
            item.vatRate() == null ? null : number(item.vatRate().stripTrailingZeros(), 0);
        case CATEGORY_ID -> item.category() == null ? null : item.category().id();
        case CATEGORY_NAME -> item.category() == null ? null : item.category().name();
        case CATEGORY_SCHEME -> item.category() == null ? null : item.category().scheme();
        case PICTURE_URL -> item.pictureUrl();
        case CONTRACT -> item.contract() == null ? null : item.contract().number();
        case CONTRACT_ITEM -> item.contract() == null ? null : item.contract().item();
        case WEB_SHOP -> item.webShop();
      };
    }

    @Override
    public LocalDate day(ItemValue value) {
      return value == ItemValue.DELIVERY_DAY ? item.deliverOn() : null;
    }

    @Override
    public void notInTable(String value) {
      block("oci.notInTable", value, "");
    }

    private String description(int length) {
      String place = item.placeName() == null ? null : fit(item.placeName());
      return OciText.description(
          fit(item.name()), place, item.deliverOn(), item.lineKey(), locale, length);
    }

    /** By how many places the point moves, so that the decimals fit: PRICEUNIT is 10 to that. */
    private int shift() {
      int excess = item.price().stripTrailingZeros().scale() - profile.priceDecimals();
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

    private void block(String key, String value, String limit) {
      findings.add(new Finding(index, rule.field(), key, value, limit, true, true));
    }
  }
}
