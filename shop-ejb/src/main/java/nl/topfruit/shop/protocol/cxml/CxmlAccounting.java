package nl.topfruit.shop.protocol.cxml;

import java.util.List;
import java.util.Locale;

/**
 * By which names a system calls cost centre and ledger code in its accounting segments; data of the
 * connection. Compared by their letters only: "Cost Center", "CostCenter" and "COST_CENTER" are the
 * same.
 */
public record CxmlAccounting(List<String> costCentre, List<String> ledgerCode) {

  /** The names that are met. */
  public static final CxmlAccounting USUAL =
      new CxmlAccounting(
          List.of("Cost Center", "Cost Centre", "Kostenplaats", "Kostenstelle"),
          List.of(
              "Account",
              "Main Account",
              "GL Account",
              "General Ledger",
              "Ledger",
              "Ledger Code",
              "Grootboek",
              "Grootboekrekening",
              "Grootboekcode",
              "NZI"));

  /** Long enough that what follows it is an explanation: "Main Account (PL/BS)". */
  private static final int PREFIX_FROM = 8;

  public CxmlAccounting {
    costCentre = List.copyOf(costCentre);
    ledgerCode = List.copyOf(ledgerCode);
  }

  boolean isCostCentre(String name) {
    return isOneOf(costCentre, name);
  }

  boolean isLedgerCode(String name) {
    return isOneOf(ledgerCode, name);
  }

  private static boolean isOneOf(List<String> names, String name) {
    String letters = letters(name);
    return names.stream()
        .map(CxmlAccounting::letters)
        .anyMatch(
            known ->
                letters.equals(known)
                    || known.length() >= PREFIX_FROM && letters.startsWith(known));
  }

  private static String letters(String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }
}
