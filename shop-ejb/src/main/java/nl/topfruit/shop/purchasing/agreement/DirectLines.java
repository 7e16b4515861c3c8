package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/** What is asked of a line that orders from no promise of ours. */
final class DirectLines {
  private static final int LONGEST_SHOWN = 60;

  private final Worksheet sheet;

  DirectLines(Worksheet sheet) {
    this.sheet = sheet;
  }

  void line(int i) {
    Matching.Match match = sheet.match(i);
    Lines.currencyAndAccounting(sheet, i);
    if (match.unknownQuote() != null) {
      sheet.differs(i, Reason.UNKNOWN_REQUISITION, match.unknownQuote());
    } else if (match.unknownItem() != null) {
      sheet.differs(
          i, Reason.UNKNOWN_REQUISITION_LINE, match.promise().number(), match.unknownItem());
    } else if (match.fitting() > 0) {
      sheet.differs(i, Reason.AMBIGUOUS_LINE, match.fitting());
    } else if (sheet.contract(i) != null && mayStandHere()) {
      ofContract(i, sheet.contract(i));
    } else {
      nothingOfOurs(i, match.line());
    }
  }

  /** Where a requisition is required, a line of its own only stands beside lines that have one. */
  private boolean mayStandHere() {
    return !sheet.rules().requisitionRequired() || !sheet.promises().isEmpty();
  }

  private void nothingOfOurs(int i, PurchaseOrderMessage.Line line) {
    String sku = line.sku() == null ? shown(line) : line.sku().strip();
    boolean known = sheet.ours().knownArticles().contains(sku) || sheet.contract(i) != null;
    if (!known) {
      sheet.differs(i, Reason.UNKNOWN_ARTICLE, sku);
    } else if (sheet.rules().requisitionRequired()) {
      sheet.differs(i, Reason.NO_REQUISITION, sku);
    } else {
      sheet.differs(i, Reason.NOT_IN_ASSORTMENT, sku);
    }
  }

  /** What stands in the place of an article number. */
  private static String shown(PurchaseOrderMessage.Line line) {
    return Stream.of(line.buyersSku(), line.description())
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .map(text -> text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text)
        .orElse("-");
  }

  private void ofContract(int i, Contract contract) {
    if (contract.mixed()) {
      sheet.differs(i, Reason.MIXED_VAT_LINE, contract.sku());
      return;
    }
    Lines.unit(sheet, i, contract.unit());
    BigDecimal theirs = sheet.line(i).unitPrice();
    if (theirs != null && theirs.compareTo(contract.total().amount()) != 0) {
      Lines.otherPrice(sheet, i, Reason.DIRECT_PRICE, contract.total(), theirs);
    }
    Lines.whole(sheet, i, contract.kind());
    BigDecimal all = sheet.direct(contract.sku());
    if (contract.kind() == LineKind.GOODS
        && all.compareTo(BigDecimal.valueOf(contract.minimum())) < 0) {
      sheet.differs(i, Reason.MINIMUM_QUANTITY, all, contract.minimum());
    }
  }

  /** VAT parts and deposits that belong together. */
  void together() {
    for (int i = 0; i < sheet.size(); i++) {
      Contract contract = sheet.contract(i);
      if (contract == null || contract.mixed()) {
        continue;
      }
      BigDecimal own = sheet.direct(contract.sku());
      if (contract.kind() == LineKind.DEPOSIT) {
        depositWithoutRequisition(i, contract, own);
        continue;
      }
      if (contract.otherPart() != null) {
        BigDecimal other = sheet.direct(contract.otherPart());
        if (other.signum() == 0) {
          sheet.differs(i, Reason.TIED_PART_MISSING, contract.otherPart());
        } else if (other.compareTo(own) != 0) {
          sheet.differs(i, Reason.TIED_QUANTITY, own, other);
        }
      }
      if (contract.deposit() != null && sheet.direct(contract.deposit()).signum() == 0) {
        sheet.differs(i, Reason.FEE_MISSING, contract.deposit());
      }
    }
  }

  private void depositWithoutRequisition(int i, Contract deposit, BigDecimal own) {
    Optional<String> goods =
        sheet.ours().contracts().values().stream()
            .filter(c -> deposit.sku().equals(c.deposit()))
            .map(Contract::sku)
            .filter(sku -> sheet.direct(sku).signum() > 0)
            .findFirst();
    if (goods.isEmpty()) {
      sheet.differs(i, Reason.FEE_WITHOUT_GOODS);
    } else if (sheet.direct(goods.get()).compareTo(own) != 0) {
      sheet.differs(i, Reason.FEE_QUANTITY, sheet.direct(goods.get()), own);
    }
  }
}
