package nl.topfruit.shop.purchasing.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.OrderRules;
import nl.topfruit.shop.ordering.ItemSku;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.purchasing.agreement.Agreement;
import nl.topfruit.shop.purchasing.agreement.Difference;
import nl.topfruit.shop.purchasing.agreement.Matching;
import nl.topfruit.shop.purchasing.agreement.Ours;
import nl.topfruit.shop.purchasing.agreement.PlainLines;
import nl.topfruit.shop.purchasing.agreement.Promise;
import nl.topfruit.shop.purchasing.agreement.Reason;
import nl.topfruit.shop.purchasing.agreement.Rules;

/** Recognises what an order authorises and holds it against that; changes nothing. */
@Dependent
public class Examiner {
  @Inject private Recognition recognition;
  @Inject private DirectOrders directOrders;
  @Inject private TodaysPrices todaysPrices;
  @Inject private DeliveryDays days;

  /**
   * @param branchId the branch of the credential that was used, null for none
   * @param requisitions that it names by number or line key
   * @param noted what was found about the order before
   * @param locking requisitions that are only guessed are locked too: it may be placed
   */
  public Examination examine(
      Connection connection,
      BusinessAccount account,
      UUID branchId,
      PurchaseOrderMessage message,
      List<Requisition> requisitions,
      List<Difference> noted,
      Instant now,
      boolean locking) {
    Rules rules = Rules.of(connection);
    boolean namesNone = message.quotationIds().isEmpty() && requisitions.isEmpty();
    List<Requisition> considered =
        namesNone && rules.requisitionRequired()
            ? recognition.meant(message, connection, locking)
            : requisitions;
    List<Promise> promises = recognition.promises(considered);
    PurchaseOrderMessage whole = withItsLines(message, promises);
    List<Matching.Match> matches = Matching.of(whole, promises);
    DirectOrders.Terms terms =
        !rules.directLines()
            ? DirectOrders.Terms.NONE
            : directOrders.terms(
                whole,
                matches,
                connection,
                account,
                branchId != null ? branchId : connection.branchId());
    DeliveryCalendar calendar = days.calendar("nl".equals(account.language()));
    Ours ours =
        new Ours(
            matches,
            terms.contracts(),
            knownArticles(matches, terms),
            today(matches, rules, connection),
            rules.differing().address() == OrderRules.Whose.THEIRS
                ? directOrders.places(whole, connection)
                : Map.of());
    Agreement agreement = Agreement.of(whole, ours, noted, rules, calendar, now);
    boolean direct = agreement.agreed().stream().anyMatch(line -> line.contract() != null);
    if (direct && terms.branches().isEmpty()) {
      agreement = agreement.heldFor(Difference.ofOrder(Reason.NO_ADDRESS));
    }
    return new Examination(connection, whole, considered, terms, calendar, agreement);
  }

  /** Today's prices of what may be placed at them: below a tier, or after the promise is over. */
  private Map<UUID, PriceParts> today(
      List<Matching.Match> matches, Rules rules, Connection connection) {
    boolean belowTier = rules.differing().belowTier() == OrderRules.BelowTier.NEW_PRICE;
    boolean over = rules.differing().afterValidity() == OrderRules.AfterValidity.UNLESS_DEARER;
    Map<String, BigDecimal> pieces = new HashMap<>();
    List<Promise.Item> items = new ArrayList<>();
    for (Matching.Match match : matches) {
      if (match.found()
          && match.item().isGoods()
          && (belowTier && match.item().tierFrom() > 1 || over && !match.promise().open())) {
        pieces.merge(match.item().sku(), match.line().quantity(), BigDecimal::add);
        items.add(match.item());
      }
    }
    Map<String, PriceParts> prices =
        pieces.isEmpty() ? Map.of() : todaysPrices.of(connection, pieces);
    Map<UUID, PriceParts> today = new HashMap<>();
    items.stream()
        .filter(item -> prices.containsKey(item.sku()))
        .forEach(item -> today.put(item.lineId(), prices.get(item.sku())));
    return today;
  }

  private static PurchaseOrderMessage withItsLines(
      PurchaseOrderMessage message, List<Promise> promises) {
    return message.channel() == PurchaseOrderMessage.Channel.OCI_ORDER && !promises.isEmpty()
        ? PlainLines.of(message, promises.get(0))
        : message;
  }

  /** A change that could not be carried out is never placed beside the order that it changes. */
  public static List<Difference> ofItsKind(PurchaseOrderMessage message) {
    return message.kind() == PurchaseOrderMessage.Kind.NEW
        ? List.of()
        : List.of(Difference.ofOrder(Reason.CHANGE));
  }

  private Set<String> knownArticles(List<Matching.Match> matches, DirectOrders.Terms terms) {
    Map<String, String> articles = new HashMap<>();
    matches.stream()
        .filter(match -> match.pointsNowhere() && match.line().sku() != null)
        .map(match -> match.line().sku().strip())
        .filter(sku -> !terms.contracts().containsKey(sku))
        .forEach(sku -> articles.put(sku, ItemSku.parse(sku).article()));
    articles.values().removeIf(Objects::isNull);
    Set<String> known = recognition.knownArticles(Set.copyOf(articles.values()));
    return articles.entrySet().stream()
        .filter(article -> known.contains(article.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
