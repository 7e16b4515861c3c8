package nl.topfruit.shop.protocol;

import java.util.Objects;

/**
 * How a document names a party: cXML Credential (domain and Identity), UBL EndpointID or other
 * identifier (schemeID and value).
 *
 * @param scheme {@code DUNS}, {@code NetworkID}, {@code 0106}…; empty when none was given
 * @param value the identifier, ends trimmed
 */
public record PartyId(String scheme, String value) {

  public PartyId {
    scheme = scheme == null ? "" : scheme.strip();
    value = Objects.requireNonNull(value, "value").strip();
  }

  /** Schemes are compared without case: senders write NetworkID and NetworkId. Values are not. */
  public boolean isSameAs(PartyId other) {
    return scheme.equalsIgnoreCase(other.scheme) && value.equals(other.value);
  }

  @Override
  public String toString() {
    return scheme.isEmpty() ? value : scheme + "/" + value;
  }
}
