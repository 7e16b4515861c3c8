package nl.topfruit.shop.http;

import static nl.topfruit.shop.http.Erp.item;
import static nl.topfruit.shop.http.Erp.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/** Authorised orders over every road, from the wire to the rows. */
@WithShop
class OrderIntakeIT {
  private static final String DE_LINDE_KVK = "90001001";
  private static final String DIRECT_KVK = "90005001";

  private static String number() {
    return "45" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
  }

  private static Promised threeLines(ShopServer shop) {
    return Promised.by("delinde")
        .goods("FM-1004", 2, "34.95")
        .split("FM-1011", 1, "31.55", "10.95")
        .handedOver(shop);
  }

  private static String orders(ShopServer shop, String orderNumber) {
    return new Database(shop)
        .one("select count(*) from customer_order where purchase_order_number = ?", orderNumber);
  }

  private static String state(ShopServer shop, Promised promised) {
    return new Database(shop).one("select state from requisition where id = ?", promised.id);
  }

  @Test
  void anOrderThatAgreesBecomesAnOrderWithItsDeliveryAndClosesItsRequisition(ShopServer shop) {
    Promised promised = threeLines(shop);
    String number = number();
    Erp erp = Erp.deLinde(shop);
    Erp.Answer answer =
        erp.send(
            erp.cxmlOrder(
                number,
                item("10", "FM-1004", promised.item(1), "2", "34.95", "04120-X", "nzi 7"),
                item("20", "FM-1011-9", promised.item(2), "1", "31.55"),
                item("30", "FM-1011-21", promised.item(3), "1", "10.95")));
    assertThat(answer.status()).isEqualTo(200);
    Database database = new Database(shop);
    assertThat(state(shop, promised)).isEqualTo("ORDERED");
    assertThat(
            database.rows(
                """
                select l.purchase_order_line, l.sku, l.quantity::int, l.reduced + l.standard, l.cost_centre, l.ledger_code, l.goods_line
                from order_line l join customer_order o on o.id = l.order_id where o.purchase_order_number = ? order by l.position
                """,
                number))
        .containsExactly(
            "10|FM-1004|2|34.9500|04120-X|nzi 7|1",
            "20|FM-1011-9|1|31.5500|4120|999103|2",
            "30|FM-1011-21|1|10.9500|4120|999103|2");
    assertThat(
            database.one(
                "select o.state, o.net, o.vat from customer_order o where o.purchase_order_number = ?",
                number))
        .isEqualTo("PLACED|112.40|11.43");
    assertThat(
            database.rows(
                """
                select d.state, d.deliver_on, d.promised_on from delivery d join customer_order o on o.id = d.order_id
                where o.purchase_order_number = ?
                """,
                number))
        .containsExactly("PLANNED|" + promised.day + "|" + promised.day);
    assertThat(
            database.one(
                """
                select m.outcome, m.status, m.subject, p.state, position('demo</SharedSecret' in convert_from(m.payload, 'UTF8'))
                from message m join purchase_order p on p.message_reference = m.reference where p.order_number = ?
                """,
                number))
        .isEqualTo("PLACED|200|" + number + "|PLACED|0");
  }

  @Test
  void theSameOrderComesInByUblAndTheResponseSaysAccepted(ShopServer shop) {
    Promised promised = threeLines(shop);
    Erp erp = Erp.deLinde(shop);
    Erp.Answer answer =
        erp.sendUbl(
            erp.ublOrder(
                number(),
                DE_LINDE_KVK,
                promised.number,
                line("1", "FM-1004", "2", "34.95"),
                line("2", "FM-1011-9", "1", "31.55"),
                line("3", "FM-1011-21", "1", "10.95")));
    assertThat(answer.http()).isEqualTo(200);
    assertThat(answer.code()).isEqualTo("AP");
    assertThat(answer.body())
        .contains("<cbc:StartDate>" + promised.day + "</cbc:StartDate>")
        .contains("<cbc:SalesOrderID>B-");
    assertThat(state(shop, promised)).isEqualTo("ORDERED");
  }

