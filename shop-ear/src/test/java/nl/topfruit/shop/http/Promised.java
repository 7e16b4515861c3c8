package nl.topfruit.shop.http;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.support.ShopServer;

/**
 * A basket that was handed over, put into the database as the hand-over leaves it: what comes
 * before an order is not what these tests are about.
 */
final class Promised {
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

  final String number;
  final String lineKey;
  final LocalDate day;
  final UUID id;

  private Promised(String number, String lineKey, LocalDate day, UUID id) {
    this.number = number;
    this.lineKey = lineKey;
    this.day = day;
    this.id = id;
  }

  /** How an order points at an item. */
  String item(int number) {
    return this.number + "/" + number;
  }

  /** The first day at least two weeks ahead on which everything is delivered. */
  static LocalDate someDay() {
    return DeliveryCalendar.usual()
        .nextPossible(LocalDate.now().plusDays(15), CutOffClass.A, Instant.now())
        .orElseThrow();
  }

  /** Being put together. */
  static final class Basket {
    private final String account;
    private LocalDate day = someDay();
    private final List<Item> items = new ArrayList<>();
    private int goodsLine;

    private Basket(String account) {
      this.account = account;
    }

    Basket on(LocalDate day) {
      this.day = day;
      return this;
    }

    /** A product with one VAT rate, 9 %. */
    Basket goods(String sku, int pieces, String price) {
      goodsLine++;
      return add(sku, "GOODS", pieces, price, "0");
    }

    /** A product with two VAT rates as two tied items. */
    Basket split(String sku, int pieces, String reduced, String standard) {
      goodsLine++;
      add(sku + "-9", "GOODS", pieces, reduced, "0");
      return add(sku + "-21", "GOODS", pieces, "0", standard);
    }

    /** The deposit of what went before. */
    Basket deposit(String sku, int pieces, String price) {
      return add(sku, "DEPOSIT", pieces, price, "0");
    }

    private Basket add(String sku, String kind, int pieces, String reduced, String standard) {
      items.add(
          new Item(
              goodsLine, sku, kind, pieces, new BigDecimal(reduced), new BigDecimal(standard)));
      return this;
    }

    Promised handedOver(ShopServer shop) {
      try (Connection database = shop.database()) {
        return write(database);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private Promised write(Connection database) throws SQLException {
      int serial = ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
      var promised = new Promised("R-2026-" + serial, key(), day, UUID.randomUUID());
      UUID session = UUID.randomUUID();
      run(
          database,
          """
          insert into shopping_session (id, version, token_hash, state, account_id, connection_id, web_shop_id, language, opened_at, expires_at)
          select ?, 0, decode(md5(?), 'hex'), 'RETURNED', a.id, c.id, w.id, 'nl', now(), now()
          from business_account a join connection c on c.account_id = a.id and c.key = a.key, web_shop w where a.key = ? and w.code = 'topfruit'
          """,
          session,
          session.toString(),
          account);
      run(
          database,
          """
          insert into requisition (id, version, number, line_key, state, account_id, connection_id, session_id, contact_name,
            contact_reach, net, created_at, valid_until)
          select ?, 0, ?, ?, 'AWAITING_AUTHORISATION', account_id, connection_id, id, 'Iemand', 'iemand@klant.example', ?, now(),
            now() + interval '30 days' from shopping_session where id = ?
          """,
          promised.id,
          promised.number,
          promised.lineKey,
          net(),
          session);
      int number = 0;
      for (Item item : items) {
        line(database, promised, ++number, item);
      }
      hold(database);
      return promised;
    }

    private void line(Connection database, Promised promised, int number, Item item)
        throws SQLException {
      run(
          database,
          """
          insert into requisition_line (id, version, requisition_id, item_number, goods_line, kind, web_shop_id, sku, name, quantity,
            unit, reduced, standard, allergens, cut_off_class, invoice_party_id, deliver_on, branch_id, private_address, recipient,
            street, house_number, postcode, city, country, cost_centre, purpose, ledger_code)
          select ?, 0, r.id, ?, ?, ?, w.id, ?, ?, ?, 'C62', ?, ?, '{}', 'A', b.invoice_party_id, ?, b.id, false, b.name,
            b.street, b.house_number, b.postcode, b.city, b.country, '4120', 'Personeel', '999103'
          from requisition r join branch b on b.account_id = r.account_id and b.code = '001', web_shop w
          where r.id = ? and w.code = 'topfruit'
          """,
          UUID.randomUUID(),
          number,
          item.goodsLine(),
          item.kind(),
          item.sku(),
          "Artikel " + item.sku(),
          item.pieces(),
          item.reduced(),
          item.standard(),
          Date.valueOf(day),
          promised.id);
    }

    private void hold(Connection database) throws SQLException {
      int pieces =
          items.stream()
              .filter(item -> item.kind().equals("GOODS") && !item.sku().endsWith("-21"))
              .mapToInt(Item::pieces)
              .sum();
      run(
          database,
          """
          insert into delivery_capacity (day, capacity, taken) values (?, 5000, ?)
          on conflict (day) do update set taken = delivery_capacity.taken + excluded.taken
          """,
          Date.valueOf(day),
          pieces);
    }

    private BigDecimal net() {
      return items.stream()
          .map(i -> i.reduced().add(i.standard()).multiply(BigDecimal.valueOf(i.pieces())))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String key() {
      StringBuilder key = new StringBuilder();
      for (int i = 0; i < 7; i++) {
        key.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
      }
      return key.toString();
    }
  }

  private record Item(
      int goodsLine,
      String sku,
      String kind,
      int pieces,
      BigDecimal reduced,
      BigDecimal standard) {}

  static Basket by(String account) {
    return new Basket(account);
  }

  private static void run(Connection database, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("Not one row: " + sql);
      }
    }
  }
}
