package nl.topfruit.shop.ordering.basket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Branch;
import nl.topfruit.shop.account.Choices;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.ordering.ShopVisit;

/** Where a line goes, out of what was filled in: a branch of the account or another address. */
@Dependent
class Destinations {
  private static final int NAME = 120;
  private static final int INSTRUCTION = 200;

  @Inject private Choices choices;

  /**
   * @param day on which it is delivered; the branch must be in use then
   */
  Destination of(AddLine line, ShopVisit visit, LocalDate day) {
    boolean elsewhere = line.elsewhere() != null && line.elsewhere().isPresent();
    return elsewhere ? elsewhere(line) : branch(line, visit, day);
  }

  private Destination branch(AddLine line, ShopVisit visit, LocalDate day) {
    Branch branch = find(line.branch(), visit);
    if (branch.activeUntil() != null && day.isAfter(branch.activeUntil())) {
      throw new BusinessRuleViolation(
          "branch", "ordering.branchClosed", branch.name(), branch.activeUntil());
    }
    Destination usual = branch.asDestination();
    return new Destination(
        branch.id(),
        false,
        or(Typed.line("recipient", line.recipient(), NAME), usual.recipient()),
        usual.address(),
        or(Typed.line("contact-name", line.contactName(), NAME), contactName(usual, visit)),
        or(Typed.reach(line.contactReach()), contactReach(usual, visit)),
        or(Typed.line("instruction", line.instruction(), INSTRUCTION), usual.instruction()));
  }

  /** Who ordered knows of it; where we do not know him, the contact of the branch. */
  private static String contactName(Destination usual, ShopVisit visit) {
    return or(visit.defaults().contactName(), usual.contactName());
  }

  private static String contactReach(Destination usual, ShopVisit visit) {
    return or(visit.defaults().contactReach(), usual.contactReach());
  }

  private Branch find(String typed, ShopVisit visit) {
    var usual = visit.defaults().branch();
    boolean isUsual =
        usual != null && (!Typed.isPresent(typed) || typed.strip().equalsIgnoreCase(usual.label()));
    Optional<Branch> found =
        isUsual
            ? choices.branchById(usual.id())
            : Typed.isPresent(typed)
                ? choices.branch(typed, visit.invoicePartyId())
                : Optional.empty();
    return found.orElseThrow(
        () ->
            Typed.isPresent(typed)
                ? new BusinessRuleViolation("branch", "ordering.branchUnknown", typed.strip())
                : new BusinessRuleViolation("branch", "ordering.branchMissing"));
  }

  private static Destination elsewhere(AddLine line) {
    AddLine.Elsewhere typed = line.elsewhere();
    String street = required("street", typed.street(), 80);
    String houseNumber = required("house-number", typed.houseNumber(), 20);
    if (houseNumber.chars().noneMatch(Character::isDigit)) {
      throw new BusinessRuleViolation("house-number", "ordering.houseNumberMissing");
    }
    String postcode = Typed.postcode(required("postcode", typed.postcode(), 10));
    String city = required("city", typed.city(), 80);
    return new Destination(
        null,
        typed.home(),
        required("recipient", line.recipient(), NAME),
        new Address(street, houseNumber, postcode, city, "NL"),
        Typed.line("contact-name", line.contactName(), NAME),
        Typed.reach(line.contactReach()),
        Typed.line("instruction", line.instruction(), INSTRUCTION));
  }

  private static String required(String field, String typed, int longest) {
    String line = Typed.line(field, typed, longest);
    if (line == null) {
      throw new BusinessRuleViolation(field, "ordering.addressIncomplete");
    }
    return line;
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
