package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.connection.OrderRules.AfterValidity;
import nl.topfruit.shop.connection.OrderRules.BelowTier;
import nl.topfruit.shop.connection.OrderRules.Whose;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.ShipTo;

/** What is asked of a line that orders from a promise. */
final class PromisedLines {
  private final Worksheet sheet;
  private final DeliveryCalendar calendar;
  private final Instant now;

  PromisedLines(Worksheet sheet, DeliveryCalendar calendar, Instant now) {
    this.sheet = sheet;
    this.calendar = calendar;
    this.now = now;
  }

  void line(int i) {
    Matching.Match match = sheet.match(i);
    PurchaseOrderMessage.Line line = match.line();
    Promise.Item item = match.item();
    Lines.currencyAndAccounting(sheet, i);
    if (!sheet.mayBeOrdered(match.promise())) {
      sheet.differs(
          i, Reason.REQUISITION_CLOSED, match.promise().number(), match.promise().state());
      return;
    }
    if (line.sku() != null && !line.sku().strip().equals(item.sku())) {
      sheet.differs(i, Reason.OTHER_ARTICLE, item.sku(), line.sku().strip());
      return;
    }
    if (!sheet.rules().differing().severalOrders() && match.promise().isPartlyOrdered()) {
      sheet.differs(i, Reason.REQUISITION_USED, match.promise().number());
    }
    Lines.unit(sheet, i, item.unit());
    afterValidity(i, match.promise(), item);
    quantity(i, match.promise(), item);
    price(i, item);
    if (item.isGoods()) {
      day(i, match.promise(), item);
      address(i, item);
    }
  }

  private void afterValidity(int i, Promise promise, Promise.Item item) {
    if (promise.open()) {
      return;
    }
    PriceParts today = sheet.ours().today().get(item.lineId());
    boolean unlessDearer =
        item.isGoods() && sheet.rules().differing().afterValidity() == AfterValidity.UNLESS_DEARER;
    if (unlessDearer && today == null) {
      sheet.differs(i, Reason.NOT_IN_ASSORTMENT, item.sku());
    } else if (unlessDearer && today.total().amount().compareTo(item.price().amount()) > 0) {
      sheet.differs(i, Reason.PRICE_ROSE, item.price(), today.total());
    } else {
      sheet.differs(i, Reason.VALIDITY_OVER, promise.number());
    }
  }

  /** The price they write is the promised one, the one we changed to, or near enough to it. */
  private void price(int i, Promise.Item item) {
    BigDecimal theirs = sheet.line(i).unitPrice();
    PriceParts changed = sheet.changes(i).price();
    boolean same =
        theirs == null
            || theirs.compareTo(item.price().amount()) == 0
            || changed != null && theirs.compareTo(changed.total().amount()) == 0;
    if (!same) {
      Lines.otherPrice(sheet, i, Reason.PRICE, item.price(), theirs);
    }
  }

  // ---- how many ----

  private void quantity(int i, Promise promise, Promise.Item item) {
    Lines.whole(sheet, i, item.kind());
    BigDecimal all = sheet.now(item);
    if (all.compareTo(item.remaining()) > 0) {
      boolean allowed = sheet.rules().differing().moreAllowed() && item.remaining().signum() > 0;
      sheet.differs(
          i, allowed ? Reason.QUANTITY_MORE_PLACED : Reason.QUANTITY_MORE, item.remaining(), all);
      return;
    }
    if (all.compareTo(item.remaining()) == 0 || !item.isGoods()) {
      return;
    }
    if (!sheet.rules().fewerAllowed()) {
      sheet.differs(i, Reason.QUANTITY_FEWER_NOT_ALLOWED, item.remaining(), all);
    }
    if (isBelowTier(promise, item)) {
      belowTier(i, item, all);
    }
    if (item.minimum() > 0 && all.compareTo(BigDecimal.valueOf(item.minimum())) < 0) {
      sheet.differs(i, Reason.MINIMUM_QUANTITY, all, item.minimum());
    }
  }

  private void belowTier(int i, Promise.Item item, BigDecimal all) {
    BelowTier rule = sheet.rules().differing().belowTier();
    PriceParts today = sheet.ours().today().get(item.lineId());
    if (rule == BelowTier.KEEP_PRICE) {
      sheet.differs(i, Reason.TIER_PRICE_KEPT, item.price(), item.tierFrom());
    } else if (rule == BelowTier.NEW_PRICE && today != null) {
      sheet.differs(i, Reason.TIER_PRICE_LOST, item.price(), today.total(), item.tierFrom());
      sheet.change(i, sheet.changes(i).at(today));
    } else {
      sheet.differs(i, Reason.BELOW_TIER, item.remaining(), all, item.tierFrom());
    }
  }

