package nl.topfruit.shop.invoicing;

import java.util.Locale;
import java.util.Map;

/**
 * Units of quantity as UN/ECE Recommendations 20 and 21 write them. Customers' systems have habits
 * of their own, and the rules refuse those outright (BR-CL-23): ST and c62, and EDIFACT's PCE.
 */
final class UnitCode {
  private static final Map<String, String> HABITS =
      Map.ofEntries(
          Map.entry("ST", "C62"),
          Map.entry("STK", "C62"),
          Map.entry("STUK", "C62"),
          Map.entry("STUKS", "C62"),
          Map.entry("PC", "C62"),
          Map.entry("PCS", "C62"),
          Map.entry("PCE", "C62"),
          Map.entry("KG", "KGM"),
          Map.entry("GR", "GRM"),
          Map.entry("DS", "XBX"),
          Map.entry("DOOS", "XBX"),
          Map.entry("KRAT", "XCR"),
          Map.entry("KRT", "XCT"));

  private UnitCode() {}

  /** The official code of a unit; what is no known habit is taken for a code. */
  static String of(String unit) {
    String code = unit.strip().toUpperCase(Locale.ROOT);
    return HABITS.getOrDefault(code, code);
  }
}
