package nl.topfruit.shop.punchout.console;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.Connections;
import nl.topfruit.shop.connection.CredentialCheck;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.oci.HookUrl;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.punchout.console.Diagnosis.Fault;

/**
 * Says in one sentence why a call-up over a connection does not do what it should, for our staff:
 * the first thing that it meets on its way (cases/punchout.md row 42). It opens nothing, counts no
 * wrong password and calls nobody.
 */
@Stateless
public class ConnectionTest {
  /** What the message log has in place of a password. */
  private static final String MASK = "***";

  @Inject private Connections connections;
  @Inject private CredentialCheck credentials;
  @Inject private AssortmentTest assortment;
  @Inject private ConsoleHooks hooks;

  /**
   * Explains a call-up.
   *
   * @param connectionKey connection over which it should have come
   * @param raw query string or form body as it came; a password that was masked in the log is taken
   *     for right
   * @throws NotFound when there is no such connection
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Diagnosis explain(String connectionKey, String raw) {
    return explain(connections.byKey(connectionKey), raw);
  }

  private Diagnosis explain(Connection connection, String raw) {
    var sent = new SentParameters(raw, connection.profile());
    Diagnosis unnamed = sent.unnamed();
    if (unnamed != null) {
      return unnamed;
    }
    Diagnosis unknown = unknown(connection, sent);
    if (unknown != null) {
      return unknown;
    }
    try {
      OciCallUp callUp = sent.callUp();
      Diagnosis astray = callUp.hook() == null ? null : astray(connection, callUp);
      return astray != null ? astray : assortment.explain(connection, callUp);
    } catch (UnreadableMessage e) {
      return sent.unreadable(e);
    }
  }

  /**
   * Explains a call-up out of the message log.
   *
   * @param outcome how it ended: where a password was masked, only this says that it was wrong
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Diagnosis explainRecorded(String connectionKey, String raw, String outcome) {
    Connection connection = connections.byKey(connectionKey);
    Diagnosis found = explain(connection, raw);
    return found.good() && "CREDENTIALS".equals(outcome)
        ? Diagnosis.of(
            Fault.PASSWORD_WRONG, new SentParameters(raw, connection.profile()).username())
        : found;
  }

  private Diagnosis unknown(Connection connection, SentParameters sent) {
    String secret = sent.password();
    CredentialCheck.Finding found =
        credentials.check(connection.id(), sent.username(), MASK.equals(secret) ? null : secret);
    Fault fault =
        switch (found.verdict()) {
          case GOOD -> null;
          case BLANK -> Fault.USER_BLANK;
          case CASE -> Fault.USER_CASE;
          case ELSEWHERE -> Fault.USER_ELSEWHERE;
          case UNKNOWN -> Fault.USER_UNKNOWN;
          case EXPIRED -> Fault.PASSWORD_EXPIRED;
          case WRONG_SECRET -> Fault.PASSWORD_WRONG;
        };
    if (fault != null) {
      return Diagnosis.of(fault, sent.username(), found.likely());
    }
    return switch (connection.state()) {
      case CLOSED -> Diagnosis.of(Fault.CLOSED);
      case REQUESTED -> found.console() ? null : Diagnosis.of(Fault.NOT_OPEN_YET);
      default -> null;
    };
  }

  private Diagnosis astray(Connection connection, OciCallUp callUp) {
    String scheme = callUp.hook().strip().toLowerCase(Locale.ROOT);
    if (!scheme.startsWith("http://") && !scheme.startsWith("https://")) {
      return Diagnosis.of(Fault.HOOK_NO_ADDRESS, SentParameters.shortened(callUp.hook()));
    }
    HookUrl hook = HookUrl.parse(callUp.hook());
    if (!hooks.isOfLiveRun(hook, connection.id())) {
      if (!hook.isOn(connection.allowedHosts())) {
        List<String> allowed = connection.allowedHosts();
        return Diagnosis.of(
            Fault.HOST, hook.host(), allowed.isEmpty() ? "–" : String.join(", ", allowed));
      }
      if (!hook.isSecure() && !connection.plainHttpAllowed()) {
        return Diagnosis.of(Fault.PLAIN_HTTP, hook.host());
      }
    }
    return callUp.hookLooksCut()
        ? Diagnosis.of(
            Fault.HOOK_CUT,
            SentParameters.shortened(callUp.hook()),
            String.join(
                ", ", callUp.unknown().stream().map(field -> field.name()).limit(5).toList()))
        : null;
  }
}
