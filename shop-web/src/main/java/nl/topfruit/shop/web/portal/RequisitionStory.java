package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.history.RequisitionView;
import nl.topfruit.shop.web.faces.States;
import nl.topfruit.shop.web.faces.Texts;

/** What happened to a requisition, in sentences. */
@RequestScoped
public class RequisitionStory {
  @Inject private Texts texts;

  /**
   * One thing that happened, or that is to happen.
   *
   * @param tone as of a state
   * @param at when; for what is to happen the latest moment
   * @param note what somebody said with it, may be null
   * @param orderNumber the order that came of it, null for other things
   */
  public record Step(String tone, Instant at, String sentence, String note, String orderNumber) {}

  /** The steps, oldest first. */
  public List<Step> of(RequisitionView requisition) {
    List<Step> steps = new ArrayList<>();
    steps.add(begun(requisition));
    if (requisition.remindedAt() != null) {
      steps.add(
          new Step(
              "info", requisition.remindedAt(), texts.get("portal.story.reminded"), null, null));
    }
    if (requisition.decidedBy() != null) {
      String key =
          switch (requisition.state()) {
            case REJECTED -> "portal.story.rejected";
            case WITHDRAWN -> "portal.story.withdrawn";
            default -> "portal.story.authorised";
          };
      steps.add(
          new Step(
              tone(requisition.state()),
              requisition.decidedAt(),
              texts.with(key, requisition.decidedBy()),
              requisition.decisionNote(),
              null));
    }
    for (RequisitionView.Placed order : requisition.orders()) {
      boolean direct = order.purchaseOrderNumber() == null;
      steps.add(
          new Step(
              States.tone(order.state()),
              order.placedAt(),
              direct
                  ? texts.with("portal.story.ordered", order.number())
                  : texts.with(
                      "portal.story.purchaseOrder", order.purchaseOrderNumber(), order.number()),
              null,
              order.number()));
    }
    end(requisition, steps);
    return steps;
  }

  private static String tone(Requisition.State state) {
    return switch (state) {
      case REJECTED -> "bad";
      case WITHDRAWN -> "off";
      default -> "good";
    };
  }

  private Step begun(RequisitionView requisition) {
    boolean here = requisition.systemName() == null;
    String who = requisition.requestedBy() == null ? "" : requisition.requestedBy();
    String sentence =
        here
            ? texts.with("portal.story.requested", who)
            : texts.with("portal.story.handedOver", requisition.systemName());
    return new Step("info", requisition.createdAt(), sentence, null, null);
  }

  private void end(RequisitionView requisition, List<Step> steps) {
    switch (requisition.state()) {
      case AWAITING_AUTHORISATION, PARTLY_ORDERED -> {
        boolean here = requisition.systemName() == null;
        steps.add(
            new Step(
                "wait",
                requisition.validUntil(),
                here
                    ? texts.get("portal.story.waitsHere")
                    : texts.with("portal.story.waitsThere", requisition.systemName()),
                null,
                null));
      }
      case EXPIRED, REPLACED ->
          steps.add(
              new Step(
                  "off",
                  requisition.decidedAt() == null
                      ? requisition.validUntil()
                      : requisition.decidedAt(),
                  texts.get("portal.story." + requisition.state().name()),
                  null,
                  null));
      default -> {
        // told already
      }
    }
  }
}
