package nl.topfruit.shop.punchout;

import static nl.topfruit.shop.security.Role.SHOPPER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine.Promise;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.ordering.checkout.Checkout;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.HookUrl;
import nl.topfruit.shop.protocol.oci.OciHtml;
import nl.topfruit.shop.protocol.oci.OciItem;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.OciReturn;
import nl.topfruit.shop.security.CurrentUser;

/**
 * The way back (OCI 4.0, inbound section): the basket as a form that the buyer's browser posts to
 * his own system.
 */
@Stateless
public class Returns {
  private static final String NO_NUMBER_YET = "R-0000-00000";
  private static final String NO_KEY_YET = "···";

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Checkout checkout;
  @Inject private ShoppingSessions sessions;
  @Inject private ReturnItems items;
  @Inject private MessageLog log;

  /** A form that is ready to be shown. */
  public record Ready(OciHtml.Form form, String systemName, String language) {}

  /** The basket as their approver will see it, checked against what their system takes. */
  @RolesAllowed(SHOPPER)
  public Review review() {
    ShoppingSession session = session();
    Connection connection = em.find(Connection.class, session.connectionId());
    List<Promise> promises = checkout.preview();
    Locale locale = Locale.forLanguageTag(session.language());
    List<OciItem> oci = items.of(promises, NO_NUMBER_YET, NO_KEY_YET, locale);
    OciProfile profile = connection.profile();
    OciReturn result = OciReturn.of(oci, profile, Charset.forName(session.returnCharset()), locale);
    List<Review.Line> lines = new ArrayList<>();
    for (int i = 0; i < promises.size(); i++) {
      lines.add(line(promises.get(i), i, result, locale));
    }
    return new Review(
        connection.systemName(),
        connection.minimumOrder(),
        connection.missingWith(goods(promises)),
        List.copyOf(lines));
  }

  private static Money goods(List<Promise> promises) {
    return Money.sum(
        promises.stream()
            .filter(promise -> promise.kind() == LineKind.GOODS)
            .map(promise -> Fees.net(promise.quantity(), promise.price()))
            .toList());
  }

  private static Review.Line line(Promise promise, int index, OciReturn result, Locale locale) {
    return new Review.Line(
        value(result, "DESCRIPTION", index),
        value(result, "QUANTITY", index),
        value(result, "UNIT", index),
        promise.price().total(),
        promise.costCentre(),
        promise.ledgerCode(),
        said(result, index, OciReturn.Finding::blocking, locale),
        // what belongs to goods repeats their words: once is enough
        promise.kind() == LineKind.GOODS
            ? said(result, index, f -> !f.blocking() && f.toBuyer(), locale)
            : List.of());
  }

  private static String value(OciReturn result, String field, int index) {
    String name = "NEW_ITEM-" + field + "[" + (index + 1) + "]";
    return result.fields().stream()
        .filter(f -> f.name().equals(name))
        .map(FormField::value)
        .findFirst()
        .orElse("");
  }

  private static List<String> said(
      OciReturn result, int index, Predicate<OciReturn.Finding> which, Locale locale) {
    return result.findings().stream()
        .filter(f -> f.item() == index)
        .filter(which)
        .map(f -> f.sentence(locale))
        .toList();
  }

  /**
   * Freezes the basket and gives the form that carries it over; asked again it gives the same form
   * again, with the same promise.
   *
   * @throws BusinessRuleViolation when the basket cannot be handed over as it is, or their system
   *     would drop a line
   */
  @RolesAllowed({SHOPPER, SYSTEM})
  public Ready handOver() {
    Checkout.HandedOver handedOver = checkout.handOver();
    ShoppingSession session = session();
    Requisition requisition = handedOver.requisition();
    Locale locale = Locale.forLanguageTag(session.language());
    Connection connection = em.find(Connection.class, session.connectionId());
    List<Promise> promises = requisition.lines().stream().map(l -> l.promise()).toList();
    List<OciItem> oci = items.of(promises, requisition.number(), requisition.lineKey(), locale);
    OciReturn result =
        OciReturn.of(oci, connection.profile(), Charset.forName(session.returnCharset()), locale);
    if (!result.maySend()) {
      OciReturn.Finding finding =
          result.findings().stream().filter(OciReturn.Finding::blocking).findFirst().orElseThrow();
      throw new BusinessRuleViolation(
          null,
          "punchout.lineWouldBeDropped",
          promises.get(finding.item()).name(),
          finding.sentence(locale));
    }
    Ready ready = ready(session, connection, session.hookUrl(), result.fields());
    keep(
        session,
        connection,
        requisition,
        handedOver.repeated() ? "REPEATED" : "RETURNED",
        FormText.of(ready.form()),
        cuts(result, locale));
    return ready;
  }

  /**
   * Ends the session with nothing and gives the form that leads back (CONTRACT: the same form with
   * no items), as the connection wants it: to HOOK_URL, or to the address that the call-up named
   * for this.
   *
   * @return none where their system stumbles over an empty form: the window is just closed
   */
  @RolesAllowed(SHOPPER)
  public Optional<Ready> logOff() {
    ShoppingSession session = session();
    sessions.cancel();
    Connection connection = em.find(Connection.class, session.connectionId());
    if (connection.profile().cancel() == CancelHandling.CLOSE) {
      keep(session, connection, null, "CANCELLED", new byte[0], null);
      return Optional.empty();
    }
    boolean elsewhere =
        connection.profile().cancel() == CancelHandling.CANCEL_URL && session.cancelUrl() != null;
    Ready ready =
        ready(session, connection, elsewhere ? session.cancelUrl() : session.hookUrl(), List.of());
    keep(session, connection, null, "CANCELLED", FormText.of(ready.form()), null);
    return Optional.of(ready);
  }

  private static Ready ready(
      ShoppingSession session, Connection connection, String address, List<FormField> fields) {
    var form =
        new OciHtml.Form(
            HookUrl.parse(address),
            connection.hookHandling(),
            session.returnTarget(),
            Charset.forName(session.returnCharset()),
            echo(session.echo()),
            fields);
    return new Ready(form, connection.systemName(), session.language());
  }

  private void keep(
      ShoppingSession session,
      Connection connection,
      Requisition requisition,
      String outcome,
      byte[] posted,
      String cuts) {
    MessageLog.Entry entry = log.sent(Message.Channel.OCI_RETURN, FormText.TYPE, posted);
    log.ended(
        entry,
        new MessageLog.Ending(
                connection.id(),
                session.accountId(),
                requisition == null ? null : requisition.number(),
                outcome,
                200,
                cuts,
                null,
                null)
            .about(Links.requisition(session.id(), requisition == null ? null : requisition.id())));
  }

  private static String cuts(OciReturn result, Locale locale) {
    String cuts =
        result.findings().stream()
            .map(f -> (f.item() + 1) + ": " + f.sentence(locale))
            .collect(Collectors.joining("\n"));
    return cuts.isEmpty() ? null : cuts;
  }

  private static List<FormField> echo(String json) {
    if (json == null) {
      return List.of();
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(pair -> new FormField(pair.getString(0), pair.getString(1)))
          .toList();
    }
  }

  private ShoppingSession session() {
    ShoppingSession session = em.find(ShoppingSession.class, user.sessionId());
    if (session == null || session.connectionId() == null || session.looksOnly()) {
      throw new NotFound("punchout session");
    }
    return session;
  }
}
