package nl.topfruit.shop.demo.history;

import static nl.topfruit.shop.demo.history.Customer.DE_LINDE;
import static nl.topfruit.shop.demo.history.Customer.KITCHEN;
import static nl.topfruit.shop.demo.history.Customer.MERENWAARD;
import static nl.topfruit.shop.demo.history.Customer.ZUIDERHAVEN;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/**
 * Orders that wait for a person at our office: one for every reason that the intake can have in
 * this demo. Marked as a test is none of them: in the demo a test counts as an order.
 */
final class HeldOrders {
  private static final String CRATE = "Werkfruit voor 20";
  private static final String DEPOSIT = "Statiegeld krat";
  private static final String KITCHEN_DOOR = "Centrale Keuken";

  private final Days days;
  private History history;

  HeldOrders(Days days) {
    this.days = days;
  }

  void into(History history) {
    this.history = history;
    priceAndNumber();
    articles();
    partsAndFees();
    requisitions();
    agreements();
    wholeOrder();
  }

  private LocalDate day(int workdays) {
    return days.workday(workdays);
  }

  /** A requisition, and its order with something changed in it. */
  private void differs(
      int workdays,
      String time,
      Customer customer,
      String number,
      Consumer<TheirOrder> change,
      Wish... wishes) {
    history.tell(
        workdays,
        time,
        "held " + number,
        s -> {
          Requisition requested = s.request(customer, wishes);
          s.at(days.at(workdays, time).plusSeconds(1_500));
          TheirOrder order = TheirOrder.of(number, requested);
          change.accept(order);
          send(customer).accept(s, order);
        });
  }

  /** An order without a requisition. */
  private void plain(
      int workdays,
      String time,
      Customer customer,
      TheirOrder order,
      BiConsumer<Stage, TheirOrder> more) {
    history.tell(
        workdays,
        time,
        "held " + order.number(),
        s -> {
          more.accept(s, order);
          send(customer).accept(s, order);
        });
  }

  private static BiConsumer<Stage, TheirOrder> send(Customer customer) {
    return switch (customer) {
      case DE_LINDE, ZUIDERHAVEN -> (s, order) -> s.purchasing().cxml(customer, order);
      default -> (s, order) -> s.purchasing().ubl(customer, order);
    };
  }

  private void priceAndNumber() {
    differs(
        -6,
        "09:00",
        DE_LINDE,
        "4500077031",
        o -> o.line(1).price("33.50"),
        Wish.of(2, "FM-1004").to("Lindehof").on(day(3)).booked("4120", "personeel"));
    differs(
        -6,
        "13:00",
        DE_LINDE,
        "4500077032",
        o -> o.line(1).pieces("3"),
        Wish.of(2, "FM-1021").to("Oud-Zijlstede").on(day(3)).booked("4180", "bewoner"));
    differs(
        -5,
        "11:00",
        DE_LINDE,
        "4500077033",
        o -> o.line(1).pieces("1.5"),
        Wish.of(2, "FM-1023").to("De Wilgentuin").on(day(4)).booked("4190", "bewoner"));
    differs(
        -5,
        "13:00",
        DE_LINDE,
        "4500077034",
        o -> {
          o.line(1).pieces("3");
          o.line(2).pieces("3");
        },
        Wish.of(5, "WF-0020").to("Rozenhof").on(days.crates()).booked("4130", "personeel"));
    differs(
        -5,
        "14:00",
        DE_LINDE,
        "4500077035",
        o -> o.line(1).pieces("3"),
        Wish.of(8, "TG-3025").to("Bestuursbureau").on(day(7)).booked("4123", "personeel"));
    differs(
        -5,
        "15:00",
        ZUIDERHAVEN,
        "4500077036",
        o -> o.line(1).unit("KGM"),
        Wish.of(2, "FM-1045").to("Bibliotheek").on(day(4)).booked("R03", "vergadering"));
    differs(
        -4,
        "09:00",
        ZUIDERHAVEN,
        "4500077037",
        o -> o.currency("USD"),
        Wish.of(1, "FM-1046").to("Bestuursgebouw").on(day(5)).booked("R01", "relatie"));
  }