  /**
   * A tier may be reached by several lines of the article together: the price counts as long as
   * what was ordered of it, now and before, reaches it or all that was promised did not either.
   */
  private boolean isBelowTier(Promise promise, Promise.Item item) {
    BigDecimal tier = BigDecimal.valueOf(item.tierFrom());
    BigDecimal taken = BigDecimal.ZERO;
    BigDecimal promised = BigDecimal.ZERO;
    for (Promise.Item other : promise.items()) {
      if (other.isGoods() && other.sku().equals(item.sku())) {
        promised = promised.add(other.promised());
        taken = taken.add(other.promised().subtract(other.remaining())).add(sheet.now(other));
      }
    }
    return taken.compareTo(tier) < 0 && promised.compareTo(tier) >= 0;
  }

  // ---- when ----

  private void day(int i, Promise promise, Promise.Item item) {
    PurchaseOrderMessage.Line line = sheet.line(i);
    LocalDate asked =
        line.requestedDay() != null ? line.requestedDay() : sheet.message().requestedDay();
    if (asked != null && !asked.equals(item.deliverOn()) && theirDay(i, item, asked)) {
      return;
    }
    CutOffClass cutOff = CutOffClass.valueOf(item.cutOffClass());
    DeliveryCalendar view = promise.open() ? calendar.withPlaceHeldOn(item.deliverOn()) : calendar;
    Optional<LocalDate> possible = view.nextPossible(item.deliverOn(), cutOff, now);
    if (possible.isEmpty()) {
      sheet.differs(i, Reason.NO_DAY_LEFT);
    } else if (sheet.rules().holdsLate(cutOff) && !possible.get().equals(item.deliverOn())) {
      sheet.differs(i, Reason.DAY_PASSED, item.deliverOn(), possible.get());
    }
  }

  /** Whether the promised day no longer matters. */
  private boolean theirDay(int i, Promise.Item item, LocalDate asked) {
    Whose whose = sheet.rules().differing().day();
    if (whose != Whose.THEIRS) {
      sheet.differs(
          i,
          whose == Whose.OURS ? Reason.OTHER_DAY : Reason.OTHER_DAY_HELD,
          asked,
          item.deliverOn());
      return false;
    }
    Optional<LocalDate> possible =
        calendar.nextPossible(asked, CutOffClass.valueOf(item.cutOffClass()), now);
    if (possible.isPresent() && possible.get().equals(asked)) {
      sheet.differs(i, Reason.THEIR_DAY, asked, item.deliverOn());
      sheet.change(i, sheet.changes(i).on(asked));
    } else {
      sheet.differs(i, Reason.THEIR_DAY_IMPOSSIBLE, asked, item.deliverOn());
    }
    return true;
  }

  // ---- where ----

  private void address(int i, Promise.Item item) {
    ShipTo theirs = sheet.line(i).shipTo();
    ShipTo asked = theirs != null ? theirs : sheet.message().shipTo();
    if (asked == null || asked.isEmpty()) {
      return;
    }
    Whose whose = sheet.rules().differing().address();
    Ours.Place place = sheet.ours().places().get(asked);
    if (whose == Whose.THEIRS && place != null) {
      if (!place.destination().address().equals(item.destination().address())) {
        sheet.differs(i, Reason.THEIR_ADDRESS, asked.oneLine(), ours(item));
        sheet.change(i, sheet.changes(i).to(place));
      }
      return;
    }
    if (isOther(asked, item)) {
      Reason reason =
          switch (whose) {
            case OURS -> Reason.OTHER_ADDRESS;
            case THEIRS -> Reason.ADDRESS_UNKNOWN;
            case HOLD -> Reason.OTHER_ADDRESS_HELD;
          };
      sheet.differs(i, reason, asked.oneLine(), ours(item));
    }
  }

  private static boolean isOther(ShipTo asked, Promise.Item item) {
    var ours = item.destination().address();
    return asked.postalCode() != null
        ? !letters(asked.postalCode()).equals(letters(ours.postcode()))
        : asked.city() != null && !letters(asked.city()).equals(letters(ours.city()));
  }

  private static String ours(Promise.Item item) {
    var address = item.destination().address();
    return item.destination().privateAddress()
        ? address.city()
        : address.streetLine() + ", " + address.city();
  }

  private static String letters(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }
}
