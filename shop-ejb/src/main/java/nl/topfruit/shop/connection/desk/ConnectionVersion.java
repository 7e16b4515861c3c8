package nl.topfruit.shop.connection.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/** How a connection was at a moment: its settings and its profile, never a secret. */
@Entity
public class ConnectionVersion {
  @Id private UUID id;

  @Column(name = "connection_id")
  private UUID connectionId;

  private int number;
  private Instant at;
  private String actor;
  private String note;
  private String content;

  protected ConnectionVersion() {}

  ConnectionVersion(
      UUID connectionId, int number, Instant at, String actor, String note, Snapshot content) {
    this.id = Ids.next();
    this.connectionId = connectionId;
    this.number = number;
    this.at = at;
    this.actor = actor;
    this.note = note;
    this.content = content.toJson();
  }

  int number() {
    return number;
  }

  Instant at() {
    return at;
  }

  String actor() {
    return actor;
  }

  String note() {
    return note;
  }

  Snapshot content() {
    return Snapshot.read(content);
  }
}
