package nl.topfruit.shop.invoicing;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;

/** Numbers and days as people write them in a language. */
final class Figures {
  private static final String NO_BREAK_SPACE = "\u00a0";

  private final Locale locale;
  private final boolean dutch;

  Figures(Locale locale) {
    this.locale = locale;
    this.dutch = locale.getLanguage().equals("nl");
  }

  /** With the currency: "€ 1.234,56" and "€ -1,00", or "€1,234.56" and "-€1.00". */
  String euro(Money amount) {
    return dutch
        ? "€" + NO_BREAK_SPACE + amount(amount)
        : format("€#,##0.00;-€#,##0.00", amount.rounded().amount());
  }

  /** In cents, without the currency. */
  String amount(Money amount) {
    return format("#,##0.00", amount.rounded().amount());
  }

  /** With every decimal it has, two at least. */
  String price(Money price) {
    return format("#,##0.00########", price.amount());
  }

  String quantity(BigDecimal quantity) {
    return format("#,##0.######", quantity);
  }

  String percent(VatRate rate) {
    return format("0.##", rate.percent()) + "%";
  }

  String day(LocalDate day) {
    return day == null ? "" : DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
  }

  /** An account number in groups of four, as it stands on a bank card. */
  static String iban(String iban) {
    return iban.replaceAll("\\s", "").replaceAll("(.{4})(?=.)", "$1" + NO_BREAK_SPACE);
  }

  private String format(String pattern, BigDecimal number) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(number);
  }
}
