package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.ConnectionSettings;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Shopper;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Who calls, for whom he calls, and what that leads to. */
@WithShop
class CallUpIdentityIT {
  private static final String HOOK = "http://localhost:9/hook";
  private static final String HOME_CARE = "Stichting De Linde Thuiszorg";

  /** A credential of De Linde beside its usual one, with the same secret. */
  private static String credential(ShopServer shop, String party, String branch, String webShop) {
    String identity = "delinde-" + UUID.randomUUID();
    new Rows(shop)
        .change(
            """
            insert into connection_credential (id, connection_id, kind, domain, identity, secret, label, invoice_party_id, branch_id, web_shop_id)
            select gen_random_uuid(), c.connection_id, 'OCI', '', ?, c.secret, 'Proef',
              (select p.id from invoice_party p where p.name = ?), (select b.id from branch b join business_account a on a.id = b.account_id
                where a.key = 'delinde' and b.name = ?), (select w.id from web_shop w where w.code = ?)
            from connection_credential c where c.kind = 'OCI' and c.identity = 'delinde'
            """,
            identity,
            party,
            branch,
            webShop);
    return identity;
  }

  private static Document page(ShopServer shop, String root, String page) {
    HttpResponse<String> answer = Http.get(shop.url(root + page));
    assertThat(answer.statusCode()).as(page).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static List<String> branchesOf(ShopServer shop, String party) {
    return new Rows(shop)
            .list(
                "select b.name from branch b join invoice_party p on p.id = b.invoice_party_id where p.name = ?",
                party)
            .stream()
            .map(row -> (String) row.get("name"))
            .toList();
  }

  @Test
  void aCredentialOpensItsOwnWebShopAndFillsInItsOwnBranch(ShopServer shop) {
    String user = credential(shop, null, "Rozenhof", "topgeschenken");
    String root = CallUp.open(shop, user);

    assertThat(page(shop, root, "./").select(".shops [aria-current]").text())
        .isEqualTo("Topgeschenken");
    Document product = page(shop, root, "product?sku=TG-3001");
    assertThat(product.selectFirst("[data-field=branch]").val()).startsWith("Rozenhof,");
  }

  @Test
  void onlyBranchesOfTheCredentialsLegalEntityCanBeChosen(ShopServer shop) {
    List<String> theirs = branchesOf(shop, HOME_CARE);
    String user = credential(shop, HOME_CARE, null, null);
    Shopper shopper = new Shopper(shop, user);

    String usual = shopper.page("product?sku=FM-1004").selectFirst("[data-field=branch]").val();
    assertThat(theirs).as("filled in").anyMatch(usual::startsWith);
    assertThat(Http.get(shopper.url("suggest?of=branches&q=rozenhof")).body()).isEqualTo("[]");
    assertThat(Http.get(shopper.url("suggest?of=branches&q=" + encoded(theirs.get(0)))).body())
        .contains(theirs.get(0));
    HttpResponse<String> foreign = shopper.tryToAdd("FM-1004", Map.of(), "branch", "Rozenhof");
    assertThat(foreign.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(foreign.body()).select("#order\\:branch + .error, .error").text())
        .contains("Rozenhof");
    shopper.add("FM-1004", "branch", theirs.get(0)).handOver();
    assertThat(payers(shop)).containsOnly(HOME_CARE);
  }

  @Test
  void whatGoesToAnotherAddressIsPaidByTheCredentialsLegalEntity(ShopServer shop) {
    String user = credential(shop, HOME_CARE, null, null);
    new Shopper(shop, user)
        .add(
            "FM-1004",
            "recipient",
            "Mw. Jansen",
            "street",
            "Dorpsstraat",
            "house-number",
            "1",
            "postcode",
            "1234 AB",
            "city",
            "Lindewaard")
        .handOver();
    assertThat(payers(shop)).containsOnly(HOME_CARE);
  }

  private static List<String> payers(ShopServer shop) {
    return new Rows(shop)
            .list(
                """
            select distinct p.name from requisition_line l join invoice_party p on p.id = l.invoice_party_id
            where l.requisition_id = (select id from requisition order by created_at desc limit 1)
            """)
            .stream()
            .map(row -> (String) row.get("name"))
            .toList();
  }

  @Test
  void theConnectionsBranchIsNotFilledInWhereAnotherEntityPays(ShopServer shop) {
    String root = CallUp.open(shop, credential(shop, HOME_CARE, "Lindehof", null));
    assertThat(page(shop, root, "product?sku=FM-1004").selectFirst("[data-field=branch]").val())
        .doesNotStartWith("Lindehof");
  }

  @Test
  void anOldSecretIsGoodUntilItsTimeIsOverAndTheNewOneBesideIt(ShopServer shop) {
    String user = credential(shop, null, null, null);
    Rows rows = new Rows(shop);
    String until = "update connection_credential set valid_until = now() + cast(? as interval)";
    rows.change(until + " where identity = ?", "1 hour", user);
    assertThat(CallUp.post(shop, CallUp.of(user, HOOK)).statusCode()).isEqualTo(303);
    rows.change(until + " where identity = ?", "-1 second", user);
    assertThat(CallUp.post(shop, CallUp.of(user, HOOK)).statusCode()).isEqualTo(401);
    rows.change(
        """
        insert into connection_credential (id, connection_id, kind, domain, identity, secret)
        select gen_random_uuid(), connection_id, kind, domain, identity, secret from connection_credential where identity = ?
        """,
        user);
    assertThat(CallUp.post(shop, CallUp.of(user, HOOK)).statusCode()).isEqualTo(303);
  }

  @Test
  void nothingIsHandedOverBelowTheMinimumOfTheConnection(ShopServer shop) {
    Rows rows = new Rows(shop);
    rows.change("update connection set minimum_order = 50 where key = 'direct'");
    try {
      Shopper shopper = new Shopper(shop, "direct").add("FM-1004");
      Document review = shopper.page("review");
      assertThat(review.select("[data-missing]").attr("data-missing")).isEqualTo("15.05");
      assertThat(review.select("[data-missing]").text()).contains("50,00").contains("15,05");
      assertThat(review.select("[data-action=return]")).isEmpty();
      assertThat(review.text()).as("nothing is hidden").contains("Fruitmand Klassiek M");
      HttpResponse<String> refused = Http.post(shopper.url("return"), Form.of());
      assertThat(refused.statusCode()).isEqualTo(303);
      assertThat(refused.headers().firstValue("Location").orElseThrow())
          .isEqualTo("review?refused=1");
      assertThat(
              rows.count(
                  "requisition r join shopping_session s on s.id = r.session_id and s.state = 'OPEN'"))
          .isZero();

      shopper.add("FM-1004");
      assertThat(shopper.page("review").select("[data-action=return]")).hasSize(1);
      assertThat(shopper.handOver().value("NEW_ITEM-EXT_PRODUCT_ID[2]")).contains("FM-1004");
    } finally {
      rows.change("update connection set minimum_order = null where key = 'direct'");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static final String ORDERER =
      ConnectionSettings.names(
          "\"ordererEmail\":[\"EMAIL\"],\"ordererName\":[\"NAAM\"],\"ordererPhone\":[\"TEL\"]");

  private static void rule(ShopServer shop, String rule, String domains) {
    new Rows(shop)
        .change(
            "update connection set orderers = ?, orderer_domains = cast(? as varchar[]) where key = 'delinde'",
            rule,
            domains);
  }

  /** In the charset of the connection. */
  private static HttpResponse<String> named(ShopServer shop, String email) {
    Form call =
        CallUp.of("delinde", HOOK)
            .with("EMAIL", email)
            .with("NAAM", "Noëlle Brouwer")
            .with("TEL", "06 12 34 56 78");
    return Http.post(
        shop.url("/oci"),
        "application/x-www-form-urlencoded",
        call.encoded(StandardCharsets.ISO_8859_1));
  }

  private static Map<String, Object> session(ShopServer shop) {
    return new Rows(shop)
        .list(
            """
            select p.email, s.contact_name, s.contact_reach from shopping_session s left join person p on p.id = s.person_id
            order by s.opened_at desc limit 1
            """)
        .get(0);
  }

  @Test
  void whoIsKnownInTheAccountIsFilledIn(ShopServer shop) {
    ConnectionSettings.with(
        shop,
        "delinde",
        ORDERER,
        () -> {
          rule(shop, "KNOWN_ONLY", "{}");
          HttpResponse<String> opened = named(shop, "BESTELLER@delinde.example");
          assertThat(opened.statusCode()).isEqualTo(303);
          assertThat(session(shop))
              .containsEntry("email", "besteller@delinde.example")
              .containsEntry("contact_name", "Besteller Zorggroep De Linde")
              .containsEntry("contact_reach", "06 12 34 56 78");
          String root = opened.headers().firstValue("Location").orElseThrow();
          Document product = page(shop, root, "product?sku=FM-1004");
          assertThat(product.selectFirst("[data-field=contact-name]").val())
              .isEqualTo("Besteller Zorggroep De Linde");
          assertThat(product.select("#bar-basket")).as("it is a punchout").hasSize(1);
          assertThat(Http.get(shop.url("/portal/")).statusCode())
              .as("and no sign-in")
              .isEqualTo(302);
          assertThat(opened.headers().map()).doesNotContainKey("set-cookie");
        });
  }

  @Test
  void whoIsNamedByAPunchoutStillReturnsToHisOwnSystem(ShopServer shop) {
    ConnectionSettings.with(
        shop,
        "delinde",
        ORDERER,
        () -> {
          rule(shop, "KNOWN_ONLY", "{}");
          String root =
              named(shop, "besteller@delinde.example")
                  .headers()
                  .firstValue("Location")
                  .orElseThrow();
          Shopper shopper = Shopper.in(shop, root).add("FM-1004");
          assertThat(shopper.page("review").select("[data-action=return]")).hasSize(1);
          assertThat(shopper.page("review").select("[data-action=place]")).isEmpty();
          assertThat(shopper.handOver().value("NEW_ITEM-EXT_PRODUCT_ID[1]")).contains("FM-1004");
          assertThat(
                  new Rows(shop)
                      .one(
                          String.class,
                          "select p.email from requisition r join person p on p.id = r.person_id order by r.created_at desc limit 1"))
              .isEqualTo("besteller@delinde.example");
        });
  }

  @Test
  void whoIsNotKnownInThisAccountIsRefusedAlsoWhenAnotherAccountKnowsHim(ShopServer shop) {
    ConnectionSettings.with(
        shop,
        "delinde",
        ORDERER,
        () -> {
          for (String rule : List.of("KNOWN_ONLY", "CREATE")) {
            rule(shop, rule, "{merenwaard.example,topfruit.example}");
            for (String email :
                List.of("besteller@merenwaard.example", "kantoor@topfruit.example")) {
              HttpResponse<String> answer = named(shop, email);
              assertThat(answer.statusCode()).as(rule + " " + email).isEqualTo(403);
              assertThat(answer.body()).contains("ORDERER_UNKNOWN").contains(email);
            }
          }
          rule(shop, "KNOWN_ONLY", "{delinde.example}");
          assertThat(named(shop, "nieuw@delinde.example").statusCode()).isEqualTo(403);
          assertThat(CallUp.post(shop, CallUp.of("delinde", HOOK)).statusCode())
              .as("not named")
              .isEqualTo(400);
          assertThat(CallUp.post(shop, CallUp.of("delinde", HOOK)).body()).contains("EMAIL");
        });
    assertThat(CallUp.post(shop, CallUp.of("delinde", HOOK)).statusCode())
        .as("where nobody asks")
        .isEqualTo(303);
  }

  @Test
  void whoWasDeactivatedIsRefused(ShopServer shop) {
    Rows rows = new Rows(shop);
    ConnectionSettings.with(
        shop,
        "delinde",
        ORDERER,
        () -> {
          rule(shop, "CREATE", "{delinde.example}");
          rows.change("update person set active = false where email = 'akkoord@delinde.example'");
          try {
            HttpResponse<String> answer = named(shop, "akkoord@delinde.example");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("ORDERER_INACTIVE");
          } finally {
            rows.change("update person set active = true where email = 'akkoord@delinde.example'");
          }
        });
  }

  @Test
  void whoComesForTheFirstTimeIsMadeAnOrdererOnceAndWithoutAPassword(ShopServer shop) {
    String email = "nieuw-" + UUID.randomUUID() + "@delinde.example";
    ConnectionSettings.with(
        shop,
        "delinde",
        ORDERER,
        () -> {
          rule(shop, "CREATE", "{delinde.example}");
          List<Integer> answers =
              IntStream.range(0, 6)
                  .parallel()
                  .mapToObj(i -> named(shop, i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT)))
                  .map(HttpResponse::statusCode)
                  .toList();
          assertThat(answers).containsOnly(303);
          assertThat(named(shop, "x@anders.example").statusCode()).isEqualTo(403);
          assertThat(named(shop, "x@delinde.example.evil.example").statusCode()).isEqualTo(403);
          assertThat(named(shop, "geen adres").statusCode()).isEqualTo(403);
        });
    assertThat(
            new Rows(shop)
                .list(
                    """
                    select p.name, p.password_hash, a.key, string_agg(r.role, ',') as roles, o.phone from person p
                    join business_account a on a.id = p.account_id join person_role r on r.person_id = p.id
                    join orderer o on o.person_id = p.id where lower(p.email) = ? group by p.id, a.key, o.phone
                    """,
                    email))
        .singleElement()
        .satisfies(
            person ->
                assertThat(person)
                    .containsEntry("name", "Noëlle Brouwer")
                    .containsEntry("password_hash", null)
                    .containsEntry("key", "delinde")
                    .containsEntry("roles", "orderer")
                    .containsEntry("phone", "06 12 34 56 78"));
  }

  @Test
  void aCredentialLeadsToTheSameByGetAndByPost(ShopServer shop) {
    Form call = CallUp.of(credential(shop, HOME_CARE, null, "topgeschenken"), HOOK);
    for (HttpResponse<String> answer : List.of(CallUp.get(shop, call), CallUp.post(shop, call))) {
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(
              new Rows(shop)
                  .one(
                      String.class,
                      """
                      select p.name || ', ' || w.code from shopping_session s join invoice_party p on p.id = s.invoice_party_id
                      join web_shop w on w.id = s.web_shop_id order by s.opened_at desc limit 1
                      """))
          .isEqualTo(HOME_CARE + ", topgeschenken");
    }
  }
}
