package nl.topfruit.shop.demo.history;

import static nl.topfruit.shop.demo.history.Customer.DE_LINDE;
import static nl.topfruit.shop.demo.history.Customer.MERENWAARD;
import static nl.topfruit.shop.demo.history.Customer.NOORDWAL;
import static nl.topfruit.shop.demo.history.Customer.ZUIDERHAVEN;

import java.time.LocalDate;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.PartyId;

/** Requests that wait, or ended without an order, and orders that we did not take. */
final class UnfulfilledRequests {
  private final Days days;

  UnfulfilledRequests(Days days) {
    this.days = days;
  }

  void into(History history) {
    waiting(history);
    ended(history);
    refused(history);
  }

  private LocalDate day(int workdays) {
    return days.workday(workdays);
  }

  private void waiting(History history) {
    history.tell(
        -4,
        "14:00",
        "waits over there",
        s ->
            s.request(
                DE_LINDE,
                Wish.of(30, "TG-3020").to("Bestuursbureau").booked("4123", "personeel"),
                Wish.of(1, "FM-1024").to("Meerzicht").on(day(5)).booked("4150", "bewoner")));
    history.tell(
        -2,
        "15:10",
        "waits over there too",
        s ->
            s.request(
                MERENWAARD,
                Wish.of(5, "VF-0140")
                    .to("Theater De Brug")
                    .on(day(6))
                    .booked("6102", "vergadering")));
    history.tell(
        -1,
        "10:20",
        "waits at the university",
        s ->
            s.request(
                ZUIDERHAVEN,
                Wish.of(3, "FM-1065")
                    .to("Faculteit Economie")
                    .on(day(4))
                    .booked("R03", "relatie")));
    history.tell(
        -1,
        "11:40",
        "waits for the approver in the portal",
        s ->
            s.place(
                NOORDWAL,
                Wish.of(4, "FM-1046")
                    .to("Project Stationsplein")
                    .on(day(5))
                    .booked("P03", "relatie")));
    history.tell(
        -1,
        "13:15",
        "waits for the approver too",
        s ->
            s.place(
                NOORDWAL,
                Wish.of(10, "TG-3025").to("Hoofdkantoor").on(day(8)).booked("P01", "personeel"),
                Wish.of(2, "FM-1041").to("Werkplaats").on(day(8)).booked("P01", "personeel")));
  }

  private void ended(History history) {
    history.tell(
        -33,
        "10:00",
        "never answered",
        s ->
            s.expire(
                s.request(
                    DE_LINDE,
                    Wish.of(4, "FM-1070").to("Tuindorp").on(day(-30)).booked("4123", "relatie"))));
    history.tell(
        -19,
        "10:00",
        "refused by their approver",
        s -> {
          Requisition requested =
              s.request(
                  ZUIDERHAVEN,
                  Wish.of(8, "VF-0120")
                      .to("Studentenplein")
                      .on(day(-16))
                      .booked("R01", "vergadering"));
          s.at(days.at(-19, "15:30"));
          s.purchasing()
              .reject(ZUIDERHAVEN, requested, "Graag binnen het budget van de faculteit.");
        });
    history.tell(
        -12,
        "10:00",
        "refused in the portal",
        s -> {
          Requisition requested =
              s.place(
                  NOORDWAL,
                  Wish.of(5, "FM-1080").to("Hoofdkantoor").on(day(-8)).booked("P01", "relatie"));
          s.at(days.at(-12, "16:20"));
          s.reject(NOORDWAL, requested, "Relaties krijgen dit jaar een kaart.");
        });
    history.tell(
        -9,
        "15:00",
        "taken back",
        s -> {
          Requisition requested =
              s.request(
                  MERENWAARD,
                  Wish.of(2, "FM-1025").to("Archief").on(day(-5)).booked("6102", "personeel"));
          s.at(days.at(-9, "15:45"));
          s.withdraw(requested);
        });
  }

  private void refused(History history) {
    history.tell(
        -16,
        "11:00",
        "in the name of another organisation",
        s ->
            s.purchasing()
                .ubl(
                    MERENWAARD,
                    TheirOrder.plain("4500077070")
                        .add("FM-1004", "Fruitmand Klassiek M", "1", "34.95")
                        .inTheNameOf(new PartyId("0106", "90001001"))));
    history.tell(
        -13,
        "15:00",
        "refused for its requisition, then sent again with the right one",
        s -> {
          Requisition requested =
              s.request(
                  DE_LINDE,
                  Wish.of(1, "FM-1055").to("Kastanjehof").on(day(-10)).booked("4123", "bewoner"));
          s.at(days.at(-13, "15:20"));
          s.purchasing()
              .plain(DE_LINDE, TheirOrder.of("4500077071", requested).quotation("R-0000-00007"));
          s.at(days.at(-13, "15:55"));
          s.purchasing().plain(DE_LINDE, TheirOrder.of("4500077071", requested));
        });
    history.tell(
        -12,
        "14:00",
        "refused for its requisition, and left at that",
        s ->
            s.purchasing()
                .plain(DE_LINDE, TheirOrder.plain("4500077072").quotation("R-0000-00008")));
    history.tell(
        -6,
        "15:00",
        "the number of an earlier order with other content",
        s -> {
          Requisition requested =
              s.request(
                  MERENWAARD,
                  Wish.of(2, "VF-0200")
                      .to("Stadskantoor")
                      .on(day(4))
                      .booked("6103", "vergadering"));
          s.at(days.at(-6, "16:00"));
          s.purchasing().ubl(MERENWAARD, TheirOrder.of("4500077011", requested));
        });
  }
}