  @Test
  void theSmallestWayNamesTheRequisitionOnly(ShopServer shop) {
    Promised promised = threeLines(shop);
    Erp.Answer answer = Erp.deLinde(shop).plain(promised.number, number());
    assertThat(answer.http()).isEqualTo(200);
    assertThat(answer.type()).startsWith("text/plain");
    assertThat(answer.verdict()).isEqualTo("PLACED");
    assertThat(answer.number()).startsWith("B-");
    assertThat(answer.body().lines()).hasSize(3);
    assertThat(state(shop, promised)).isEqualTo("ORDERED");
  }

  @Test
  void fewerPiecesLeaveTheRestOpenAndTheRestIsOrderedLater(ShopServer shop) {
    Promised promised = Promised.by("delinde").goods("FM-1004", 3, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    assertThat(erp.plain(promised.number, number(), "QUANTITY[1]=2").verdict()).isEqualTo("PLACED");
    assertThat(state(shop, promised)).isEqualTo("PARTLY_ORDERED");
    assertThat(erp.plain(promised.number, number(), "QUANTITY[1]=2").verdict()).isEqualTo("HELD");
    assertThat(erp.plain(promised.number, number()).verdict()).isEqualTo("PLACED");
    assertThat(state(shop, promised)).isEqualTo("ORDERED");
  }

  @Test
  void anOrderNumberIsKeptToTheLetterButForBlanksAtItsEnds(ShopServer shop) {
    String bare = number();
    Erp erp = Erp.deLinde(shop);
    Promised one = Promised.by("delinde").goods("FM-1004", 1, "34.95").handedOver(shop);
    Promised other = Promised.by("delinde").goods("FM-1004", 1, "34.95").handedOver(shop);
    Erp.Answer first = erp.plain(one.number, "  00" + bare + " ");
    assertThat(first.verdict()).isEqualTo("PLACED");
    assertThat(orders(shop, "00" + bare)).isEqualTo("1");
    assertThat(erp.plain(one.number, "00" + bare)).isEqualTo(first);
    assertThat(erp.plain(other.number, bare).verdict()).isEqualTo("PLACED");
    assertThat(orders(shop, bare)).isEqualTo("1");
  }

  @Test
  void theSameNumberOfTwoCustomersIsTwoOrders(ShopServer shop) {
    String number = number();
    Promised one = Promised.by("delinde").goods("FM-1004", 1, "34.95").handedOver(shop);
    Promised other = Promised.by("zuiderhaven").goods("FM-1004", 1, "34.95").handedOver(shop);
    assertThat(Erp.deLinde(shop).plain(one.number, number).verdict()).isEqualTo("PLACED");
    assertThat(Erp.zuiderhaven(shop).plain(other.number, number).verdict()).isEqualTo("PLACED");
    assertThat(orders(shop, number)).isEqualTo("2");
  }

  @Test
  void theSameContentAgainGetsTheSameAnswerToTheByte(ShopServer shop) {
    Promised promised = threeLines(shop);
    Erp erp = Erp.deLinde(shop);
    String number = number();
    String[] items = {
      item("10", "FM-1004", promised.item(1), "2", "34.95"),
      item("20", "FM-1011-9", promised.item(2), "1", "31.55"),
      item("30", "FM-1011-21", promised.item(3), "1", "10.95")
    };
    Erp.Answer first = erp.send(erp.cxmlOrder(number, items));
    // another payloadID, as after a timeout
    Erp.Answer second = erp.send(erp.cxmlOrder(number, items));
    assertThat(second).isEqualTo(first);
    assertThat(orders(shop, number)).isEqualTo("1");
    assertThat(
            new Database(shop)
                .rows("select outcome from message where subject = ? order by at", number))
        .containsExactly("PLACED", "DUPLICATE");
  }

  @Test
  void theSameNumberWithOtherContentIsAConflictOnEveryRoad(ShopServer shop) {
    Promised promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    String number = number();
    assertThat(erp.plain(promised.number, number).verdict()).isEqualTo("PLACED");
    Erp.Answer plain = erp.plain(promised.number, number, "QUANTITY[1]=1");
    assertThat(plain.http()).isEqualTo(409);
    assertThat(plain.verdict()).isEqualTo("REFUSED");
    Erp.Answer cxml =
        erp.send(erp.cxmlOrder(number, item("10", "FM-1004", promised.item(1), "1", "34.95")));
    assertThat(cxml.status()).isEqualTo(409);
    Erp.Answer ubl =
        erp.sendUbl(
            erp.ublOrder(
                number, DE_LINDE_KVK, promised.number, line("1", "FM-1004", "1", "34.95")));
    assertThat(ubl.http()).isEqualTo(409);
    assertThat(ubl.type()).startsWith("application/problem+json");
    assertThat(erp.plain(promised.number, number, "QUANTITY[1]=1")).isEqualTo(plain);
    assertThat(
            new Database(shop)
                .rows(
                    "select state, count(*) from purchase_order where order_number = ? group by state order by state",
                    number))
        .containsExactly("CONFLICT|3", "PLACED|1");
  }

  @Test
  void aDayThatHasPassedMovesToTheNextPossibleOneAndTheAnswerSaysSo(ShopServer shop) {
    LocalDate today = LocalDate.now();
    Promised promised =
        Promised.by("delinde").goods("FM-1004", 2, "34.95").on(today).handedOver(shop);
    Database database = new Database(shop);
    String taken = "select coalesce(sum(taken), 0) from delivery_capacity where day = ?";
    int before = Integer.parseInt(database.one(taken, Date.valueOf(today)));
    String number = number();
    Erp.Answer answer = Erp.deLinde(shop).plain(promised.number, number);
    LocalDate next =
        DeliveryCalendar.usual().nextPossible(today, CutOffClass.A, Instant.now()).orElseThrow();
    assertThat(answer.verdict()).isEqualTo("PLACED");
    assertThat(answer.body()).contains("eerstvolgende mogelijke dag");
    assertThat(
            database.one(
                "select d.deliver_on, d.promised_on from delivery d join customer_order o on o.id = d.order_id where o.purchase_order_number = ?",
                number))
        .isEqualTo(next + "|" + today);
    assertThat(database.one(taken, Date.valueOf(today))).isEqualTo(String.valueOf(before - 2));
  }

  @Test
  void aSecondOrderOfTheSameRequisitionWaits(ShopServer shop) {
    Promised promised = Promised.by("delinde").goods("FM-1004", 1, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    assertThat(erp.plain(promised.number, number()).verdict()).isEqualTo("PLACED");
    Erp.Answer again = erp.plain(promised.number, number());
    assertThat(again.verdict()).isEqualTo("HELD");
    assertThat(again.body()).contains("al besteld");
  }

  @Test
  void aRequisitionOfAnotherAccountIsNotThere(ShopServer shop) {
    Promised promised = Promised.by("zuiderhaven").goods("FM-1004", 1, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    assertThat(erp.plain(promised.number, number()).verdict()).isEqualTo("REFUSED");
    assertThat(
            erp.send(erp.cxmlOrder(number(), item("10", "FM-1004", promised.item(1), "1", "34.95")))
                .status())
        .isEqualTo(201);
    assertThat(state(shop, promised)).isEqualTo("AWAITING_AUTHORISATION");
  }

  @Test
  void aBuyerOfAnotherAccountIsRefused(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    Erp.Answer ubl =
        direct.sendUbl(
            direct.ublOrder(number(), DE_LINDE_KVK, null, line("1", "FM-1004", "1", "34.95")));
    assertThat(ubl.http()).isEqualTo(200);
    assertThat(ubl.code()).isEqualTo("RE");
  }

  @Test
  void aRefusedNumberIsFreeForTheMendedOrder(ShopServer shop) {
    Erp erp = Erp.deLinde(shop);
    String number = number();
    Erp.Answer refused = erp.plain("R-2026-00000", number);
    assertThat(refused.verdict()).isEqualTo("REFUSED");
    assertThat(erp.plain("R-2026-00000", number)).isEqualTo(refused);
    Promised promised = Promised.by("delinde").goods("FM-1004", 1, "34.95").handedOver(shop);
    assertThat(erp.plain(promised.number, number).verdict()).isEqualTo("PLACED");
  }

  @Test
  void onePartOfATiedPairHoldsTheOrder(ShopServer shop) {
    Promised promised = threeLines(shop);
    Erp erp = Erp.deLinde(shop);
    Erp.Answer answer =
        erp.send(
            erp.cxmlOrder(
                number(),
                item("10", "FM-1004", promised.item(1), "2", "34.95"),
                item("20", "FM-1011-9", promised.item(2), "1", "31.55")));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).contains("FM-1011-21");
    assertThat(state(shop, promised)).isEqualTo("AWAITING_AUTHORISATION");
  }

  @Test
  void withoutARequisitionAtContractPriceWhereThatIsAllowed(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    String number = number();
    Erp.Answer placed =
        direct.sendUbl(
            direct.ublOrder(number, DIRECT_KVK, null, line("1", "FM-1004", "2", "34.95")));
    assertThat(placed.code()).isEqualTo("AP");
    assertThat(
            new Database(shop)
                .one(
                    """
                    select l.cost_centre, l.ledger_code, b.code from order_line l join customer_order o on o.id = l.order_id
                    join delivery d on d.id = l.delivery_id join branch b on b.id = d.branch_id where o.purchase_order_number = ?
                    """,
                    number))
        .isEqualTo("4120|999103|001");
    Erp.Answer held =
        direct.sendUbl(
            direct.ublOrder(number(), DIRECT_KVK, null, line("1", "FM-1004", "2", "34.90")));
    assertThat(held.code()).isEqualTo("AB");
    Erp linde = Erp.deLinde(shop);
    Erp.Answer required =
        linde.sendUbl(
            linde.ublOrder(number(), DE_LINDE_KVK, null, line("1", "TG-3031", "2", "44.50")));
    assertThat(required.code()).isEqualTo("AB");
  }

  @Test
  void aTiedPairMayComeWithoutARequisitionButNotAsOneLine(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    assertThat(
            direct
                .sendUbl(
                    direct.ublOrder(
                        number(),
                        DIRECT_KVK,
                        null,
                        line("1", "FM-1011-9", "1", "31.55"),
                        line("2", "FM-1011-21", "1", "10.95")))
                .code())
        .isEqualTo("AP");
    assertThat(
            direct
                .sendUbl(
                    direct.ublOrder(number(), DIRECT_KVK, null, line("1", "FM-1011", "1", "42.50")))
                .code())
        .isEqualTo("AB");
  }

  @Test
  void aRejectionThatPointsAtARequisitionClosesItAndFreesItsPlaces(ShopServer shop) {
    Promised promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    Database database = new Database(shop);
    String taken = "select taken from delivery_capacity where day = ?";
    Date day = Date.valueOf(promised.day);
    int before = Integer.parseInt(database.one(taken, day));
    Erp erp = Erp.deLinde(shop);
    Erp.Answer answer =
        erp.send(
            erp.cxml(
                """
                <StatusUpdateRequest><DocumentReference payloadID="%s@topfruit.nl"/>
                <Status code="400" text="Rejected">budget</Status></StatusUpdateRequest>
                """
                    .formatted(promised.number)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(state(shop, promised)).isEqualTo("REJECTED");
    assertThat(database.one(taken, day)).isEqualTo(String.valueOf(before - 2));
    assertThat(erp.plain(promised.number, number()).body()).contains("afgewezen");
  }

  @Test
  void theProfileSaysWhatCanBeAskedHere(ShopServer shop) {
    Erp erp = Erp.deLinde(shop);
    Erp.Answer answer = erp.send(erp.cxml("<ProfileRequest/>"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("requestName=\"OrderRequest\"")
        .contains("requestName=\"StatusUpdateRequest\"")
        .contains("<URL>" + shop.url("/cxml") + "</URL>");
  }

  @Test
  void anOrderWithAttachmentsIsReadFromItsRootPart(ShopServer shop) {
    Promised promised = Promised.by("delinde").goods("FM-1004", 1, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    String order = erp.cxmlOrder(number(), item("10", "FM-1004", promised.item(1), "1", "34.95"));
    String body =
        "--part\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-ID: <root@klant>\r\n\r\n"
            + order
            + "\r\n--part\r\nContent-Type: application/pdf\r\nContent-ID: <a@klant>\r\n\r\n%PDF-1.4\r\n--part--\r\n";
    Erp.Answer answer =
        erp.post(
            "/cxml",
            "multipart/related; boundary=part; type=\"text/xml\"; start=\"<root@klant>\"",
            body,
            null);
    assertThat(answer.status()).isEqualTo(200);
  }
}
