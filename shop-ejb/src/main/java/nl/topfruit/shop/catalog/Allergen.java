package nl.topfruit.shop.catalog;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Allergens that must be named (Regulation (EU) 1169/2011, annex II), as far as they occur in what
 * we sell. Grains and nuts are named one by one there, and people avoid them as a group.
 */
public enum Allergen {
  WHEAT(Group.GLUTEN),
  BARLEY(Group.GLUTEN),
  OATS(Group.GLUTEN),
  RYE(Group.GLUTEN),
  MILK(Group.MILK),
  EGG(Group.EGG),
  SOY(Group.SOY),
  MUSTARD(Group.MUSTARD),
  SULPHITE(Group.SULPHITE),
  PEANUT(Group.NUTS),
  ALMOND(Group.NUTS),
  HAZELNUT(Group.NUTS),
  WALNUT(Group.NUTS),
  CASHEW(Group.NUTS),
  PECAN(Group.NUTS),
  PISTACHIO(Group.NUTS),
  SESAME(Group.SESAME),
  CELERY(Group.CELERY),
  FISH(Group.FISH);

  /** What people avoid. Peanuts are no nuts, but who avoids the ones avoids the others. */
  public enum Group {
    NUTS,
    GLUTEN,
    MILK,
    EGG,
    SOY,
    MUSTARD,
    SULPHITE,
    SESAME,
    CELERY,
    FISH;

    /** Everything that belongs to it. */
    public Set<Allergen> allergens() {
      Set<Allergen> all = EnumSet.noneOf(Allergen.class);
      Arrays.stream(Allergen.values()).filter(a -> a.group == this).forEach(all::add);
      return all;
    }
  }

  private final Group group;

  Allergen(Group group) {
    this.group = group;
  }

  public Group group() {
    return group;
  }

  /** The codes as they stand in the database. */
  static String[] codes(Set<Allergen> allergens) {
    return allergens.stream().map(Enum::name).toArray(String[]::new);
  }

  /** The groups that a filter offers first. */
  public static List<Group> usuallyAvoided() {
    return List.of(Group.NUTS, Group.GLUTEN, Group.MILK);
  }
}
