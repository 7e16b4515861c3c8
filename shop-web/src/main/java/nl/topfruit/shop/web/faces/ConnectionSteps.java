package nl.topfruit.shop.web.faces;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.topfruit.shop.connection.Connection.State;

/** How far a connection is on its way to live, as a row of steps. */
public final class ConnectionSteps {
  private static final List<State> WAY =
      List.of(State.REQUESTED, State.TEST, State.AGREED, State.LIVE);

  private ConnectionSteps() {}

  /**
   * One step.
   *
   * @param look "good" when it is behind us, "wait" where it is, "off" when it is to come
   */
  public record Step(State state, String look, String text) {}

  /**
   * @param at where it is; of a closed one everything is to come
   * @param said the sentence of "TEST.here", "TEST.done" or "TEST.todo"
   */
  public static List<Step> of(State at, UnaryOperator<String> said) {
    return WAY.stream().map(step -> step(step, at, said)).toList();
  }

  private static Step step(State step, State at, UnaryOperator<String> said) {
    boolean here = at == step;
    boolean done = at != State.CLOSED && at.ordinal() > step.ordinal();
    String look = done || here && step == State.LIVE ? "good" : here ? "wait" : "off";
    String when = here ? ".here" : done ? ".done" : ".todo";
    return new Step(step, look, said.apply(step + when));
  }
}
