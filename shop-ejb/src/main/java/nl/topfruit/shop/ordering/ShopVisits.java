package nl.topfruit.shop.ordering;

import static nl.topfruit.shop.security.Role.SHOPPER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.BranchChoice;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.catalog.AssortmentOf;
import nl.topfruit.shop.catalog.AssortmentQuery;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.protocol.oci.OciFunction;
import nl.topfruit.shop.security.CurrentUser;

/** Reads what every shop page needs of its session, in one statement. */
@Stateless
public class ShopVisits {
  /** One row per line of the basket, one row when it is empty. */
  private static final String VISIT =
      """
      select s.id as session_id, s.language, s.function, s.invoice_party_id, s.web_shop_id, s.cost_centre_code,
        (select cc.name from cost_centre cc where cc.account_id = s.account_id and cc.code = s.cost_centre_code) as cost_centre_name,
        coalesce(s.contact_name, b.contact_name) as contact_name, coalesce(s.contact_reach, b.contact_reach) as contact_reach,
        a.id as account_id, a.name as account_name, a.delivery_cost, a.free_delivery_from, a.price_ceiling, a.approval_above,
        a.demo_codes, co.id as connection_id, co.system_name, co.state as connection_state, co.mixed_vat, co.approval_days,
        b.id as default_branch, b.code as branch_code, b.name as branch_name,
        b.street || ' ' || b.house_number || ', ' || b.city as branch_address,
        coalesce(s.purpose_id, (select u.id from purpose u where u.account_id = a.id order by u.position limit 1)) as default_purpose,
        (select cast(json_agg(json_build_object('id', w.id, 'code', w.code, 'name', w.name) order by o.position, w.position) as varchar)
          from (select cw.web_shop_id, cw.position from connection_web_shop cw where cw.connection_id = s.connection_id
                union all select aw.web_shop_id, 0 from account_web_shop aw where s.connection_id is null and aw.account_id = s.account_id) o
          join web_shop w on w.id = o.web_shop_id) as shops,
        (select cast(json_agg(json_build_object('id', u.id, 'nl', u.name_nl, 'en', u.name_en) order by u.position) as varchar)
          from purpose u where u.account_id = a.id) as purposes,
        l.id as line_id, l.quantity, l.reduced, l.standard, p.deposit, l.deliver_on, l.branch_id, l.street, l.house_number,
        l.postcode, l.city, l.country
      from shopping_session s join business_account a on a.id = s.account_id
      left join connection co on co.id = s.connection_id
      left join branch b on b.id = coalesce(
        (select f.id from branch f where f.id = s.branch_id and f.account_id = s.account_id
          and (s.invoice_party_id is null or f.invoice_party_id = s.invoice_party_id)),
        (select f.id from branch f where f.account_id = s.account_id and (f.active_until is null or f.active_until >= :today)
          and (s.invoice_party_id is null or f.invoice_party_id = s.invoice_party_id) order by f.name limit 1))
      left join basket_line l on l.session_id = s.id and l.removed_at is null left join product p on p.id = l.product_id
      where s.id = :session order by l.position
      """;

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** The caller's own visit. */
  @RolesAllowed({SHOPPER, SYSTEM})
  public ShopVisit visit() {
    LocalDate today = LocalDate.now(clock);
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        em.createNativeQuery(VISIT, Tuple.class)
            .setParameter("today", today)
            .setParameter("session", user.sessionId())
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("shopping session");
    }
    return visit(rows, today);
  }

  private static ShopVisit visit(List<Tuple> rows, LocalDate today) {
    Tuple row = rows.get(0);
    UUID connectionId = row.get("connection_id", UUID.class);
    List<ShopVisit.Shop> shops =
        Rows.list(
            row,
            "shops",
            w ->
                new ShopVisit.Shop(
                    UUID.fromString(w.getString("id")), w.getString("code"), w.getString("name")));
    ShopVisit.Shop shop =
        shops.stream()
            .filter(s -> s.id().equals(row.get("web_shop_id")))
            .findFirst()
            .orElseThrow(() -> new NotFound("web shop of the session"));
    var terms =
        new Fees.Terms(Rows.money(row, "delivery_cost"), Rows.money(row, "free_delivery_from"));
    boolean hideMixed = Connection.MixedVat.HIDE.name().equals(row.get("mixed_vat"));
    String language = Rows.text(row, "language");
    return new ShopVisit(
        row.get("session_id", UUID.class),
        row.get("account_id", UUID.class),
        row.get("account_name", String.class),
        connectionId,
        row.get("system_name", String.class),
        connectionId != null
            && !Connection.State.LIVE.name().equals(row.get("connection_state", String.class)),
        language,
        Rows.constant(row, "function", OciFunction.class),
        row.get("invoice_party_id", UUID.class),
        shops,
        shop,
        defaults(row),
        terms,
        connectionId != null || row.get("approval_above") != null,
        connectionId == null ? 0 : Rows.integer(row, "approval_days"),
        Rows.money(row, "price_ceiling"),
        Rows.bool(row, "demo_codes"),
        Rows.list(
            row,
            "purposes",
            u ->
                new ShopVisit.PurposeChoice(
                    UUID.fromString(u.getString("id")), u.getString(language))),
        new AssortmentOf(
            row.get("account_id", UUID.class), preferring(shop, shops), hideMixed, today),
        summary(rows, terms));
  }

  private static ShopVisit.Defaults defaults(Tuple row) {
    UUID branchId = row.get("default_branch", UUID.class);
    BranchChoice branch =
        branchId == null
            ? null
            : new BranchChoice(
                branchId,
                row.get("branch_code", String.class),
                row.get("branch_name", String.class),
                row.get("branch_address", String.class));
    return new ShopVisit.Defaults(
        branch,
        row.get("cost_centre_code", String.class),
        row.get("cost_centre_name", String.class),
        row.get("default_purpose", UUID.class),
        row.get("contact_name", String.class),
        row.get("contact_reach", String.class));
  }

  private static List<UUID> preferring(ShopVisit.Shop first, List<ShopVisit.Shop> shops) {
    List<UUID> ids = new ArrayList<>();
    ids.add(first.id());
    shops.stream().map(ShopVisit.Shop::id).filter(id -> !id.equals(first.id())).forEach(ids::add);
    return ids;
  }

  private static BasketSummary summary(List<Tuple> rows, Fees.Terms terms) {
    List<Fees.Goods> goods = new ArrayList<>();
    for (Tuple row : rows) {
      if (row.get("line_id") != null) {
        goods.add(
            new Fees.Goods(
                DeliveryKey.of(Rows.day(row, "deliver_on"), destination(row)),
                BigDecimal.valueOf(Rows.integer(row, "quantity")),
                AssortmentQuery.price(row),
                Rows.money(row, "deposit")));
      }
    }
    Money net = Fees.summary(terms, goods).net();
    return new BasketSummary(goods.size(), net);
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
        row.get("branch_id", UUID.class), false, null, address, null, null, null);
  }
}
