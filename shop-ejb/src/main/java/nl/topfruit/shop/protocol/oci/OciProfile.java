package nl.topfruit.shop.protocol.oci;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.topfruit.shop.protocol.Units;

/**
 * How a connection wants its return: all of it data, changed in the back office without a line of
 * code.
 *
 * @param charset used when the call-up names none; a name as in {@link OciCharset#named}
 * @param target window of the return when the call-up names none; null for {@code _top}
 * @param hookHandling what happens to the query of the return address
 * @param mapping which value goes where
 * @param units from UN/ECE Rec 20 to the code they know; a unit that is missing here may not be
 *     sent, because their system drops such a line without a word
 * @param priceDecimals decimals they keep, 0 to 3
 * @param priceUnit they reckon with PRICEUNIT, so that a finer price may be given per ten or more
 * @param decimalComma they read a comma as decimal sign, against the standard
 */
public record OciProfile(
    String charset,
    String target,
    HookHandling hookHandling,
    OciFieldMapping mapping,
    Map<String, String> units,
    int priceDecimals,
    boolean priceUnit,
    boolean decimalComma) {

  /** SAP SRM and S/4HANA: ISO-8859-1 by the specification, units by their ISO code. */
  public static final OciProfile SAP =
      new OciProfile(
          "ISO-8859-1",
          null,
          HookHandling.WHOLE,
          OciFieldMapping.SAP,
          Map.of(Units.PIECE, "PCE", "KGM", "KGM"),
          3,
          true,
          false);

  /** Any other OCI 4.0 system: UTF-8 in practice, and no reckoning with PRICEUNIT. */
  public static final OciProfile GENERIC =
      new OciProfile(
          "UTF-8",
          null,
          HookHandling.WHOLE,
          OciFieldMapping.GENERIC,
          Map.of(Units.PIECE, "EA", "KGM", "KGM"),
          2,
          false,
          false);

  public OciProfile {
    Objects.requireNonNull(hookHandling, "hookHandling");
    Objects.requireNonNull(mapping, "mapping");
    units = Map.copyOf(units);
    if (OciCharset.named(charset).isEmpty()) {
      throw new IllegalArgumentException("No charset for a form: " + charset);
    }
    if (priceDecimals < 0 || priceDecimals > 3) {
      throw new IllegalArgumentException("PRICE has three decimals at most (OCI 4.0, 11.3)");
    }
  }

  /** The charset of the return: that of the call-up, else that of the connection. */
  public Charset charset(OciCallUp callUp) {
    return callUp != null && callUp.charset() != null
        ? callUp.charset()
        : OciCharset.named(charset).orElseThrow();
  }

  /** The window of the return: returntarget, else ~TARGET, else the connection's, else _top. */
  public String target(OciCallUp callUp) {
    if (callUp != null && callUp.target() != null) {
      return callUp.target().strip();
    }
    return target != null && !target.isBlank() ? target : "_top";
  }

  /** The unit in their code, or null when they do not know it. */
  String theirs(String unit) {
    String code = units.get(unit);
    return code != null ? code : units.get(Units.normalise(unit));
  }

  /** Names of the presets, for a list of choices. */
  public static List<String> presets() {
    return List.of("SAP", "GENERIC");
  }

  /** SAP by its name, otherwise the generic one. */
  public static OciProfile preset(String name) {
    return "SAP".equals(name) ? SAP : GENERIC;
  }
}
