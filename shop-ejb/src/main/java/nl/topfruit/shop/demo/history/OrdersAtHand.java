package nl.topfruit.shop.demo.history;

import static nl.topfruit.shop.demo.history.Customer.DE_LINDE;
import static nl.topfruit.shop.demo.history.Customer.KITCHEN;
import static nl.topfruit.shop.demo.history.Customer.MERENWAARD;
import static nl.topfruit.shop.demo.history.Customer.NOORDWAL;
import static nl.topfruit.shop.demo.history.Customer.ZUIDERHAVEN;

import java.time.LocalDate;
import nl.topfruit.shop.ordering.Requisition;

/** What is on its way: planned for today and the days after, or delivered in part. */
final class OrdersAtHand {
  /** Their number of the order of which a delivery failed. */
  static final String MISSED = "4500077020";

  private final Days days;

  OrdersAtHand(Days days) {
    this.days = days;
  }

  void into(History history) {
    partly(history);
    planned(history);
  }

  private LocalDate day(int workdays) {
    return days.workday(workdays);
  }

  private void partly(History history) {
    history.tell(
        -6,
        "09:30",
        "ordered in part: the rest stays open",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(2, "FM-1004").to("Zonnehoek").on(day(-5)).booked("4220", "personeel"),
                  Wish.of(6, "FM-1060").to("Zonnehoek").on(day(4)).booked("4220", "personeel"));
          s.at(days.at(-6, "10:10"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077018", requested).only(1));
        });
    history.tell(
        -6,
        "10:30",
        "one line agrees and is placed, the other waits",
        s -> {
          Requisition requested =
              s.request(
                  KITCHEN,
                  Wish.of(2, "VF-0100")
                      .to("Bestuursbureau")
                      .on(day(-3))
                      .booked("4123", "vergadering"),
                  Wish.of(1, "VF-0120")
                      .to("Bestuursbureau")
                      .on(day(-3))
                      .booked("4123", "vergadering"));
          s.at(days.at(-6, "11:05"));
          TheirOrder order = TheirOrder.of("4500077019", requested);
          order.line(2).price("69.50");
          s.purchasing().ubl(KITCHEN, order);
        });
    history.tell(
        -5,
        "09:30",
        "nobody there",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(1, "FM-1004")
                      .to("Dagbesteding De Werf")
                      .on(day(-3))
                      .booked("4121", "bewoner"),
                  Wish.of(1, "FM-1004")
                      .to("Dagbesteding De Kas")
                      .on(day(-3))
                      .booked("4121", "bewoner"));
          s.at(days.at(-5, "10:10"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of(MISSED, requested));
        });
    history.tell(
        -4,
        "09:30",
        "one delivered, one to come",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(2, "FM-1014").to("Waterlelie").on(day(-2)).booked("4123", "personeel"),
                  Wish.of(2, "FM-1014").to("De Lisdodde").on(day(3)).booked("4123", "personeel"));
          s.at(days.at(-4, "10:10"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077021", requested));
        });
  }

  private void planned(History history) {
    history.tell(
        -3,
        "08:40",
        "today",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(1, "FM-1006")
                      .to("Het Veerhuis")
                      .on(days.nextDelivery())
                      .booked("4140", "personeel")
                      .card("gefeliciteerd", "Een tien van de inspectie!\nTrots op jullie."));
          s.at(days.at(-3, "09:30"));
          s.purchasing().plain(DE_LINDE, TheirOrder.of("4500077022", requested));
        });
    history.tell(
        -3,
        "09:50",
        "today too",
        s -> {
          Requisition requested =
              s.request(
                  MERENWAARD,
                  Wish.of(4, "FM-1061")
                      .to("Wijkcentrum Haven")
                      .on(days.nextDelivery())
                      .booked("6103", "personeel"));
          s.at(days.at(-3, "10:30"));
          s.purchasing().ubl(MERENWAARD, TheirOrder.of("4500077023", requested));
        });
    history.tell(
        -2,
        "08:45",
        "tomorrow",
        s -> {
          Requisition requested =
              s.request(
                  ZUIDERHAVEN,
                  Wish.of(2, "FM-1004").to("Sportcentrum").on(day(1)).booked("R04", "personeel"));
          s.at(days.at(-2, "09:15"));
          s.purchasing().cxml(ZUIDERHAVEN, TheirOrder.of("4500077024", requested));
        });
    history.tell(
        -2,
        "09:20",
        "tomorrow, to three houses",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  thanks("Lindehof", "4123"),
                  thanks("Rozenhof", "4133"),
                  thanks("Molenwiek", "4243"));
          s.at(days.at(-2, "10:10"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077025", requested));
        });
    history.tell(
        -2,
        "14:00",
        "from the portal",
        s ->
            s.place(
                NOORDWAL,
                Wish.of(1, "FM-1009").to("Werkplaats").on(day(2)).booked("P01", "personeel")));
    history.tell(
        -1,
        "08:45",
        "in the course of the week",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(2, "FM-1013").to("Berkenhorst").on(day(3)).booked("4123", "relatie"));
          s.at(days.at(-1, "09:15"));
          s.purchasing().cxml(DE_LINDE, TheirOrder.of("4500077026", requested));
        });
  }

  private Wish thanks(String branch, String costCentre) {
    return Wish.of(1, "FM-1005")
        .to(branch)
        .on(day(1))
        .booked(costCentre, "personeel")
        .card("bedankt", "Lieve collega's, bedankt voor\njullie inzet. Eet smakelijk!");
  }
}
