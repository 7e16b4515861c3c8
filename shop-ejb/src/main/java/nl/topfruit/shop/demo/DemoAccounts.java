package nl.topfruit.shop.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Branch;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.account.CostCentre;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.account.LedgerCode;
import nl.topfruit.shop.account.Orderer;
import nl.topfruit.shop.account.Purpose;
import nl.topfruit.shop.catalog.WebShop;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.Connection.LateOrder;
import nl.topfruit.shop.connection.Connection.MixedVat;
import nl.topfruit.shop.connection.Connection.OnDifference;
import nl.topfruit.shop.connection.Connection.Protocol;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.connection.ConnectionCredential.Kind;
import nl.topfruit.shop.connection.ConnectionWebShop;
import nl.topfruit.shop.connection.OrderRules;
import nl.topfruit.shop.connection.Presets;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.security.Person;
import nl.topfruit.shop.security.Role;
import nl.topfruit.shop.security.SecretStore;

/** The customers of the demo. Towns, streets and every number are invented. */
@Dependent
class DemoAccounts {
  private static final String PASSWORD = "demo";

  /** Its check digit is wrong: what is delivered there cannot be invoiced before that is mended. */
  private static final String MISTYPED_GLN = "8712345678907";

  @Inject private SecretStore secrets;
  @Inject private Pbkdf2PasswordHash hash;
  @Inject private Clock clock;

  private EntityManager em;
  private Map<String, WebShop> webShops;
  private String passwordHash;

  void load(EntityManager em, Map<String, WebShop> webShops) {
    prepare(em, webShops);
    deLinde();
    merenwaard();
    zuiderhaven();
    noordwal();
    direct();
    staff("kantoor@topfruit.example", "Kantoor Topfruit", Role.OFFICE);
    staff("magazijn@topfruit.example", "Magazijn Topfruit", Role.WAREHOUSE);
    staff("beheer@topfruit.example", "Beheer Topfruit", Role.SHOP_ADMIN, Role.OFFICE);
  }

  /** The account with 5,000 branches and 800 cost centres, for lists and searches. */
  void loadScale(EntityManager em, Map<String, WebShop> webShops) {
    prepare(em, webShops);
    BusinessAccount account = account("schaal", "Schaalproef", true);
    InvoiceParty party =
        company(account, "Stichting Schaalproef", "90008888", "Schaalweg", "Lindewaard");
    flush();
    Branch first = null;
    for (int i = 1; i <= 5_000; i++) {
      var branch =
          new Branch(
              account.id(),
              party.id(),
              "S%04d".formatted(i),
              DemoNames.branch(i) + " " + i,
              new Address(
                  DemoNames.street(i),
                  String.valueOf(i % 199 + 1),
                  DemoNames.postcode(i),
                  DemoNames.town(i),
                  "NL"));
      em.persist(branch);
      first = first == null ? branch : first;
    }
    for (int i = 1; i <= 800; i++) {
      em.persist(
          new CostCentre(
              account.id(), String.valueOf(10_000 + i), DemoNames.department(i) + " " + i, null));
    }
    Purpose purpose = purposes(account);
    policy(account, "PURCHASE_ORDER", "BRANCH", "WEEKLY", "NLCIUS");
    policy(account, "OTHER", "BRANCH", "WEEKLY", "NLCIUS");
    Connection connection = connection(account, "schaal", "T-Blox", Protocol.OCI, "t-blox");
    connection.prefills(first.id(), "10001", purpose.id());
    em.persist(connection);
    open(connection, "topfruit", "topgeschenken");
    credentials(connection, "schaal", null);
    people(account, first, "10001", purpose);
  }

  private void prepare(EntityManager em, Map<String, WebShop> webShops) {
    this.em = em;
    this.webShops = webShops;
    this.passwordHash = hash.generate(PASSWORD.toCharArray());
  }

