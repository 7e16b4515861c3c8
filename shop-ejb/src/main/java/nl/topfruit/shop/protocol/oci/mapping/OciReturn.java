package nl.topfruit.shop.protocol.oci.mapping;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.OciItem;

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
   * @param field without {@code NEW_ITEM-}; empty when it is about the line as a whole
   * @param about the value of ours that it is about; null when it is none or more than one
   * @param key what was changed, which is no harm: {@code oci.cut}, {@code oci.cutOwn} (the buyer's
   *     own words), {@code oci.lettersLost}; or why the line may not be sent: {@code oci.tooLong},
   *     {@code oci.unknownUnit}, {@code oci.priceTooFine}, {@code oci.priceNotPositive}, {@code
   *     oci.quantityTooFine}, {@code oci.quantityNotPositive}, {@code oci.leadTimeNegative}, {@code
   *     oci.notANumber}, {@code oci.codeNotInCharset}, {@code oci.notInTable}, {@code oci.missing},
   *     {@code oci.dependent}, {@code oci.tooManyLines} (every line beyond the limit)
   * @param value the value it concerns; may be empty
   * @param limit what it is measured by, or empty
   * @param blocking the return may not be sent
   * @param toBuyer the buyer is to know; otherwise it is for the staff's log only
   */
  public record Finding(
      int item,
      String field,
      ItemValue about,
      String key,
      String value,
      String limit,
      boolean blocking,
      boolean toBuyer) {

    /** Reason and remedy, naming our value first and their field in brackets. */
    public String sentence(Locale reader) {
      String name = about == null ? field : about.label(reader) + " (" + field + ")";
      return ProtocolTexts.sentence(reader, key, name, value, limit);
    }
  }

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
    ReturnWriter writer = new ReturnWriter(profile, charset, locale);
    items.forEach(writer::write);
    return writer.written();
  }

  /** The name of a field on the wire. The long text has its index before the colon (OCI 4.0). */
  static String wireName(String field, int number) {
    return field.equals("LONGTEXT")
        ? "NEW_ITEM-LONGTEXT_" + number + ":132[]"
        : "NEW_ITEM-" + field + "[" + number + "]";
  }
}
