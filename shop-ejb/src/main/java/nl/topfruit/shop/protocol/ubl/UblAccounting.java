package nl.topfruit.shop.protocol.ubl;

/**
 * What AccountingCost of an order line holds, data of the connection. AccountingCost in the header
 * is the cost centre in every case (BT-19 on the invoice); the line is BT-133.
 */
public enum UblAccounting {
  /** The ledger code: the usual way. */
  LEDGER_CODE,
  /** The cost centre of the line. */
  COST_CENTRE,
  /** Both, {@code 4120:999102}. */
  COST_CENTRE_AND_LEDGER_CODE;

  private static final char SEPARATOR = ':';

  String costCentre(String accountingCost) {
    if (accountingCost == null || this == LEDGER_CODE) {
      return null;
    }
    int at = this == COST_CENTRE ? -1 : accountingCost.indexOf(SEPARATOR);
    return at < 0 ? accountingCost : orNull(accountingCost.substring(0, at));
  }

  String ledgerCode(String accountingCost) {
    if (accountingCost == null || this == COST_CENTRE) {
      return null;
    }
    if (this == LEDGER_CODE) {
      return accountingCost;
    }
    int at = accountingCost.indexOf(SEPARATOR);
    return at < 0 ? null : orNull(accountingCost.substring(at + 1));
  }

  /** The line's AccountingCost as this connection writes it; null when there is nothing to say. */
  public String written(String costCentre, String ledgerCode) {
    return switch (this) {
      case LEDGER_CODE -> ledgerCode;
      case COST_CENTRE -> costCentre;
      case COST_CENTRE_AND_LEDGER_CODE ->
          ledgerCode == null
              ? costCentre
              : (costCentre == null ? "" : costCentre) + SEPARATOR + ledgerCode;
    };
  }

  private static String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
