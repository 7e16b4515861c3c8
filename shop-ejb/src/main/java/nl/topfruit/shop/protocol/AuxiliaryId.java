package nl.topfruit.shop.protocol;

import java.util.Objects;
import java.util.Optional;

/**
 * Points at one line of a requisition: {@code EXT_QUOTE_ID/EXT_QUOTE_ITEM}, as it travels in cXML
 * SupplierPartAuxiliaryID and in the UBL item property {@code Aanvraagregel}.
 *
 * @param quoteId our EXT_QUOTE_ID
 * @param quoteItem our EXT_QUOTE_ITEM
 */
public record AuxiliaryId(String quoteId, String quoteItem) {

  public AuxiliaryId {
    Objects.requireNonNull(quoteId, "quoteId");
    Objects.requireNonNull(quoteItem, "quoteItem");
  }

  /** The two parts of an id of ours; empty when it is missing or of another form. */
  public static Optional<AuxiliaryId> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String id = text.strip();
    int slash = id.lastIndexOf('/');
    if (slash < 1 || slash == id.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(
        new AuxiliaryId(id.substring(0, slash).strip(), id.substring(slash + 1).strip()));
  }

  @Override
  public String toString() {
    return quoteId + "/" + quoteItem;
  }
}
