package nl.topfruit.shop.ordering;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.protocol.oci.OciFunction;

/**
 * Whom the token of a shop page stands for: what every shop page needs before it begins.
 *
 * @param connectionId null for a round of shopping from the portal
 * @param systemName how the customer calls his purchasing system, null without one
 * @param frameAncestors hosts that may show us in a frame
 * @param function what the call-up wanted
 * @param invoicePartyId only branches of this legal entity can be chosen, null for any
 * @param personId the orderer where the call-up or the portal says who he is, null for a login that
 *     a department shares
 * @param expiresAt when it is over if nothing more is asked for
 */
public record SessionIdentity(
    UUID sessionId,
    UUID accountId,
    String accountName,
    UUID connectionId,
    String systemName,
    Set<String> frameAncestors,
    boolean plainHttpAllowed,
    String language,
    OciFunction function,
    UUID invoicePartyId,
    UUID personId,
    Instant expiresAt,
    ShoppingSession.State state) {

  /** It came from a purchasing system and goes back there. */
  public boolean punchout() {
    return connectionId != null;
  }

  /** It was opened to show a product: no basket and no way back. */
  public boolean looksOnly() {
    return function == OciFunction.DETAIL;
  }

  /** It is known who shops: a basket can be kept for him and for nobody else. */
  public boolean known() {
    return personId != null;
  }
}
