package nl.topfruit.shop.ordering.basket;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.catalog.Article;
import nl.topfruit.shop.catalog.AssortmentQuery;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.ordering.DeliveryKey;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ShopVisit;

/** Reads the lines of a basket with today's price of each, in one statement. */
final class BasketReader {
  /** What is no longer offered stays a line, without a price of today. */
  private static final String LINES =
      """
      select %1$s, l.id as line_id, l.web_shop_id, l.quantity, l.deliver_on,
        l.reduced as seen_reduced, l.standard as seen_standard, price.reduced, price.standard, price.from_quantity,
        (price.reduced is not null and shop.id is not null and %4$s) is true as available,
        l.branch_id, l.private_address, l.recipient, l.street, l.house_number, l.postcode, l.city, l.country,
        l.contact_name, l.contact_reach, l.instruction, b.name as branch_name, b.active_until,
        coalesce(b.invoice_party_id, cast(:party as uuid), (select d.invoice_party_id from branch d where d.id = cast(:branch as uuid)),
          (select ip.id from invoice_party ip where ip.account_id = a.id order by ip.name limit 1)) as invoice_party_id,
        l.cost_centre, l.purpose_id, u.name_%5$s as purpose, l.reference,
        exists (select 1 from cost_centre cc where cc.account_id = a.id and cc.code = l.cost_centre
          and (cc.active_until is null or cc.active_until >= :day)) as cost_centre_known,
        (select lc.code from ledger_code lc where lc.purpose_id = l.purpose_id and (lc.category_code is null or lc.category_code = c.code)
          order by lc.category_code nulls last limit 1) as ledger_code,
        l.card_design, l.card_text, l.card_font, l.card_logo
      from basket_line l join business_account a on a.id = :account
      join product p on p.id = l.product_id join category c on c.id = p.category_id
      left join branch b on b.id = l.branch_id left join purpose u on u.id = l.purpose_id
      left join %2$s on true left join %3$s on true
      where l.session_id = :session and l.removed_at is null order by l.deliver_on, l.position
      """;

  private static final String DUTCH = lines("nl");
  private static final String ENGLISH = lines("en");

  private final ShopVisit visit;
  private final DeliveryCalendar calendar;
  private final Instant now;

  BasketReader(ShopVisit visit, DeliveryCalendar calendar, Instant now) {
    this.visit = visit;
    this.calendar = calendar;
    this.now = now;
  }

  private static String lines(String language) {
    return LINES.formatted(
        AssortmentQuery.ARTICLE.formatted(language),
        AssortmentQuery.SHOP,
        AssortmentQuery.price("l.quantity"),
        AssortmentQuery.VISIBLE,
        language);
  }

  BasketView read(EntityManager em) {
    var branch = visit.defaults().branch();
    Query query =
        em.createNativeQuery(visit.dutch() ? DUTCH : ENGLISH, Tuple.class)
            .setParameter("session", visit.sessionId())
            .setParameter("party", text(visit.invoicePartyId()))
            .setParameter("branch", branch == null ? null : text(branch.id()));
    AssortmentQuery.bind(query, visit.assortment());
    List<BasketItem> items = new ArrayList<>();
    for (Object row : query.getResultList()) {
      items.add(item((Tuple) row));
    }
    return view(visit, items);
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  static BasketView view(ShopVisit visit, List<BasketItem> items) {
    List<Fees.Goods> goods = items.stream().map(BasketItem::goods).toList();
    Map<DeliveryKey, PriceParts> costs = Fees.deliveryCosts(visit.terms(), goods);
    Map<DeliveryKey, List<BasketItem>> grouped = new LinkedHashMap<>();
    items.forEach(i -> grouped.computeIfAbsent(i.delivery(), key -> new ArrayList<>()).add(i));
    List<BasketDelivery> deliveries = new ArrayList<>();
    grouped.forEach((key, lines) -> deliveries.add(delivery(key, lines, costs.get(key))));
    deliveries.sort(Comparator.comparing(BasketDelivery::day));
    return new BasketView(visit, List.copyOf(deliveries), Fees.summary(visit.terms(), goods));
  }

  private static BasketDelivery delivery(DeliveryKey key, List<BasketItem> lines, PriceParts cost) {
    BasketItem first = lines.get(0);
    return new BasketDelivery(
        key, key.day(), first.destination(), first.branchName(), List.copyOf(lines), cost);
  }

  private BasketItem item(Tuple row) {
    Article article = AssortmentQuery.article(row);
    LocalDate day = Rows.day(row, "deliver_on");
    LocalDate lastDay = Rows.day(row, "active_until");
    var seen = new PriceParts(Rows.money(row, "seen_reduced"), Rows.money(row, "seen_standard"));
    boolean available = Rows.bool(row, "available");
    CutOffClass cutOff = CutOffClass.valueOf(article.cutOffClass());
    return new BasketItem(
        row.get("line_id", UUID.class),
        article,
        row.get("web_shop_id", UUID.class),
        Rows.integer(row, "quantity"),
        seen,
        available ? AssortmentQuery.price(row) : seen,
        available ? Rows.integer(row, "from_quantity") : 1,
        available,
        day,
        calendar.status(day, cutOff, now, visit.approvalDays()),
        calendar.earliest(cutOff, now, visit.approvalDays()).orElse(null),
        calendar.decideBefore(day, cutOff),
        destination(row),
        row.get("branch_name", String.class),
        lastDay == null || !day.isAfter(lastDay),
        row.get("invoice_party_id", UUID.class),
        booking(row),
        card(row));
  }

  private static Destination destination(Tuple row) {
    var address =
        new Address(
            row.get("street", String.class),
            row.get("house_number", String.class),
            row.get("postcode", String.class),
            row.get("city", String.class),
            row.get("country", String.class));
    return new Destination(
        row.get("branch_id", UUID.class),
        Rows.bool(row, "private_address"),
        row.get("recipient", String.class),
        address,
        row.get("contact_name", String.class),
        row.get("contact_reach", String.class),
        row.get("instruction", String.class));
  }

  private static Booking booking(Tuple row) {
    return new Booking(
        row.get("cost_centre", String.class),
        Rows.bool(row, "cost_centre_known"),
        row.get("purpose_id", UUID.class),
        row.get("purpose", String.class),
        row.get("ledger_code", String.class),
        row.get("reference", String.class));
  }

  private static GreetingCard card(Tuple row) {
    String design = row.get("card_design", String.class);
    return design == null
        ? GreetingCard.NONE
        : new GreetingCard(
            design,
            row.get("card_text", String.class),
            row.get("card_font", String.class),
            Rows.bool(row, "card_logo"));
  }
}