  private void deLinde() {
    BusinessAccount account = account("delinde", "Zorggroep De Linde", true);
    InvoiceParty living =
        company(account, "Stichting De Linde Wonen en Zorg", "90001001", "Parkweg", "Lindewaard");
    InvoiceParty home =
        company(account, "Stichting De Linde Thuiszorg", "90001002", "Havenkade", "Oudzijl");
    InvoiceParty facilities =
        company(account, "De Linde Facilitair B.V.", "90001003", "Parkweg", "Lindewaard", null);
    flush();
    Branch lindehof = null;
    int number = 0;
    for (String name : DemoNames.DE_LINDE_LIVING) {
      Branch branch = branch(account, living, ++number, name);
      lindehof = lindehof == null ? branch : lindehof;
    }
    for (String name : DemoNames.DE_LINDE_HOME_CARE) {
      branch(account, home, ++number, name);
    }
    for (String name : DemoNames.DE_LINDE_FACILITIES) {
      branch(account, facilities, ++number, name);
    }
    DemoNames.DE_LINDE_COST_CENTRES.forEach(
        (code, name) -> em.persist(new CostCentre(account.id(), code, name, null)));
    Purpose purpose = purposes(account);
    policy(account, "PURCHASE_ORDER", "PURCHASE_ORDER", "DELIVERED", "NLCIUS");
    policy(account, "OTHER", "COLLECTIVE", "MONTHLY", "NLCIUS");
    Connection connection = connection(account, "delinde", "SAP", Protocol.OCI, "sap-srm");
    connection.mixedVatIs(MixedVat.SPLIT);
    connection.prefills(lindehof.id(), "4120", purpose.id());
    em.persist(connection);
    open(connection, "topfruit", "topgeschenken");
    credentials(connection, "delinde", "DUNS");
    homeCareOrdersByItself(connection, home);
    people(account, lindehof, "4120", purpose);
    kitchen(account, purpose);
  }

  /** One of its administrations calls with a user name of its own, and pays itself. */
  private void homeCareOrdersByItself(Connection connection, InvoiceParty home) {
    var credential =
        new ConnectionCredential(
            connection.id(), Kind.OCI, "", "delinde-thuiszorg", secrets.encrypt(PASSWORD));
    credential.leadsTo("Administratie Thuiszorg", home.id(), null, null);
    em.persist(credential);
  }

  /**
   * De Linde's kitchen has a system of its own, with a stricter agreement: it may order fruit
   * without a requisition, but less than promised, or late, is for a person.
   */
  private void kitchen(BusinessAccount account, Purpose purpose) {
    Connection connection =
        connection(account, "delinde-keuken", "Keukensysteem", Protocol.OCI, "oci-4.0");
    connection.mixedVatIs(MixedVat.SPLIT);
    connection.ordersBy(Message.Channel.UBL_ORDER, false);
    connection.onDifference(OnDifference.PLACE_AGREED, false, LateOrder.HOLD);
    connection.orderRulesAre(
        OrderRules.read(
            """
            {"linesMayBeLeftOut": false, "severalOrders": false, "severalRequisitions": false, "day": "HOLD", "address": "HOLD"}
            """));
    connection.prefills(null, "4122", purpose.id());
    em.persist(connection);
    open(connection, "topfruit");
    credentials(connection, "delinde-keuken", "DUNS");
  }

  private void merenwaard() {
    BusinessAccount account = account("merenwaard", "Gemeente Merenwaard", true);
    account.deliveryCosts(Money.euro("4.95"), Money.euro("50.00"));
    InvoiceParty party =
        new InvoiceParty(
            account.id(),
            "Gemeente Merenwaard",
            null,
            "00000009000200200000",
            "NL900020020B01",
            "0190",
            "00000009000200200000",
            new Address("Raadhuisplein", "1", "9998 ZX", "Merenwaard", "NL"),
            "crediteuren@merenwaard.example",
            "Facilitaire zaken",
            30);
    em.persist(party);
    flush();
    Branch townHall = branches(account, party, DemoNames.MERENWAARD);
    costCentres(
        account,
        "61",
        List.of("Bestuur en directie", "Burgerzaken", "Sociaal domein", "Openbare werken"));
    Purpose purpose = purposes(account);
    policy(account, "PURCHASE_ORDER", "PURCHASE_ORDER", "DELIVERED", "PEPPOL");
    policy(account, "OTHER", "ORDER", "DELIVERED", "PEPPOL");
    Connection connection =
        connection(account, "merenwaard", "ProActive", Protocol.OCI, "proactive");
    connection.ordersBy(Message.Channel.UBL_ORDER, true);
    connection.approvalTakes(1);
    connection.prefills(townHall.id(), "6101", purpose.id());
    em.persist(connection);
    open(connection, "topfruit", "topgeschenken");
    credentials(connection, "merenwaard", null);
    people(account, townHall, "6101", purpose);
  }

