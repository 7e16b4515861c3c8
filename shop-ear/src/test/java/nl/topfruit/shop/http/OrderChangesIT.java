package nl.topfruit.shop.http;

import static nl.topfruit.shop.http.Erp.item;
import static nl.topfruit.shop.http.Erp.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Date;
import java.util.concurrent.ThreadLocalRandom;
import nl.topfruit.shop.support.People;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are changed or withdrawn over there after we have placed them. */
@WithShop
class OrderChangesIT {
  private static final String DE_LINDE_KVK = "90001001";
  private static final String ORDERS =
      """
      select o.state, l.sku, l.quantity::int from customer_order o join order_line l on l.order_id = o.id
      where o.purchase_order_number = ? order by o.placed_at, l.position
      """;
  private static final String VERSIONS =
      "select order_version, state from purchase_order where order_number = ? order by order_version, received_at";

  private Database database;
  private Rows rows;
  private Erp erp;
  private String number;
  private Promised promised;

  @BeforeEach
  void twoBasketsAreOrdered(ShopServer shop) {
    database = new Database(shop);
    rows = new Rows(shop);
    erp = Erp.deLinde(shop);
    number = "46" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    assertThat(erp.send(order("2")).status()).isEqualTo(200);
  }

  private String order(String pieces) {
    return erp.cxmlOrder(number, item("10", "FM-1004", promised.item(1), pieces, "34.95"));
  }

  private static String update(String order, String version) {
    return order.replace("type=\"new\"", "type=\"update\" orderVersion=\"" + version + "\"");
  }

  private static String delete(String order, String version) {
    return order.replace("type=\"new\"", "type=\"delete\" orderVersion=\"" + version + "\"");
  }

  private int taken() {
    return Integer.parseInt(
        database.one(
            "select taken from delivery_capacity where day = ?", Date.valueOf(promised.day)));
  }

  private String requisition() {
    return database.one("select state from requisition where id = ?", promised.id);
  }

