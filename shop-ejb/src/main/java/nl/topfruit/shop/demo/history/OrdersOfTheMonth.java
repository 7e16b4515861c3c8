package nl.topfruit.shop.demo.history;

import static nl.topfruit.shop.demo.history.Customer.DE_LINDE;
import static nl.topfruit.shop.demo.history.Customer.KITCHEN;
import static nl.topfruit.shop.demo.history.Customer.MERENWAARD;
import static nl.topfruit.shop.demo.history.Customer.NOORDWAL;
import static nl.topfruit.shop.demo.history.Customer.ZUIDERHAVEN;

import java.time.LocalDate;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.PartyId;

/**
 * What was ordered, delivered and invoiced in the past weeks. Each is authorised on the day on
 * which it was requested, so that numbers follow days.
 */
final class OrdersOfTheMonth {
  private static final String RECEPTION = "088 000 01 01";

  private final Days days;

  OrdersOfTheMonth(Days days) {
    this.days = days;
  }

  void into(History history) {
    deLinde(history);
    merenwaard(history);
    zuiderhaven(history);
    noordwal(history);
  }

  private LocalDate day(int workdays) {
    return days.workday(workdays);
  }

  private void deLinde(History history) {
    history.tell(
        -29,
        "09:05",
        "cards for two houses",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(2, "FM-1020")
                      .to("Lindehof")
                      .on(day(-28))
                      .booked("4120", "bewoner")
                      .by("Anja Vermeer", RECEPTION)
                      .card("beterschap", "Beterschap gewenst van\nalle buren op de gang."),
                  Wish.of(1, "FM-1004")
                      .to("Rozenhof")
                      .on(day(-28))
                      .booked("4130", "personeel")
                      .card("bedankt", "Bedankt voor het invallen\ndit weekend!"));
          s.at(days.at(-29, "10:40"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077001", requested));
        });
    history.tell(
        -25,
        "09:15",
        "five crates for the kitchen",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(5, "WF-0020")
                      .to("Centrale Keuken")
                      .booked("4122", "personeel")
                      .by("Joost Meijer", "088 000 34 34"));
          s.at(days.at(-25, "09:50"));
          s.purchasing().plain(DE_LINDE, TheirOrder.of("4500077004", requested));
        });
    history.tell(
        -22,
        "09:30",
        "two VAT rates on an order",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(4, "FM-1011")
                      .to("Meerzicht")
                      .on(day(-21))
                      .booked("4153", "relatie")
                      .reference("Afscheid bestuur cliëntenraad")
                      .by("Marieke de Groot", "m.degroot@delinde.example"));
          s.at(days.at(-22, "11:10"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077005", requested));
        });
    history.tell(
        -18,
        "10:00",
        "an order that two legal entities pay",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(2, "FM-1001").to("Lindehof").on(day(-17)).booked("4120", "bewoner"),
                  Wish.of(1, "FM-1001")
                      .to("Thuiszorgteam Noord")
                      .on(day(-17))
                      .booked("4121", "personeel"));
          s.at(days.at(-18, "11:00"));
          s.purchasing().ubl(DE_LINDE, TheirOrder.of("4500077008", requested));
        });
    history.tell(
        -17,
        "09:10",
        "authorised too late for its day, moved",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(3, "FM-1012").to("Parkzicht").on(day(-16)).booked("4200", "personeel"));
          s.at(days.at(-17, "14:20"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077009", requested));
        });
    history.tell(
        -14,
        "09:10",
        "a jubilee",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(1, "TG-3031")
                      .to("De Kersenboom")
                      .on(day(-8))
                      .booked("4163", "personeel")
                      .card("jubileum", "Vijfentwintig jaar in dienst:\ngefeliciteerd, Wilma!"));
          s.at(days.at(-14, "10:15"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077012", requested));
        });
    history.tell(
        -10,
        "08:45",
        "weekly crates without a requisition",
        s ->
            s.purchasing()
                .ubl(
                    KITCHEN,
                    TheirOrder.plain("4500077013")
                        .add("WF-0050", "Werkfruit voor 50", "2", "64.50")
                        .add("WF-0050-SG", "Statiegeld krat", "2", "5.00")
                        .to(s.address(KITCHEN, "Centrale Keuken"))));
    history.tell(
        -9,
        "09:20",
        "a baby at home",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(1, "FM-1031")
                      .home("M. Jansen", "Kersenstraat", "8-bis", "9912 LD", "Lindewaard")
                      .on(day(-7))
                      .booked("4133", "personeel")
                      .by("Anja Vermeer", RECEPTION)
                      .card("welkom-kleintje", "Welkom, kleine Jip!"));
          s.at(days.at(-9, "09:55"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077014", requested));
        });
    history.tell(
        -8,
        "13:30",
        "an order from the portal",
        s ->
            s.place(
                DE_LINDE,
                Wish.of(2, "VF-0100")
                    .to("Opleidingscentrum")
                    .on(day(-5))
                    .booked("4123", "vergadering")));
  }

  private void merenwaard(History history) {
    history.tell(
        -28,
        "09:00",
        "thanks from the town hall",
        s -> {
          Requisition requested =
              s.request(
                  MERENWAARD,
                  Wish.of(3, "FM-1004")
                      .to("Stadhuis")
                      .on(day(-26))
                      .booked("6101", "personeel")
                      .card("bedankt", "Dank voor jullie inzet\nbij de verkiezingen."));
          s.at(days.at(-28, "11:30"));
          s.purchasing().ubl(MERENWAARD, TheirOrder.of("4500077002", requested));
        });
    history.tell(
        -20,
        "09:40",
        "crates with deposit and delivery cost",
        s -> {
          Requisition requested =
              s.request(
                  MERENWAARD, Wish.of(2, "WF-0010").to("Gemeentewerf").booked("6104", "personeel"));
          s.at(days.at(-20, "11:15"));
          s.purchasing().ubl(MERENWAARD, TheirOrder.of("4500077007", requested));
        });
    history.tell(
        -13,
        "09:25",
        "a meeting",
        s -> {
          Requisition requested =
              s.request(
                  MERENWAARD,
                  Wish.of(1, "VF-0200")
                      .to("Stadskantoor")
                      .on(day(-9))
                      .booked("6103", "vergadering"),
                  Wish.of(2, "FM-1021").to("Bibliotheek").on(day(-9)).booked("6102", "personeel"));
          s.at(days.at(-13, "10:30"));
          s.purchasing().ubl(MERENWAARD, TheirOrder.of("4500077011", requested));
        });
    history.tell(
        -8,
        "09:10",
        "with a day and an address of their own, which are noted",
        s -> {
          Requisition requested =
              s.request(
                  MERENWAARD,
                  Wish.of(2, "FM-1012").to("Sporthal Oost").on(day(-6)).booked("6103", "relatie"));
          s.at(days.at(-8, "10:05"));
          s.purchasing()
              .ubl(
                  MERENWAARD,
                  TheirOrder.of("4500077015", requested)
                      .on(day(-5))
                      .to(s.address(MERENWAARD, "Stadhuis"))
                      .inTheNameOf(new PartyId("0088", "8712345009992")));
        });
  }

  private void zuiderhaven(History history) {
    history.tell(
        -27,
        "08:50",
        "an open day",
        s -> {
          Requisition requested =
              s.request(
                  ZUIDERHAVEN,
                  Wish.of(2, "VF-0100")
                      .to("Faculteit Rechten")
                      .on(day(-24))
                      .booked("R01", "vergadering"));
          s.at(days.at(-27, "09:30"));
          s.purchasing().cxml(ZUIDERHAVEN, TheirOrder.of("4500077003", requested));
        });
    history.tell(
        -21,
        "09:30",
        "guests of the board",
        s -> {
          Requisition requested =
              s.request(
                  ZUIDERHAVEN,
                  Wish.of(2, "FM-1012").to("Bestuursgebouw").on(day(-20)).booked("R01", "relatie"));
          s.at(days.at(-21, "10:20"));
          s.purchasing().cxml(ZUIDERHAVEN, TheirOrder.of("4500077006", requested));
        });
    history.tell(
        -15,
        "09:30",
        "to a branch whose GLN is mistyped: the invoice is blocked",
        s -> {
          Requisition requested =
              s.request(
                  ZUIDERHAVEN,
                  Wish.of(1, "FM-1045")
                      .to("Botanische tuin")
                      .on(day(-13))
                      .booked("R02", "personeel"));
          s.at(days.at(-15, "10:20"));
          s.purchasing().cxml(ZUIDERHAVEN, TheirOrder.of("4500077010", requested));
        });
    history.tell(
        -7,
        "09:30",
        "a colleague who is ill",
        s -> {
          Requisition requested =
              s.request(
                  ZUIDERHAVEN,
                  Wish.of(1, "FM-1021")
                      .to("Faculteit Letteren")
                      .on(day(-6))
                      .booked("R01", "personeel")
                      .card("beterschap", "Van alle collega's\nvan Letteren."));
          s.at(days.at(-7, "10:20"));
          s.purchasing().cxml(ZUIDERHAVEN, TheirOrder.of("4500077016", requested));
        });
  }

  private void noordwal(History history) {
    history.tell(
        -24,
        "08:30",
        "small enough to need no approval",
        s ->
            s.place(
                NOORDWAL,
                Wish.of(2, "FM-1001").to("Hoofdkantoor").on(day(-22)).booked("P01", "personeel")));
    history.tell(
        -11,
        "08:30",
        "approved in the portal",
        s -> {
          Requisition requested =
              s.place(
                  NOORDWAL,
                  Wish.of(3, "WF-0050").to("Project Sluiskade").booked("P02", "personeel"));
          s.at(days.at(-11, "10:00"));
          s.authorise(NOORDWAL, requested, "Akkoord, past in het budget van de keet.");
        });
  }
}
