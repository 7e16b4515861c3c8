package nl.topfruit.shop.connection.desk;

import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.connection.ConnectionCredential;

/**
 * A credential in the list; its secret is not shown again.
 *
 * @param domain of a cXML credential, else empty
 * @param label the customer's own name for it; null for none
 * @param leadsTo the legal entity, branch and web shop that it stands for, for people; empty for
 *     none
 * @param validUntil when it ends; null as long as nobody ended it
 * @param ended it is no longer taken
 */
public record CredentialRow(
    UUID id,
    ConnectionCredential.Kind kind,
    String domain,
    String identity,
    String label,
    String leadsTo,
    Instant createdAt,
    Instant validUntil,
    boolean ended) {

  /** It is taken, and nothing was said yet of its end. */
  public boolean lasting() {
    return validUntil == null;
  }
}
