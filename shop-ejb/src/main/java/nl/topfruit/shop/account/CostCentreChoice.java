package nl.topfruit.shop.account;

/** A cost centre to choose from. */
public record CostCentreChoice(String code, String name) {

  /** "4120 · Verpleging Lindehof". */
  public String label() {
    return code + " · " + name;
  }
}