  private void zuiderhaven() {
    BusinessAccount account = account("zuiderhaven", "Universiteit Zuiderhaven", true);
    InvoiceParty party =
        company(account, "Universiteit Zuiderhaven", "90003001", "Academieplein", "Oudzijl");
    flush();
    Branch first = branches(account, party, DemoNames.ZUIDERHAVEN);
    branch(account, party, DemoNames.ZUIDERHAVEN.size() + 1, "Botanische tuin")
        .knownAs(MISTYPED_GLN, null);
    costCentres(
        account,
        "R",
        List.of(
            "Faculteit Letteren", "Faculteit Natuurwetenschappen", "Bibliotheek", "Sportcentrum"));
    Purpose purpose = purposes(account);
    policy(account, "PURCHASE_ORDER", "ORDER", "DELIVERED", "PEPPOL");
    policy(account, "OTHER", "ORDER", "DELIVERED", "PEPPOL");
    Connection connection = connection(account, "zuiderhaven", "Proquro", Protocol.CXML, "oci-4.0");
    connection.ordersBy(Message.Channel.CXML, true);
    connection.prefills(first.id(), "R01", purpose.id());
    em.persist(connection);
    open(connection, "topfruit", "topgeschenken");
    credentials(connection, "zuiderhaven", "NetworkID");
    people(account, first, "R01", purpose);
  }

  private void noordwal() {
    BusinessAccount account = account("noordwal", "Bouwbedrijf Noordwal", true);
    account.approvalAbove(Money.euro("150.00"));
    InvoiceParty party =
        company(account, "Bouwbedrijf Noordwal B.V.", "90004001", "Werfstraat", "Merenwaard");
    flush();
    Branch first = branches(account, party, DemoNames.NOORDWAL);
    LocalDate end = LocalDate.now(clock).plusMonths(6).withDayOfMonth(1);
    var sluice =
        new Branch(
            account.id(),
            party.id(),
            "090",
            "Project Sluiskade",
            new Address("Sluiskade", "t.o. 14", "9998 BB", "Merenwaard", "NL"));
    sluice.reachedBy("Uitvoerder", "06 00 00 00 90", "Melden bij de keet", "07:00-15:30");
    sluice.activeUntil(end);
    em.persist(sluice);
    costCentres(account, "P", List.of("Kantoor", "Project Sluiskade", "Project Stationsplein"));
    Purpose purpose = purposes(account);
    policy(account, "PURCHASE_ORDER", "BRANCH", "MONTHLY", "PEPPOL");
    policy(account, "OTHER", "BRANCH", "MONTHLY", "PEPPOL");
    people(account, first, "P01", purpose);
  }

  private void direct() {
    BusinessAccount account = account("direct", "Testklant Direct", true);
    InvoiceParty party =
        company(account, "Testklant Direct B.V.", "90005001", "Proefweg", "Lindewaard");
    flush();
    Branch first = branches(account, party, DemoNames.DIRECT);
    costCentres(account, "7", List.of("Algemeen", "Test"));
    Purpose purpose = purposes(account);
    policy(account, "PURCHASE_ORDER", "ORDER", "PLACED", "PEPPOL");
    policy(account, "OTHER", "ORDER", "PLACED", "PEPPOL");
    Connection connection = connection(account, "direct", "Testsysteem", Protocol.OCI, "oci-4.0");
    connection.mixedVatIs(MixedVat.SPLIT);
    connection.ordersBy(Message.Channel.OCI_ORDER, false);
    connection.prefills(first.id(), "701", purpose.id());
    em.persist(connection);
    open(connection, "topfruit", "topgeschenken");
    credentials(connection, "direct", "NetworkID");
    people(account, first, "701", purpose);
  }

  private BusinessAccount account(String key, String name, boolean exampleCodes) {
    var account = new BusinessAccount(key, name);
    if (exampleCodes) {
      account.codesAreExamples();
    }
    em.persist(account);
    flush();
    for (WebShop webShop : webShops.values()) {
      em.createNativeQuery(
              "insert into account_web_shop (account_id, web_shop_id) values (:account, :shop)")
          .setParameter("account", account.id())
          .setParameter("shop", webShop.id())
          .executeUpdate();
    }
    return account;
  }

  private InvoiceParty company(
      BusinessAccount account, String name, String kvk, String street, String city) {
    return company(account, name, kvk, street, city, "facturen@" + account.key() + ".example");
  }

  /**
   * @param email where invoices are mailed to; null for a company that fetches them
   */
  private InvoiceParty company(
      BusinessAccount account, String name, String kvk, String street, String city, String email) {
    var party =
        new InvoiceParty(
            account.id(),
            name,
            kvk,
            null,
            "NL9" + kvk + "B01",
            "0106",
            kvk,
            new Address(street, "1", DemoNames.postcode(kvk.hashCode() & 0xff), city, "NL"),
            email,
            "Inkoop",
            30);
    em.persist(party);
    return party;
  }

