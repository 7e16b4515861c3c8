package nl.topfruit.shop.connection.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.connection.Connection;

/**
 * A connection for who works on it.
 *
 * @param seen number of its version; what is saved on top of another one is refused
 * @param branchLabel code and name of the branch that is filled in; null for none
 * @param shops all web shops that the account may open
 * @param purposes the account's own
 * @param checks what it needs before it goes live
 */
public record ConnectionView(
    UUID id,
    String key,
    String accountKey,
    String accountName,
    Connection.Protocol protocol,
    String preset,
    Connection.State state,
    Instant stateSince,
    String agreedBy,
    Instant agreedAt,
    int seen,
    ConnectionSettings settings,
    String branchLabel,
    List<Named> shops,
    List<Named> purposes,
    List<Check> checks) {

  /** Something to choose, by its code. */
  public record Named(String code, String name) {}

  /** Nothing is missing to go live. */
  public boolean complete() {
    return checks.stream().allMatch(Check::done);
  }
}
