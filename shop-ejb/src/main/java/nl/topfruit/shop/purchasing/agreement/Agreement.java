package nl.topfruit.shop.purchasing.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/**
 * An order held against what we promised: a pure function. What counts as agreeing is said by the
 * rules of the connection; without any, price and unit must be ours, the number of pieces at most
 * the promised one and not below the tier whose price was promised, tied VAT parts come together,
 * fees follow their goods, address and day are ours.
 *
 * @param outcome PLACED, PARTLY_PLACED or HELD
 * @param lines in the order of their document
 * @param differences of the order as a whole
 */
public record Agreement(Outcome outcome, List<Line> lines, List<Difference> differences) {

  public Agreement {
    lines = List.copyOf(lines);
    differences = List.copyOf(differences);
  }

  /**
   * In what a line is placed otherwise than it was promised.
   *
   * @param price net per piece, null for the promised one
   * @param day of delivery, null for the promised one
   * @param place null for the promised address
   */
  public record Changes(PriceParts price, LocalDate day, Ours.Place place) {
    static final Changes NONE = new Changes(null, null, null);

    Changes at(PriceParts price) {
      return new Changes(price, day, place);
    }

    Changes on(LocalDate day) {
      return new Changes(price, day, place);
    }

    Changes to(Ours.Place place) {
      return new Changes(price, day, place);
    }
  }

  /**
   * One line with what it means and in what it differs.
   *
   * @param contract for a line without a requisition, else null
   */
  public record Line(
      Matching.Match match, Contract contract, Changes changes, List<Difference> differences) {
    public Line {
      differences = List.copyOf(differences);
    }

    public boolean agrees() {
      return differences.stream().noneMatch(difference -> difference.reason().holds());
    }

    public PurchaseOrderMessage.Line theirs() {
      return match.line();
    }
  }

  /** What is placed, when anything is. */
  public List<Line> agreed() {
    return outcome == Outcome.HELD ? List.of() : lines.stream().filter(Line::agrees).toList();
  }

  /** Of the order first, then line by line. */
  public List<Difference> allDifferences() {
    return Stream.concat(
            differences.stream(), lines.stream().flatMap(line -> line.differences().stream()))
        .toList();
  }

  /** The same order, held for one more reason. */
  public Agreement heldFor(Difference difference) {
    return new Agreement(
        Outcome.HELD, lines, Stream.concat(Stream.of(difference), differences.stream()).toList());
  }

  /**
   * @param noted what was found about the order before it was read line by line
   */
  public static Agreement of(
      PurchaseOrderMessage message,
      Ours ours,
      List<Difference> noted,
      Rules rules,
      DeliveryCalendar calendar,
      Instant now) {
    Worksheet sheet = new Worksheet(message, ours, rules);
    noted.forEach(sheet::ofOrder);
    WholeOrder.before(sheet);
    PromisedLines promised = new PromisedLines(sheet, calendar, now);
    DirectLines direct = new DirectLines(sheet);
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.match(i).found()) {
        promised.line(i);
      } else {
        direct.line(i);
      }
    }
    WholePromise.check(sheet);
    direct.together();
    WholeOrder.after(sheet);
    GoingTogether.hold(sheet);
    return sheet.agreement();
  }
}
