package nl.topfruit.shop.support;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The row of one shopping session, for what takes hours in real life. */
public final class SessionRow {
  private static final String OF_TOKEN = " shopping_session where token_hash = sha256(?)";

  private static final String ONCE_MORE =
      """
      insert into basket_line (id, version, session_id, position, web_shop_id, product_id, quantity, reduced, standard, deliver_on,
        branch_id, private_address, recipient, street, house_number, postcode, city, country, contact_name, contact_reach,
        instruction, cost_centre, purpose_id, reference, card_design, card_text, card_font, card_logo)
      select gen_random_uuid(), 0, l.session_id, l.position + n * s.many, l.web_shop_id, l.product_id, l.quantity, l.reduced,
        l.standard, l.deliver_on, l.branch_id, l.private_address, l.recipient, l.street, l.house_number, l.postcode, l.city,
        l.country, l.contact_name, l.contact_reach, l.instruction, l.cost_centre, l.purpose_id, 'ref ' || n, l.card_design,
        l.card_text, l.card_font, l.card_logo
      from basket_line l join (select session_id, max(position) as many from basket_line group by session_id) s
        on s.session_id = l.session_id cross join generate_series(1, ?) n
      where l.session_id = ?
      """;

  private final Rows rows;
  private final byte[] token;

  /**
   * @param root address of the shop, {@code …/shop/⟨token⟩/}
   */
  public SessionRow(ShopServer shop, String root) {
    String[] parts = root.split("/");
    this.rows = new Rows(shop);
    this.token = parts[parts.length - 1].getBytes(StandardCharsets.US_ASCII);
  }

  public UUID id() {
    return value(UUID.class, "id");
  }

  /** What stands in a column, or what can be reckoned from the row. */
  public <T> T value(Class<T> type, String column) {
    return rows.one(type, "select " + column + " from" + OF_TOKEN, (Object) token);
  }

  /** Nothing was asked for since so long that time is over. */
  public void expire() {
    change("expires_at = now() - interval '1 second'");
  }

  /**
   * @param what one or more assignments
   */
  public void change(String what) {
    rows.change(
        "update shopping_session set " + what + " where token_hash = sha256(?)", (Object) token);
  }

  /**
   * All lines of its basket so many times again, which takes minutes by hand; each with a reference
   * of its own.
   */
  public void repeatLines(int times) {
    rows.change(ONCE_MORE, times, id());
  }
}
