package nl.topfruit.shop.protocol;

import java.util.Locale;
import java.util.Set;

/** Units of measure as customer systems write them, brought back to UN/ECE Recommendation 20. */
public final class Units {

  /** One piece in our documents: UN/ECE Rec 20 "one". */
  public static final String PIECE = "C62";

  private static final Set<String> PIECES =
      Set.of("PCE", "EA", "C62", "H87", "EACH", "ST", "STK", "STUK", "PC", "PCS", "UN");

  private Units() {}

  /**
   * {@link #PIECE} for every way to say one piece (CONTRACT: PCE, EA, C62, H87), otherwise the code
   * in capitals; null when there was none. UBL allows packaging codes with a leading X; they stay.
   */
  public static String normalise(String raw) {
    if (raw == null || raw.isBlank()) {
      return null;
    }
    String unit = raw.strip().toUpperCase(Locale.ROOT);
    return PIECES.contains(unit) ? PIECE : unit;
  }
}
