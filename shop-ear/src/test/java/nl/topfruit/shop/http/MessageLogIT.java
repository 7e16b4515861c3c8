package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Eventually;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Shopper;
import nl.topfruit.shop.support.Staff;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The message log: what belongs together, what is not in it, and how long it is kept. */
@WithShop
class MessageLogIT {
  private static final String OFFICE = "kantoor@topfruit.example";
  private static final String CARD = "Van harte beterschap, lieve tante Sjaan";

  /** A basket that was handed over and ordered by form. */
  private record Case(String requisition, String order, String theirs) {}

  private static Case ordered(ShopServer shop) {
    Form returned = new Shopper(shop, "direct").add("FM-1004", "card-text", CARD).handOver();
    String requisition = returned.value("NEW_ITEM-EXT_QUOTE_ID[1]").orElseThrow();
    String theirs = "IT-" + UUID.randomUUID();
    HttpResponse<String> answer =
        Http.post(
            shop.url("/oci/order"),
            Form.of(
                "USERNAME",
                "direct",
                "PASSWORD",
                "demo",
                "QUOTE",
                requisition,
                "ORDERNUMBER",
                theirs));
    assertThat(answer.body()).startsWith("PLACED");
    return new Case(requisition, answer.body().split("\\R")[1], theirs);
  }

  private static List<String> references(Document page) {
    return page.select("tbody [data-reference]").eachAttr("data-reference");
  }

  @Test
  void everyMessageOfACaseIsFoundFromEveryNumberOfIt(ShopServer shop) {
    Case found = ordered(shop);
    Rows rows = new Rows(shop);
    Map<String, Object> order =
        rows.list(
                "select m.requisition_id, m.purchase_order_id, m.order_id from message m where m.subject = ?",
                found.theirs())
            .get(0);
    assertThat(order.values()).doesNotContainNull();
    var staff = new Staff(shop, OFFICE);
    List<String> byRequisition =
        references(staff.page("/office/messages?q=" + found.requisition()));
    List<String> byOrder = references(staff.page("/office/messages?q=" + found.order()));
    assertThat(byRequisition).as("call-up, return and order").hasSizeGreaterThanOrEqualTo(3);
    assertThat(byOrder).containsExactlyInAnyOrderElementsOf(byRequisition);

    String reference = references(staff.page("/office/messages?q=" + found.theirs())).get(0);
    Document message = staff.page("/office/message?reference=" + reference);
    assertThat(message.select(".happened [data-reference]").eachAttr("data-reference"))
        .containsAll(byOrder);
    assertThat(message.select(".case a").eachText())
        .contains(found.requisition(), found.order(), found.theirs());
  }

  @Test
  void filtersNarrowTheListTogether(ShopServer shop) {
    Case found = ordered(shop);
    var staff = new Staff(shop, OFFICE);
    String all = "/office/messages?q=" + found.requisition();
    assertThat(references(staff.page(all + "&channel=OCI_RETURN&connection=direct"))).hasSize(1);
    assertThat(references(staff.page(all + "&channel=OCI_RETURN&connection=delinde"))).isEmpty();
    assertThat(references(staff.page(all + "&from=2000-01-01&until=2000-01-02"))).isEmpty();
    assertThat(references(staff.page(all + "&account=no+such+customer"))).isEmpty();
    assertThat(references(staff.page(all + "&channel=OCI_CALL_UP&remote=127.0.0.*"))).hasSize(1);
    assertThat(references(staff.page(all + "&result=failed"))).isEmpty();
    assertThat(references(staff.page("/office/messages?from=no-day"))).isEmpty();
  }

  @Test
  void aCaseIsSavedWithoutSecretsAndCardsAndThatIsRecorded(ShopServer shop) throws IOException {
    Case found = ordered(shop);
    Rows rows = new Rows(shop);
    String reference =
        rows.one(String.class, "select reference from message where subject = ?", found.theirs());
    // a customer may write into his own document what is none of support's business
    rows.change(
        "update message set payload = payload || convert_to(?, 'UTF8') where reference = ?",
        "&NOTE=" + Staff.encoded(CARD),
        reference);
    HttpResponse<byte[]> file =
        new Staff(shop, OFFICE).get("/office/case-file?reference=" + reference);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"topfruit-" + reference + ".zip\"");
    Map<String, String> entries = unzipped(file.body());
    assertThat(entries).containsKeys("summary.txt", "lines.csv").hasSizeGreaterThanOrEqualTo(6);
    assertThat(entries.get("summary.txt")).contains(found.requisition(), found.order());
    assertThat(entries.get("lines.csv")).contains("FM-1004");
    String everything = String.join("\n", entries.values());
    assertThat(everything)
        .contains("PASSWORD=***", "NOTE=***")
        .doesNotContain("PASSWORD=demo")
        .doesNotContain("Sjaan");
    assertThat(
            rows.count("audit_entry where action = 'case.saved' and subject_number = ?", reference))
        .isEqualTo(1);
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  void aCardTextStandsInNoMessage(ShopServer shop) {
    ordered(shop);
    assertThat(
            new Rows(shop)
                .count(
                    "message where position(convert_to('Sjaan', 'UTF8') in payload) > 0 and subject not like 'IT-%'"))
        .isZero();
  }

  @Test
  void aPasswordIsMaskedWhateverAConnectionCallsIt(ShopServer shop) {
    Rows rows = new Rows(shop);
    String kept = rows.one(String.class, "select profile from connection where key = 'merenwaard'");
    String names =
        "{\"username\": [\"loginname\"], \"password\": [\"toegang\"], \"hook\": [\"HOOK_URL\"]}";
    rows.change(
        "update connection set profile = jsonb_set(profile::jsonb, '{names}', ?::jsonb)::text where key = 'merenwaard'",
        names);
    try {
      String secret = "zeer-geheim-" + UUID.randomUUID();
      CallUp.post(
          shop,
          Form.of("loginname", "merenwaard", "toegang", secret, "HOOK_URL", "http://localhost/x"));
      assertThat(rows.count("message where position(convert_to(?, 'UTF8') in payload) > 0", secret))
          .isZero();
      assertThat(
              rows.count(
                  "message where position(convert_to('toegang=***', 'UTF8') in payload) > 0"))
          .isPositive();
    } finally {
      rows.change("update connection set profile = ? where key = 'merenwaard'", kept);
    }
  }

  @Test
  void afterItsTimeTheContentIsGoneAndTheOutcomeStays(ShopServer shop) {
    Case found = ordered(shop);
    Rows rows = new Rows(shop);
    rows.change(
        "update message set at = now() - interval '401 days' where subject = ?", found.theirs());
    Map<String, Object> blanked =
        Eventually.get(
            "the content is erased",
            Duration.ofSeconds(100),
            () ->
                Optional.of(
                        rows.list(
                                "select length(payload) as payload, answer, remote_address, outcome, blanked_at from message where subject = ?",
                                found.theirs())
                            .get(0))
                    .filter(row -> row.get("blanked_at") != null));
    assertThat(blanked)
        .containsEntry("payload", 0)
        .containsEntry("answer", null)
        .containsEntry("remote_address", null)
        .containsEntry("outcome", "PLACED");
    assertThat(
            rows.count(
                "message where subject = ? and blanked_at is not null and channel = 'OCI_RETURN'",
                found.requisition()))
        .as("what is younger stays")
        .isZero();
  }
}
