package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.topfruit.shop.fulfilment.DeliverySchedule;

/** The work board: every number leads to what it counts. */
@Named("officeIndex")
@RequestScoped
public class IndexPage {
  @Inject private Work work;
  @Inject private Clock clock;

  private List<Tile> tiles;

  /**
   * A number with what it counts.
   *
   * @param key of its words {@code office.board.⟨key⟩}
   * @param tone how it looks when it is not zero
   */
  public record Tile(String key, long count, String address, String tone) {
    public String look() {
      return count == 0 ? "none" : tone;
    }
  }

  public List<Tile> getTiles() {
    if (tiles == null) {
      tiles = new ArrayList<>();
      DeliverySchedule.Work deliveries = work.getDeliveries();
      if (work.isOffice()) {
        tiles.add(new Tile("held", work.getHeld(), "/office/inbox", "wait"));
      }
      tiles.add(new Tile("today", deliveries.today(), "/office/deliveries?when=today", "info"));
      tiles.add(new Tile("late", deliveries.late(), "/office/deliveries?when=late", "bad"));
      tiles.add(
          new Tile("tomorrow", deliveries.tomorrow(), "/office/deliveries?when=tomorrow", "info"));
      tiles.add(new Tile("failed", deliveries.failed(), "/office/deliveries?when=failed", "bad"));
      if (work.isOffice()) {
        tiles.add(new Tile("blocked", work.getBlocked(), "/office/invoices?state=BLOCKED", "bad"));
        tiles.add(
            new Tile(
                "messages",
                work.getFailedMessages(),
                "/office/messages?result=failed&from=" + LocalDate.now(clock),
                "wait"));
        tiles.add(new Tile("outbox", work.getDead(), "/office/outbox", "bad"));
      }
    }
    return tiles;
  }
}
