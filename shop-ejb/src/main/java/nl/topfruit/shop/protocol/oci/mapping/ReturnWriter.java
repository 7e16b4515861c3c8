package nl.topfruit.shop.protocol.oci.mapping;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.topfruit.shop.protocol.Quantities;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciItem;
import nl.topfruit.shop.protocol.oci.mapping.OciReturn.Finding;

/** One basket being written and checked on the way. */
final class ReturnWriter {
  private static final int QUANTITY_DECIMALS = 3;
  private static final int WHOLE_DIGITS = 11;
  private static final int PRICE_UNIT_DIGITS = 5;
  private static final int USUAL_DECIMALS = 2;

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

  private static int decimals(String currency) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(currency))
        .findFirst()
        .map(Currency::getDefaultFractionDigits)
        .orElse(USUAL_DECIMALS);
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
      if (profile.longestReturn() != null && index >= profile.longestReturn()) {
        add("", null, "oci.tooManyLines", "", profile.longestReturn().toString(), true, true);
      }
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
        case QUANTITY -> quantity(item.quantity());
        case PRICE -> price(item.price());
        case LEAD_TIME -> {
          if (item.leadTimeDays() != null && item.leadTimeDays() < 0) {
            block("oci.leadTimeNegative", item.leadTimeDays().toString(), "");
          }
        }
        default -> {}
      }
    }

    private void quantity(BigDecimal quantity) {
      BigDecimal exact = quantity.stripTrailingZeros();
      if (exact.signum() <= 0) {
        block("oci.quantityNotPositive", quantity.toPlainString(), "");
      } else if (exact.scale() > QUANTITY_DECIMALS
          || exact.precision() - exact.scale() > WHOLE_DIGITS) {
        block("oci.quantityTooFine", quantity.toPlainString(), "");
      }
    }

    private void price(BigDecimal price) {
      BigDecimal exact = price.movePointRight(shift()).stripTrailingZeros();
      if (exact.signum() <= 0) {
        block("oci.priceNotPositive", price.toPlainString(), "");
      } else if (exact.scale() > profile.priceDecimals()
          || exact.precision() - exact.scale() > WHOLE_DIGITS) {
        block("oci.priceTooFine", price.toPlainString(), "");
      }
    }

    private String fitting(Expression expression) {
      int length = profile.length(rule.field());
      if (expression.kind() == ItemValue.Kind.COMPOSED) {
        String value = description(length);
        noteLost();
        noteCut(description(Integer.MAX_VALUE), value);
        return value;
      }
      String raw = expression.of(this);
      if (raw == null) {
        return null;
      }
      String fitted = fit(raw);
      noteLost();
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
        add(rule.field(), about(), own ? "oci.cutOwn" : "oci.cut", value, "", false, own);
      }
    }

    /** Words in a script that the charset lacks arrive as question marks. */
    private void noteLost() {
      rule.value()
          .values()
          .flatMap(
              value ->
                  value == ItemValue.DESCRIPTION
                      ? Stream.of(ItemValue.NAME, ItemValue.BRANCH_NAME)
                      : Stream.of(value))
          .distinct()
          .filter(
              value -> value.kind() == ItemValue.Kind.TEXT || value.kind() == ItemValue.Kind.LINES)
          .filter(
              value ->
                  plain(value) != null && questionMarks(text(value)) > questionMarks(plain(value)))
          .forEach(
              value ->
                  add(
                      rule.field(),
                      value,
                      "oci.lettersLost",
                      Quantities.shortened(plain(value)),
                      charset.name(),
                      false,
                      value.isWrittenByTheBuyer()));
    }

    private static long questionMarks(String text) {
      return text.chars().filter(c -> c == '?').count();
    }

    /** Our value in the rule, when it is one. */
    private ItemValue about() {
      List<ItemValue> values = rule.value().values().distinct().toList();
      return values.size() == 1 ? values.get(0) : null;
    }

    /** Neither cut nor written in other letters: it would be another code. */
    private String code(String value, int length) {
      if (OciText.length(value) > length) {
        block("oci.tooLong", value, Integer.toString(length));
      }
      String unlike = unlike(rule.value());
      if (unlike != null) {
        block("oci.codeNotInCharset", unlike, charset.name());
      }
      StandardField.Form form =
          StandardField.named(rule.field())
              .map(StandardField::form)
              .orElse(StandardField.Form.TEXT);
      if (rule.value().kind() != ItemValue.Kind.NUMBER
          && !form.reads(profile.decimalComma() ? value.replace(',', '.') : value)) {
        block("oci.notANumber", value, "");
      }
      return value;
    }

    /** A code in it that the charset cannot hold; null when there is none. */
    private String unlike(Expression expression) {
      String own =
          expression instanceof Expression.Constant constant
              ? constant.text()
              : expression instanceof Expression.Value value && value.kind() == ItemValue.Kind.CODE
                  ? plain(value.value())
                  : null;
      if (own != null && !fit(own).equals(Normalizer.normalize(own, Normalizer.Form.NFC))) {
        return own;
      }
      return expression.parts().stream()
          .map(this::unlike)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private void mandatory() {
      for (StandardField field : StandardField.missingIn(sent.keySet())) {
        boolean explained =
            findings.stream().anyMatch(f -> f.item() == index && f.field().equals(field.name()));
        if (!explained) {
          add(field.name(), null, "oci.missing", "", "", true, true);
        }
      }
      for (StandardField field : StandardField.values()) {
        field
            .needs()
            .filter(need -> sent.containsKey(field.name()) && !sent.containsKey(need.name()))
            .ifPresent(
                need -> add(field.name(), null, "oci.dependent", "", need.name(), true, true));
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
        case PRICE -> number(item.price().movePointRight(shift()).stripTrailingZeros(), cents());
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
        case CATEGORY -> item.category();
        case PICTURE_URL -> item.pictureUrl();
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

    /** Decimals that a price shows at least: those of its currency, none for yen. */
    private int cents() {
      return Math.min(profile.priceDecimals(), decimals(item.currency()));
    }

    private String number(BigDecimal number, int decimals) {
      String plain =
          (number.scale() < decimals ? number.setScale(decimals) : number).toPlainString();
      return profile.decimalComma() ? plain.replace('.', ',') : plain;
    }

    private String fit(String text) {
      return OciCharset.fit(text, charset);
    }

    private void add(
        String field,
        ItemValue about,
        String key,
        String value,
        String limit,
        boolean blocking,
        boolean toBuyer) {
      findings.add(new Finding(index, field, about, key, value, limit, blocking, toBuyer));
    }

    private void block(String key, String value, String limit) {
      add(rule.field(), about(), key, value, limit, true, true);
    }
  }
}
