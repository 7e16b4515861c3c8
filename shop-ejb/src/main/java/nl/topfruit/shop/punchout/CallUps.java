package nl.topfruit.shop.punchout;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.connection.ConnectionPresets;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.HookUrl;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciFunction;
import nl.topfruit.shop.protocol.oci.OciNames;
import nl.topfruit.shop.protocol.oci.OciProfile;
import nl.topfruit.shop.protocol.oci.RawParameter;

/** A customer's purchasing system opens our shop (OCI 4.0, outbound section). */
@Stateless
public class CallUps {
  @PersistenceContext private EntityManager em;
  @Inject private ConnectionAuthentication authentication;
  @Inject private ShoppingSessions sessions;
  @Inject private MessageLog log;

  /**
   * Opens a shopping session. Open to all: the connection's own credentials are checked here. A
   * second call-up from the same browser or with the same login is a session of its own
   * (cases/punchout.md rows 1 and 22).
   *
   * @param raw query string or form body as it came, undecoded
   * @param entry the call-up in the message log
   * @return the token of the session
   * @throws nl.topfruit.shop.protocol.UnreadableMessage a parameter is missing, double or of no use
   * @throws CallUpRefused wrong credentials, or a return address that this connection does not
   *     allow
   */
  @PermitAll
  public String open(String raw, String remoteAddress, MessageLog.Entry entry) {
    OciCallUp asSent =
        OciCallUp.read(RawParameter.parse(raw, StandardCharsets.UTF_8), OciNames.STANDARD);
    HookUrl hook = HookUrl.parse(asSent.hook());
    var caller =
        authentication.authenticate(
            ConnectionCredential.Kind.OCI, "", asSent.username(), asSent.password(), remoteAddress);
    if (caller.outcome() == ConnectionAuthentication.Outcome.TOO_MANY) {
      throw new CallUpRefused(CallUpRefused.Reason.TOO_MANY);
    }
    if (caller.outcome() == ConnectionAuthentication.Outcome.NOT_OPEN) {
      throw new CallUpRefused(
          caller.connection().state() == Connection.State.CLOSED
              ? CallUpRefused.Reason.CLOSED
              : CallUpRefused.Reason.NOT_OPEN_YET);
    }
    Connection connection =
        caller.known().orElseThrow(() -> new CallUpRefused(CallUpRefused.Reason.CREDENTIALS));
    if (!hook.isOn(connection.allowedHosts())) {
      throw new CallUpRefused(CallUpRefused.Reason.HOST, hook.host());
    }
    if (!hook.isSecure() && !connection.plainHttpAllowed()) {
      throw new CallUpRefused(CallUpRefused.Reason.PLAIN_HTTP, hook.host());
    }
    if (asSent.function() != OciFunction.SHOPPING) {
      throw new CallUpRefused(CallUpRefused.Reason.UNSUPPORTED_FUNCTION, asSent.function().name());
    }
    OciProfile profile = ConnectionPresets.profile(connection);
    Charset charset = OciCharset.named(profile.charset()).orElseThrow();
    OciCallUp callUp = OciCallUp.read(RawParameter.parse(raw, charset), OciNames.STANDARD);
    Start start = start(connection, callUp.shop());
    ShoppingSessions.Opened opened =
        sessions.open(
            new ShoppingSessions.CallUp(
                connection.accountId(),
                connection.id(),
                start.webShopId(),
                start.language(),
                callUp.hook(),
                profile.target(callUp),
                profile.charset(callUp).name(),
                json(callUp.echo()),
                caller.branchId() != null ? caller.branchId() : connection.branchId(),
                connection.costCentreCode(),
                connection.purposeId(),
                connection.sessionDuration()));
    log.ended(
        entry,
        new MessageLog.Ending(
                connection.id(),
                connection.accountId(),
                callUp.username(),
                "OPENED",
                303,
                null,
                null,
                null)
            .about(Links.session(opened.sessionId())));
    return opened.token();
  }

  /** Where the session begins and in which language. */
  private record Start(UUID webShopId, String language) {}

  private Start start(Connection connection, String wanted) {
    List<Object[]> shops =
        em.createQuery(
                """
                select w.id, w.code, a.language from BusinessAccount a, WebShop w, ConnectionWebShop c
                where a.id = :account and c.connectionId = :connection and c.webShopId = w.id order by c.position
                """,
                Object[].class)
            .setParameter("account", connection.accountId())
            .setParameter("connection", connection.id())
            .getResultList();
    return shops.stream()
        .filter(
            shop ->
                wanted == null
                    || wanted.isBlank()
                    || wanted.strip().equalsIgnoreCase((String) shop[1]))
        .findFirst()
        .map(shop -> new Start((UUID) shop[0], (String) shop[2]))
        .orElseThrow(
            () ->
                new CallUpRefused(
                    CallUpRefused.Reason.UNKNOWN_WEB_SHOP,
                    String.valueOf(wanted),
                    shops.stream()
                        .map(shop -> (String) shop[1])
                        .collect(Collectors.joining(", "))));
  }

  private static String json(List<FormField> fields) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    fields.forEach(
        field -> array.add(Json.createArrayBuilder().add(field.name()).add(field.value())));
    return array.build().toString();
  }
}