  private void articles() {
    differs(
        -4,
        "10:30",
        DE_LINDE,
        "4500077038",
        o -> o.add("FM-9999", "Fruitmand Extra Feestelijk", "1", "59.00"),
        Wish.of(1, "FM-1005").to("De Boomgaard").on(day(3)).booked("4210", "personeel"));
    differs(
        -4,
        "11:00",
        DE_LINDE,
        "4500077039",
        o -> o.line(1).sku("FM-1001"),
        Wish.of(1, "FM-1004").to("De Reigershof").on(day(3)).booked("4230", "personeel"));
    history.tell(
        -4,
        "11:30",
        "held 4500077040",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(2, "FM-1004").to("Lindehof").on(day(3)).booked("4120", "personeel"),
                  Wish.of(2, "FM-1004").to("Rozenhof").on(day(4)).booked("4130", "personeel"));
          s.at(days.at(-4, "12:10"));
          TheirOrder order = TheirOrder.of("4500077040", requested).only(1);
          order.line(1).pointer(null);
          s.purchasing().ubl(DE_LINDE, order);
        });
    plain(
        -4,
        "13:00",
        KITCHEN,
        TheirOrder.plain("4500077041").add("TG-3010", "Bonbons en fruit", "2", "25.95"),
        (s, o) -> o.to(s.address(KITCHEN, KITCHEN_DOOR)));
    plain(
        -4,
        "15:00",
        KITCHEN,
        TheirOrder.plain("4500077042").add("FM-1006", "Fruitmand Afdeling L", "1", "54.95"),
        (s, o) -> o.to(s.address(KITCHEN, KITCHEN_DOOR)));
  }

  private void partsAndFees() {
    differs(
        -3,
        "11:00",
        DE_LINDE,
        "4500077043",
        o -> o.only(1),
        Wish.of(2, "FM-1011").to("Hof van Lindewaard").on(day(4)).booked("4170", "relatie"));
    differs(
        -3,
        "11:30",
        DE_LINDE,
        "4500077044",
        o -> o.line(2).pieces("1"),
        Wish.of(2, "FM-1013").to("Vlinderveld").on(day(4)).booked("4260", "relatie"));
    differs(
        -3,
        "12:00",
        DE_LINDE,
        "4500077045",
        o -> o.only(1),
        Wish.of(1, "WF-0050")
            .to("Technische Dienst")
            .on(days.crates())
            .booked("4122", "personeel"));
    differs(
        -3,
        "12:30",
        DE_LINDE,
        "4500077046",
        o -> o.only(2),
        Wish.of(2, "WF-0020").to("Linnenkamer").on(days.crates()).booked("4122", "personeel"));
    differs(
        -3,
        "13:00",
        DE_LINDE,
        "4500077047",
        o -> o.line(2).pieces("1"),
        Wish.of(3, "WF-0010").to("ICT en telefonie").on(days.crates()).booked("4122", "personeel"));
  }

  private void requisitions() {
    plain(
        -3,
        "14:00",
        MERENWAARD,
        TheirOrder.plain("4500077048").add("FM-1051", "Zomerfruit M", "2", "36.50"),
        (s, o) -> o.to(s.address(MERENWAARD, "Zwembad De Plas")));
    plain(
        -3,
        "15:00",
        MERENWAARD,
        TheirOrder.plain("4500077049")
            .quotation("R-2025-04711")
            .add("FM-1004", "Fruitmand Klassiek M", "1", "34.95"),
        (s, o) -> o.to(s.address(MERENWAARD, "Milieustraat")));
    history.tell(
        -2,
        "10:30",
        "held 4500077050",
        s -> {
          Requisition requested =
              s.request(
                  ZUIDERHAVEN,
                  Wish.of(1, "FM-1014").to("Bibliotheek").on(day(3)).booked("R03", "personeel"));
          s.at(days.at(-2, "11:00"));
          TheirOrder order = TheirOrder.of("4500077050", requested);
          order.line(1).pointer(requested.number() + "/9");
          s.purchasing().cxml(ZUIDERHAVEN, order);
        });
    history.tell(
        -2,
        "11:15",
        "held 4500077051",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(1, "FM-1022").to("De Oeverhof").on(day(5)).booked("4250", "bewoner"));
          s.at(days.at(-2, "11:30"));
          s.withdraw(requested);
          s.at(days.at(-2, "11:50"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077051", requested));
        });
  }

  /** What the kitchen's agreement is stricter about. */
  private void agreements() {
    differs(
        -2,
        "12:00",
        KITCHEN,
        "4500077052",
        o -> o.line(1).pieces("1"),
        Wish.of(2, "VF-0130").to("Opleidingscentrum").on(day(4)).booked("4122", "vergadering"));
    differs(
        -2,
        "12:45",
        KITCHEN,
        "4500077053",
        o -> o.only(1),
        Wish.of(1, "VF-0200").to("Opleidingscentrum").on(day(4)).booked("4122", "vergadering"),
        Wish.of(1, "VF-0140").to("Opleidingscentrum").on(day(4)).booked("4122", "vergadering"));
    history.tell(
        -4,
        "09:30",
        "held 4500077054",
        s -> {
          Requisition requested =
              s.request(
                  KITCHEN,
                  Wish.of(1, "FM-1004").to(KITCHEN_DOOR).on(day(-2)).booked("4122", "personeel"));
          s.at(days.at(-2, "13:10"));
          s.purchasing().ubl(KITCHEN, TheirOrder.of("4500077054", requested));
        });
    differs(
        -2,
        "13:30",
        KITCHEN,
        "4500077055",
        o -> o.line(1).price("26.90"),
        Wish.of(2, "WF-0020").to(KITCHEN_DOOR).on(days.crates()).booked("4122", "personeel"));
    plain(
        -2,
        "14:30",
        KITCHEN,
        TheirOrder.plain("4500077056")
            .add("WF-0020", CRATE, "2", "26.50")
            .add("WF-0020-SG", DEPOSIT, "2", "2.50"),
        (s, o) -> o.to(s.address(KITCHEN, KITCHEN_DOOR)));
    plain(
        -2,
        "15:30",
        KITCHEN,
        TheirOrder.plain("4500077057")
            .add("WF-0020", CRATE, "2", "27.90")
            .add("WF-0020-SG", DEPOSIT, "2", "2.50"),
        (s, o) -> {});
    plain(
        -2,
        "16:00",
        KITCHEN,
        TheirOrder.plain("4500077058").add("FM-1004", "Fruitmand Klassiek M", "4", "34.95"),
        (s, o) -> o.to(s.address(KITCHEN, KITCHEN_DOOR)).on(days.today().plusDays(400)));
    differs(
        -1,
        "09:10",
        KITCHEN,
        "4500077064",
        o -> o.on(day(6)),
        Wish.of(1, "VF-0130").to("Opleidingscentrum").on(day(5)).booked("4122", "vergadering"));
    history.tell(
        -1,
        "09:30",
        "held 4500077065",
        s -> {
          Requisition requested =
              s.request(
                  KITCHEN,
                  Wish.of(1, "VF-0120")
                      .to("Opleidingscentrum")
                      .on(day(5))
                      .booked("4122", "vergadering"));
          s.at(days.at(-1, "09:50"));
          s.purchasing()
              .ubl(
                  KITCHEN,
                  TheirOrder.of("4500077065", requested).to(s.address(KITCHEN, KITCHEN_DOOR)));
        });
    history.tell(
        -1,
        "10:10",
        "held 4500077067",
        s -> {
          Requisition requested =
              s.request(
                  KITCHEN,
                  Wish.of(1, "VF-0140")
                      .to("Opleidingscentrum")
                      .on(day(5))
                      .booked("4122", "vergadering"),
                  Wish.of(1, "FM-1004")
                      .to("Opleidingscentrum")
                      .on(day(5))
                      .booked("4122", "vergadering"));
          Requisition another =
              s.request(
                  KITCHEN,
                  Wish.of(1, "FM-1005")
                      .to("Opleidingscentrum")
                      .on(day(5))
                      .booked("4122", "vergadering"));
          s.at(days.at(-1, "10:40"));
          s.purchasing().ubl(KITCHEN, TheirOrder.of("4500077067", requested).and(another));
        });
    history.tell(
        -1,
        "11:00",
        "held 4500077069",
        s -> {
          Requisition requested =
              s.request(
                  KITCHEN,
                  Wish.of(1, "VF-0120")
                      .to("Opleidingscentrum")
                      .on(day(5))
                      .booked("4122", "vergadering"),
                  Wish.of(2, "FM-1020").to(KITCHEN_DOOR).on(day(6)).booked("4122", "bewoner"));
          s.at(days.at(-1, "11:20"));
          TheirOrder first = TheirOrder.of("4500077068", requested);
          first.line(2).price("17.50");
          s.purchasing().ubl(KITCHEN, first);
          s.at(days.at(-1, "11:40"));
          s.purchasing().ubl(KITCHEN, TheirOrder.of("4500077069", requested).only(2));
        });
  }

  private void wholeOrder() {
    differs(
        -1,
        "14:00",
        ZUIDERHAVEN,
        "4500077059",
        o -> o.total("75.00"),
        Wish.of(2, "FM-1004")
            .to("Faculteit Natuurwetenschappen")
            .on(day(3))
            .booked("R02", "personeel"));
    history.tell(
        -1,
        "15:00",
        "held: a change",
        s ->
            s.purchasing()
                .cxml(
                    DE_LINDE,
                    TheirOrder.plain("4500077025")
                        .add("FM-1005", "Fruitmand Klassiek L", "5", "46.95")
                        .again(PurchaseOrderMessage.Kind.UPDATE, "2")));
    history.tell(
        -1,
        "15:40",
        "a withdrawal that is carried out",
        s ->
            s.purchasing()
                .cxml(
                    DE_LINDE,
                    TheirOrder.plain("4500077026").again(PurchaseOrderMessage.Kind.CANCEL, "2")));
  }
}
