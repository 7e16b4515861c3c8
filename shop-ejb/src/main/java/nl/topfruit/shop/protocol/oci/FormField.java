package nl.topfruit.shop.protocol.oci;

import java.util.Objects;

/** One hidden input of the return: name and value as they are posted. */
public record FormField(String name, String value) {
  public FormField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
