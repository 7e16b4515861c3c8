package nl.topfruit.shop.punchout;

import java.util.List;
import nl.topfruit.shop.common.Money;

/**
 * The basket as the customer's approver will see it, and what his system would do to it.
 *
 * @param systemName how the customer calls his system
 * @param minimum net euro of goods that are handed over at least, null for no minimum
 * @param missing what is missing to it, zero for nothing
 * @param lines in the order in which they go over
 */
public record Review(String systemName, Money minimum, Money missing, List<Line> lines) {

  /**
   * One item over there.
   *
   * @param description the 40 characters of DESCRIPTION
   * @param quantity in their notation
   * @param unit their code
   * @param price net per unit
   * @param ledgerCode may be null
   * @param costCentre may be null
   * @param problems sentences on what their system would drop: as long as there is one, nothing
   *     goes over
   * @param notes sentences on what of the buyer's own words arrives otherwise
   */
  public record Line(
      String description,
      String quantity,
      String unit,
      Money price,
      String costCentre,
      String ledgerCode,
      List<String> problems,
      List<String> notes) {}

  /** The minimum order is reached. */
  public boolean isEnough() {
    return missing.isZero();
  }

  /** Nothing stands in the way of the return. */
  public boolean maySend() {
    return isEnough() && takesEveryLine();
  }

  /** Their system drops none of the lines. */
  public boolean takesEveryLine() {
    return lines.stream().allMatch(line -> line.problems().isEmpty());
  }
}
