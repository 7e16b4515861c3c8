package nl.topfruit.shop.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The fourteen groups of allergens that must be named (Regulation (EU) 1169/2011, annex II). The
 * allergens of a product are codes that begin with that of their group: {@code milk}, {@code
 * nuts/walnut}, {@code gluten/wheat}.
 */
public enum AllergenGroup {
  GLUTEN("gluten"),
  CRUSTACEANS("crustaceans"),
  EGGS("eggs"),
  FISH("fish"),
  PEANUTS("peanuts"),
  SOYBEANS("soybeans"),
  MILK("milk"),
  NUTS("nuts"),
  CELERY("celery"),
  MUSTARD("mustard"),
  SESAME("sesame"),
  SULPHITES("sulphites"),
  LUPIN("lupin"),
  MOLLUSCS("molluscs");

  private final String code;

  AllergenGroup(String code) {
    this.code = code;
  }

  /** What people avoid most, for a filter. */
  public static List<AllergenGroup> usuallyAvoided() {
    return List.of(NUTS, GLUTEN, MILK);
  }

  static String[] codes(Set<AllergenGroup> groups) {
    return groups.stream().map(group -> group.code).toArray(String[]::new);
  }

  /** Whether one of these allergens belongs to the group. */
  boolean isAmong(Collection<String> allergens) {
    return allergens.stream().anyMatch(a -> a.equals(code) || a.startsWith(code + "/"));
  }
}
