package nl.topfruit.shop.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.topfruit.shop.http.Erp.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Date;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.support.Eventually;
import nl.topfruit.shop.support.People;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requisitions that end without an order: places are free again and the orderer hears of it. */
@WithShop
class RequisitionEndsIT {
  /** The timer looks every minute. */
  private static final Duration A_LOOK = Duration.ofSeconds(100);

  private ShopServer shop;
  private Database database;
  private Erp erp;
  private Promised promised;
  private int taken;

  @BeforeEach
  void twoBasketsArePromised(ShopServer server) {
    shop = server;
    database = new Database(shop);
    erp = Erp.deLinde(shop);
    promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    taken = taken();
  }

  private int taken() {
    return Integer.parseInt(
        database.one(
            "select taken from delivery_capacity where day = ?", Date.valueOf(promised.day)));
  }

  private String state() {
    return database.one("select state from requisition where id = ?", promised.id);
  }

  private List<String> letters() {
    return database.rows(
        "select convert_from(payload, 'UTF8') from message where channel = 'MAIL' and subject = ?",
        promised.number);
  }

  private String letter() {
    return Eventually.get(
        "a letter about " + promised.number, A_LOOK, () -> letters().stream().findFirst());
  }

  private String order() {
    String number = UUID.randomUUID().toString();
    return erp.cxmlOrder(number, item("10", "FM-1004", promised.item(1), "2", "34.95"));
  }

  @Test
  void whatTheOrdererTakesBackInThePortalIsNoLongerPromised(BrowserContext browser) {
    Page page = browser.newPage();
    String address = "/portal/requisition?number=" + promised.number;
    People.signIn(page, shop, "besteller@delinde.example", address);
    keep(page, "portal-requisition");
    page.locator("[data-action=withdraw]").click();
    page.waitForURL(url -> url.contains("notice=withdrawn"));
    assertThat(page.locator("[data-state=WITHDRAWN]").first()).isVisible();
    assertThat(page.locator("[data-action=withdraw]")).hasCount(0);
    assertThat(state()).isEqualTo("WITHDRAWN");
    assertThat(taken()).isEqualTo(taken - 2);
    Erp.Answer late = erp.send(order());
    assertThat(late.status()).as("somebody looks before it is delivered").isEqualTo(201);
    assertThat(late.body()).contains("ingetrokken");
  }

  private static void keep(Page page, String name) {
    for (int width : new int[] {390, 1440}) {
      page.setViewportSize(width, 900);
      Screens.keep(page, name + "-" + width);
    }
  }

  @Test
  void theRestOfWhatWasOrderedInPartCanBeTakenBack(BrowserContext browser) {
    String first = order().replace("quantity=\"2\"", "quantity=\"1\"").replace("69.90", "34.95");
    assertThat(erp.send(first).status()).isEqualTo(200);
    Page page = browser.newPage();
    String address = "/portal/requisition?number=" + promised.number;
    People.signIn(page, shop, "beheer@delinde.example", address);
    page.locator("[data-action=withdraw]").click();
    page.waitForURL(url -> url.contains("notice=withdrawn"));
    assertThat(state()).isEqualTo("WITHDRAWN");
    assertThat(taken()).as("one stays ordered").isEqualTo(taken - 1);
    assertThat(
            database.one("select state from customer_order where requisition_id = ?", promised.id))
        .isEqualTo("PLACED");
  }

  @Test
  void somebodyElsesRequisitionIsNotHisToTakeBack(BrowserContext browser) {
    new Rows(shop)
        .change(
            "update requisition set person_id = (select id from person where email = 'akkoord@delinde.example') where id = ?",
            promised.id);
    Page page = browser.newPage();
    String address = "/portal/requisition?number=" + promised.number;
    People.signIn(page, shop, "besteller@delinde.example", address);
    assertThat(page.locator("[data-state=AWAITING_AUTHORISATION]").first()).isVisible();
    assertThat(page.locator("[data-action=withdraw]")).hasCount(0);
  }

  @Test
  void staffEndItForWhoCallsAndTheOrdererReadsWhy(BrowserContext browser) {
    Page page = browser.newPage();
    String address = "/office/requisition?number=" + promised.number;
    People.signIn(page, shop, "kantoor@topfruit.example", "/office/requisitions");
    keep(page, "office-requisitions");
    page.navigate(shop.url(address).toString());
    keep(page, "office-requisition");
    page.locator("[data-action=reject]").click();
    assertThat(page.locator("#ending")).containsText("Zeg waarom niet");
    assertThat(state()).isEqualTo("AWAITING_AUTHORISATION");
    page.locator("#ending textarea").fill("Mevrouw De Vries belde: geen budget.");
    page.locator("[data-action=reject]").click();
    page.waitForURL(url -> url.contains("notice=requisitionRejected"));
    assertThat(state()).isEqualTo("REJECTED");
    assertThat(taken()).isEqualTo(taken - 2);
    assertThat(letter()).contains("iemand@klant.example", "afgekeurd", "geen budget");
  }

  @Test
  void theirApproversNoIsTold() {
    Erp.Answer answer =
        erp.send(
            erp.cxml(
                """
                <StatusUpdateRequest><DocumentReference payloadID="%s@topfruit.nl"/>
                <Status code="400" text="Rejected">boven het budget</Status></StatusUpdateRequest>
                """
                    .formatted(promised.number)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(state()).isEqualTo("REJECTED");
    assertThat(letter()).contains("afgekeurd", "boven het budget");
  }

  @Test
  void itsEndIsToldBeforehandAndAfterwards() {
    var rows = new Rows(shop);
    rows.change(
        "update requisition set created_at = now() - interval '29 days', valid_until = now() + interval '1 day' where id = ?",
        promised.id);
    assertThat(letter()).contains("vervalt op", "wacht nog op goedkeuring");
    assertThat(state()).isEqualTo("AWAITING_AUTHORISATION");
    rows.change(
        "update requisition set valid_until = now() - interval '1 minute' where id = ?",
        promised.id);
    String last =
        Eventually.get(
            "a letter that it has expired",
            A_LOOK,
            () -> {
              List<String> all = letters();
              return all.size() < 2
                  ? Optional.empty()
                  : all.stream().filter(letter -> letter.contains("is vervallen")).findFirst();
            });
    assertThat(last).contains("opnieuw");
    assertThat(letters()).as("one of each").hasSize(2);
    assertThat(state()).isEqualTo("EXPIRED");
    assertThat(taken()).isEqualTo(taken - 2);
  }
}