  @Test
  void aLaterVersionTakesThePlaceOfTheOrderAndTheRestStaysPromised() {
    int before = taken();
    Erp.Answer answer = erp.send(update(order("1"), "2"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(database.rows(ORDERS, number))
        .containsExactly("CANCELLED|FM-1004|2", "PLACED|FM-1004|1");
    assertThat(database.rows(VERSIONS, number)).containsExactly("1|SUPERSEDED", "U:2|PLACED");
    assertThat(
            database.rows(
                """
                select d.state from delivery d join customer_order o on o.id = d.order_id
                where o.purchase_order_number = ? order by o.placed_at
                """,
                number))
        .containsExactly("CANCELLED", "PLANNED");
    assertThat(requisition()).isEqualTo("PARTLY_ORDERED");
    assertThat(taken()).as("one is ordered, one is still promised").isEqualTo(before);
  }

  @Test
  void aChangeThatDiffersFromThePromiseWaitsAndTheOrderStands() {
    int before = taken();
    assertThat(erp.send(update(order("3"), "2")).status()).isEqualTo(201);
    assertThat(database.rows(ORDERS, number)).containsExactly("PLACED|FM-1004|2");
    assertThat(database.rows(VERSIONS, number)).containsExactly("1|PLACED", "U:2|HELD");
    assertThat(requisition()).isEqualTo("ORDERED");
    assertThat(taken()).isEqualTo(before);
    assertThat(
            database.one(
                "select reasons from purchase_order where order_number = ? and order_version = 'U:2'",
                number))
        .contains("CHANGE", "QUANTITY_MORE");
  }

  @Test
  void aWithdrawalBeforePackingCancelsTheOrderOnceAndFreesItsPlaces() {
    int before = taken();
    String withdrawal = delete(order("2"), "2");
    Erp.Answer first = erp.send(withdrawal);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body()).contains("geannuleerd");
    assertThat(erp.send(withdrawal).body()).isEqualTo(first.body());
    assertThat(database.rows(ORDERS, number)).containsExactly("CANCELLED|FM-1004|2");
    assertThat(database.rows(VERSIONS, number)).containsExactly("1|CANCELLED", "C:2|CANCELLED");
    assertThat(taken()).isEqualTo(before - 2);
  }

  @Test
  void anOrderThatWeDoNotKnowIsNeitherChangedNorWithdrawn() {
    String unknown = order("1").replace(number, "47" + number);
    assertThat(erp.send(update(unknown, "2")).status()).isEqualTo(400);
    assertThat(erp.send(delete(unknown, "2")).status()).isEqualTo(400);
    assertThat(database.rows(ORDERS, "47" + number)).isEmpty();
  }

  @Test
  void whatWasDeliveredCannotBeWithdrawn() {
    rows.change(
        "update customer_order set state = 'DELIVERED' where purchase_order_number = ?", number);
    Erp.Answer answer = erp.send(delete(order("2"), "2"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("bezorgd");
    assertThat(database.rows(ORDERS, number)).containsExactly("DELIVERED|FM-1004|2");
  }

  @Test
  void whatIsBeingPackedCannotBeChanged() {
    rows.change(
        """
        update delivery set deliver_on = current_date, promised_on = current_date
        where order_id = (select id from customer_order where purchase_order_number = ?)
        """,
        number);
    Erp.Answer answer = erp.send(update(order("1"), "2"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("ingepakt");
    assertThat(database.rows(ORDERS, number)).containsExactly("PLACED|FM-1004|2");
    assertThat(database.rows(VERSIONS, number)).containsExactly("1|PLACED", "U:2|REFUSED");
  }

  @Test
  void whatWasInvoicedIsCreditedAndNotChanged() {
    rows.change(
        "update customer_order set invoiced = 'FULLY' where purchase_order_number = ?", number);
    Erp.Answer answer = erp.send(update(order("1"), "2"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("creditnota");
  }

  @Test
  void theFirstVersionThatComesAgainAfterAChangeIsNoNewOrder() {
    String first = order("2");
    assertThat(erp.send(update(order("1"), "2")).status()).isEqualTo(200);
    assertThat(erp.send(first).status()).isEqualTo(200);
    assertThat(erp.send(order("1").replace("4120", "4130")).status()).isEqualTo(409);
    assertThat(database.rows(ORDERS, number))
        .containsExactly("CANCELLED|FM-1004|2", "PLACED|FM-1004|1");
  }

  @Test
  void anOlderVersionChangesNothing() {
    assertThat(erp.send(update(order("1"), "3")).status()).isEqualTo(200);
    Erp.Answer answer = erp.send(update(order("2"), "2"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("ouder");
    assertThat(database.rows(ORDERS, number))
        .containsExactly("CANCELLED|FM-1004|2", "PLACED|FM-1004|1");
  }

  @Test
  void aChangeOfAnOrderThatWaitsIsJudgedInItsPlace(ShopServer shop) {
    Promised other = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    String waiting = "48" + number;
    String order = erp.cxmlOrder(waiting, item("10", "FM-1004", other.item(1), "2", "30.00"));
    assertThat(erp.send(order).status()).isEqualTo(201);
    assertThat(
            erp.send(update(order.replace("30.00", "34.95").replace("60.00", "69.90"), "2"))
                .status())
        .isEqualTo(200);
    assertThat(database.rows(ORDERS, waiting)).containsExactly("PLACED|FM-1004|2");
    assertThat(database.rows(VERSIONS, waiting)).containsExactly("1|SUPERSEDED", "U:2|PLACED");
  }

  @Test
  void aChangeOfAChangeThatWaitsIsStillAChangeOfTheOrder() {
    assertThat(erp.send(update(order("3"), "2")).status()).isEqualTo(201);
    assertThat(erp.send(update(order("1"), "3")).status()).isEqualTo(200);
    assertThat(database.rows(ORDERS, number))
        .containsExactly("CANCELLED|FM-1004|2", "PLACED|FM-1004|1");
    assertThat(database.rows(VERSIONS, number))
        .containsExactly("1|SUPERSEDED", "U:2|SUPERSEDED", "U:3|PLACED");
  }

  @Test
  void aWithdrawalEndsTheOrderAndAChangeOfItThatWaits() {
    int before = taken();
    assertThat(erp.send(update(order("3"), "2")).status()).isEqualTo(201);
    assertThat(erp.send(delete(order("2"), "3")).status()).isEqualTo(200);
    assertThat(database.rows(ORDERS, number)).containsExactly("CANCELLED|FM-1004|2");
    assertThat(database.rows(VERSIONS, number))
        .containsExactly("1|CANCELLED", "C:3|CANCELLED", "U:2|SUPERSEDED");
    assertThat(taken()).isEqualTo(before - 2);
  }

  @Test
  void aWithdrawalEndsWhatStaffPlacedOfTheRestToo(ShopServer shop) {
    rows.change(
        """
        insert into customer_order select (r).* from (select jsonb_populate_record(o, jsonb_build_object(
          'id', gen_random_uuid(), 'number', 'B-REST-' || right(o.number, 5))) as r
        from customer_order o where purchase_order_number = ?) as copied
        """,
        number);
    assertThat(erp.send(delete(order("2"), "2")).status()).isEqualTo(200);
    assertThat(
            database.rows(
                "select distinct state from customer_order where purchase_order_number = ?",
                number))
        .containsExactly("CANCELLED");
  }

  @Test
  void anotherVersionThatIsNoChangeIsAConflictAndNoSecondOrder() {
    Erp.Answer answer =
        erp.send(order("1").replace("type=\"new\"", "type=\"new\" orderVersion=\"2\""));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(database.rows(ORDERS, number)).containsExactly("PLACED|FM-1004|2");
  }

  @Test
  void staffLetAChangeThroughAndItTakesThePlaceOfTheOrder(ShopServer shop, BrowserContext browser) {
    int before = taken();
    assertThat(erp.send(update(order("3"), "2")).status()).isEqualTo(201);
    Page page = browser.newPage();
    People.signIn(page, shop, "kantoor@topfruit.example", "/office/inbox");
    page.locator("tr[data-number='" + number + "'] a").first().click();
    page.locator("#decision textarea").fill("Drie is goed, gebeld.");
    page.locator("[data-action=accept]").first().click();
    page.waitForURL(url -> url.contains("notice=orderAccepted"));
    assertThat(database.rows(ORDERS, number))
        .containsExactly("CANCELLED|FM-1004|2", "PLACED|FM-1004|3");
    assertThat(database.rows(VERSIONS, number)).containsExactly("1|SUPERSEDED", "U:2|PLACED");
    assertThat(taken()).isEqualTo(before + 1);
    assertThat(requisition()).isEqualTo("ORDERED");
  }

  @Test
  void lookingAtAChangeThatWaitsChangesNothing(ShopServer shop, BrowserContext browser) {
    assertThat(erp.send(update(order("3"), "2")).status()).isEqualTo(201);
    String versions =
        "select l.version, l.ordered_quantity::int, r.version, r.state from requisition_line l join requisition r on r.id = l.requisition_id where r.id = ?";
    String before = database.one(versions, promised.id);
    Page page = browser.newPage();
    People.signIn(page, shop, "kantoor@topfruit.example", "/office/inbox");
    page.locator("tr[data-number='" + number + "'] a").first().click();
    page.locator("#decision").waitFor();
    assertThat(database.one(versions, promised.id)).isEqualTo(before);
  }

  @Test
  void staffSeeAChangeThatCameTooLateUntilTheyHaveDealtWithIt(
      ShopServer shop, BrowserContext browser) {
    rows.change(
        "update customer_order set state = 'DELIVERED' where purchase_order_number = ?", number);
    assertThat(erp.send(delete(order("2"), "2")).status()).isEqualTo(400);
    Page page = browser.newPage();
    People.signIn(page, shop, "kantoor@topfruit.example", "/office/inbox");
    page.locator("tr[data-number='" + number + "'] a").first().click();
    assertThat(page.locator("[data-action=accept]").count()).isZero();
    page.locator("#decision textarea").fill("Zij nemen het af.");
    page.locator("[data-action=refuse]").click();
    page.waitForURL(url -> url.contains("notice=changeSeen"));
    page.navigate(shop.url("/office/inbox").toString());
    assertThat(page.locator("tr[data-number='" + number + "']").count()).isZero();
    assertThat(database.rows(ORDERS, number)).containsExactly("DELIVERED|FM-1004|2");
  }

  @Test
  void linesWithoutARequisitionAreChangedAndTheirPlacesCountOnce(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    rows.change(
        "update invoicing_policy set moment = 'DELIVERED' where account_id = (select id from business_account where key = 'direct')");
    try {
      String order = direct.cxmlOrder(number, item("10", "FM-1004", null, "4", "34.95"));
      assertThat(direct.send(order).status()).isEqualTo(200);
      String day =
          database.one(
              """
              select d.deliver_on from delivery d join customer_order o on o.id = d.order_id join business_account a on a.id = o.account_id
              where o.purchase_order_number = ? and a.key = 'direct'
              """,
              number);
      String taken = "select taken from delivery_capacity where day = ?";
      int before = Integer.parseInt(database.one(taken, Date.valueOf(day)));
      String changed = direct.cxmlOrder(number, item("10", "FM-1004", null, "1", "34.95"));
      Erp.Answer answer = direct.send(update(changed, "2"));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(Integer.parseInt(database.one(taken, Date.valueOf(day)))).isEqualTo(before - 3);
    } finally {
      rows.change(
          "update invoicing_policy set moment = 'PLACED' where account_id = (select id from business_account where key = 'direct')");
    }
  }

  @Test
  void anOrderChangeInUblHoldsTheWholeOrderAndACancellationEndsIt() {
    Erp.Answer changed =
        erp.sendUbl(ubl("OrderChange", "2", "<cbc:SequenceNumberID>2</cbc:SequenceNumberID>", "1"));
    assertThat(changed.http()).isEqualTo(200);
    assertThat(changed.code()).isEqualTo("AP");
    assertThat(database.rows(ORDERS, number))
        .containsExactly("CANCELLED|FM-1004|2", "PLACED|FM-1004|1");
    Erp.Answer cancelled = erp.sendUbl(ubl("OrderCancellation", "3", "", null));
    assertThat(cancelled.http()).isEqualTo(200);
    assertThat(cancelled.code()).isEqualTo("AP");
    assertThat(database.rows(ORDERS, number))
        .containsExactly("CANCELLED|FM-1004|2", "CANCELLED|FM-1004|1");
  }

  @Test
  void aCancellationInUblOfWhatWasDeliveredIsRejected() {
    rows.change(
        "update customer_order set state = 'DELIVERED' where purchase_order_number = ?", number);
    Erp.Answer answer = erp.sendUbl(ubl("OrderCancellation", "3", "", null));
    assertThat(answer.http()).isEqualTo(200);
    assertThat(answer.code()).isEqualTo("RE");
  }

  /** A change or cancellation of the order: the same document under another root. */
  private String ubl(String root, String id, String sequence, String pieces) {
    String order =
        pieces == null
            ? erp.ublOrder(id, DE_LINDE_KVK, null)
            : erp.ublOrder(
                id, DE_LINDE_KVK, promised.number, line("10", "FM-1004", pieces, "34.95"));
    return order
        .replace("xsd:Order-2", "xsd:" + root + "-2")
        .replace("<Order xmlns", "<" + root + " xmlns")
        .replace("</Order>", "</" + root + ">")
        .replace("<cbc:ID>" + id + "</cbc:ID>", "<cbc:ID>" + id + "</cbc:ID>" + sequence)
        .replace(
            "<cac:BuyerCustomerParty>",
            "<cac:OrderReference><cbc:ID>"
                + number
                + "</cbc:ID></cac:OrderReference><cac:BuyerCustomerParty>");
  }
}
