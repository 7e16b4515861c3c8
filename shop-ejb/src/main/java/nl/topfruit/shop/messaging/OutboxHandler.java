package nl.topfruit.shop.messaging;

/**
 * Does the tasks of one kind from the outbox. The place where a room, or a next channel, adds one
 * class: a CDI bean that implements this.
 */
public interface OutboxHandler {
  String kind();

  /**
   * Does the task, in the transaction that marks it as done.
   *
   * @throws Exception whatever goes wrong: the task is tried again later, with growing pauses, and
   *     is dead after the last attempt
   */
  void handle(String dedupeKey, String payload) throws Exception;
}
