package nl.topfruit.shop.invoicing;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers that can prove themselves wrong. */
final class CheckDigits {
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private CheckDigits() {}

  /** ISO 13616: without blanks, and 1 modulo 97 with the first four characters put last. */
  static boolean iban(String iban) {
    if (!IBAN.matcher(iban).matches()) {
      return false;
    }
    var digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  /** GS1: thirteen digits, weighed 1 and 3 in turn from the left, together a multiple of ten. */
  static boolean gln(String gln) {
    if (!gln.matches("\\d{13}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < gln.length(); i++) {
      sum += (gln.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }
}
