package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.inbox.PurchaseOrderInbox;
import nl.topfruit.shop.purchasing.inbox.PurchaseOrderRow;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.ListPage;
import nl.topfruit.shop.web.faces.Texts;

/** Purchase orders of all customers; those that wait for a decision first of all. */
@Named("officeInbox")
@RequestScoped
public class InboxPage extends ListPage<PurchaseOrderRow> {
  private static final Set<String> FILTERS = Set.of("state");
  private static final Set<String> SORTS = Set.of("received", "decideBefore", "number", "net");
  private static final List<PurchaseOrder.State> SHOWN =
      List.of(
          PurchaseOrder.State.HELD,
          PurchaseOrder.State.CONFLICT,
          PurchaseOrder.State.PARTLY_PLACED,
          PurchaseOrder.State.PLACED,
          PurchaseOrder.State.REFUSED,
          PurchaseOrder.State.SUPERSEDED,
          PurchaseOrder.State.CANCELLED);

  @Inject private PurchaseOrderInbox inbox;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;
  @Inject private Clock clock;

  @Override
  protected Page<PurchaseOrderRow> find(TableQuery asked) {
    return inbox.find(asked, Language.of(request).locale());
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  @Override
  protected Set<String> sorts() {
    return SORTS;
  }

  public List<Choice> getStates() {
    List<Choice> states = new ArrayList<>();
    states.add(new Choice(PurchaseOrderInbox.ALL, texts.get("inbox.all")));
    states.addAll(Choice.of(SHOWN.toArray(PurchaseOrder.State[]::new)));
    return states;
  }

  /** How long ago it came in: "3 uur". */
  public String age(PurchaseOrderRow row) {
    Duration age = Duration.between(row.receivedAt(), Instant.now(clock));
    if (age.toDays() > 0) {
      return texts.count("inbox.age.days", age.toDays());
    }
    return age.toHours() > 0
        ? texts.count("inbox.age.hours", age.toHours())
        : texts.count("inbox.age.minutes", Math.max(0, age.toMinutes()));
  }

  /** The promised days can be kept for less than half a day, if at all. */
  public boolean urgent(PurchaseOrderRow row) {
    return row.decideBefore() != null
        && Duration.between(Instant.now(clock), row.decideBefore()).toHours() < 12;
  }

  /** The moment until which the promised days can be kept is over. */
  public boolean passed(PurchaseOrderRow row) {
    return row.decideBefore() != null && row.decideBefore().isBefore(Instant.now(clock));
  }
}