  private Branch branch(BusinessAccount account, InvoiceParty party, int number, String name) {
    var branch =
        new Branch(
            account.id(),
            party.id(),
            "%03d".formatted(number),
            name,
            new Address(
                DemoNames.street(number),
                DemoNames.houseNumber(number),
                DemoNames.postcode(number),
                DemoNames.town(number),
                "NL"));
    branch.reachedBy(
        "Receptie " + name,
        "088 000 %02d %02d".formatted(number, number),
        "Receptie",
        "08:00-17:00");
    em.persist(branch);
    return branch;
  }

  private Branch branches(BusinessAccount account, InvoiceParty party, List<String> names) {
    Branch first = null;
    int number = 0;
    for (String name : names) {
      Branch branch = branch(account, party, ++number, name);
      first = first == null ? branch : first;
    }
    return first;
  }

  private void costCentres(BusinessAccount account, String prefix, List<String> names) {
    int number = 0;
    for (String name : names) {
      em.persist(new CostCentre(account.id(), prefix + "%02d".formatted(++number), name, null));
    }
  }

  /** The five purposes with their example codes; gives the one for staff, which is filled in. */
  private Purpose purposes(BusinessAccount account) {
    flush();
    Purpose staff = null;
    int position = 0;
    for (DemoNames.PurposeName name : DemoNames.PURPOSES) {
      var purpose =
          new Purpose(account.id(), name.code(), name.dutch(), name.english(), ++position);
      em.persist(purpose);
      flush();
      em.persist(
          new LedgerCode(
              account.id(),
              purpose.id(),
              null,
              name.ledgerCode(),
              name.ledgerDutch(),
              name.ledgerEnglish()));
      if ("personeel".equals(name.code())) {
        staff = purpose;
      }
    }
    return staff;
  }

  private void policy(
      BusinessAccount account, String source, String grouping, String moment, String profile) {
    em.createNativeQuery(
            "insert into invoicing_policy (id, version, account_id, source, grouping, moment, profile, language)"
                + " values (:id, 0, :account, :source, :grouping, :moment, :profile, 'nl')")
        .setParameter("id", Ids.next())
        .setParameter("account", account.id())
        .setParameter("source", source)
        .setParameter("grouping", grouping)
        .setParameter("moment", moment)
        .setParameter("profile", profile)
        .executeUpdate();
  }

  private Connection connection(
      BusinessAccount account, String key, String system, Protocol protocol, String preset) {
    var connection = new Connection(account.id(), key, system, protocol, Presets.of(preset));
    connection.mayReturnTo(true, "localhost", "127.0.0.1");
    connection.onDifference(OnDifference.HOLD_WHOLE, true, LateOrder.MOVE);
    Instant now = Instant.now(clock);
    connection.opensForTest(now);
    connection.isAgreedBy("Beheerder " + account.name(), now);
    connection.goesLive(true, now);
    return connection;
  }

  private void open(Connection connection, String... codes) {
    flush();
    int position = 0;
    for (String code : codes) {
      em.persist(new ConnectionWebShop(connection.id(), webShops.get(code).id(), ++position));
    }
  }

  private void credentials(Connection connection, String key, String cxmlDomain) {
    em.persist(
        new ConnectionCredential(connection.id(), Kind.OCI, "", key, secrets.encrypt(PASSWORD)));
    em.persist(
        new ConnectionCredential(connection.id(), Kind.BASIC, "", key, secrets.encrypt(PASSWORD)));
    if (cxmlDomain != null) {
      em.persist(
          new ConnectionCredential(
              connection.id(), Kind.CXML, cxmlDomain, key, secrets.encrypt(PASSWORD)));
    }
  }

  private void people(BusinessAccount account, Branch branch, String costCentre, Purpose purpose) {
    flush();
    person(
        account,
        "beheer",
        "Beheerder",
        branch,
        costCentre,
        purpose,
        Set.of(Role.ACCOUNT_ADMIN, Role.ORDERER));
    person(account, "besteller", "Besteller", branch, costCentre, purpose, Set.of(Role.ORDERER));
    person(account, "akkoord", "Budgethouder", branch, costCentre, purpose, Set.of(Role.APPROVER));
  }

  private void person(
      BusinessAccount account,
      String role,
      String name,
      Branch branch,
      String costCentre,
      Purpose purpose,
      Set<String> roles) {
    var person =
        new Person(
            role + "@" + account.key() + ".example",
            name + " " + account.name(),
            account.id(),
            roles);
    person.passwordIs(passwordHash);
    em.persist(person);
    flush();
    em.persist(new Orderer(person.id(), account.id(), null, branch.id(), costCentre, purpose.id()));
  }

  private void staff(String email, String name, String... roles) {
    var person = new Person(email, name, null, Set.of(roles));
    person.passwordIs(passwordHash);
    em.persist(person);
  }

  private void flush() {
    em.flush();
  }
}
