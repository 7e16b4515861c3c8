package nl.topfruit.shop.punchout;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.connection.CallUpNames;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.ordering.ItemSku;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.HookUrl;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciFunction;
import nl.topfruit.shop.protocol.oci.OciHtml;
import nl.topfruit.shop.protocol.oci.OciItem;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.OciReturn;
import nl.topfruit.shop.punchout.console.ConsoleHooks;

/**
 * A customer's purchasing system calls (OCI 4.0, outbound section): it opens the shop for a buyer,
 * or asks what something costs or what we have.
 */
@Stateless
public class CallUps {
  private static final String TEXTS = "punchout.punchout";
  private static final Locale STAFF = Locale.forLanguageTag("nl");
  private static final int LONGEST_SEARCH = 200;

  @Inject private CallUpNames names;
  @Inject private ConnectionAuthentication authentication;
  @Inject private ShoppingSessions sessions;
  @Inject private Buyers buyers;
  @Inject private Lookups lookups;
  @Inject private ConsoleHooks consoleHooks;
  @Inject private MessageLog log;

  /**
   * What a call-up is answered with: an address of the shop or a page with a form.
   *
   * @param token of the session that was opened, null where a page is the answer
   * @param firstPage where the session begins, below its own address
   * @param page null where a session is the answer
   */
  public record Answer(OciFunction function, String token, String firstPage, Returns.Ready page) {

    /** The page is for a browser that has to carry it on; otherwise a machine reads it. */
    public boolean postsItself() {
      return function == OciFunction.VALIDATE;
    }
  }

  /**
   * Does what FUNCTION says. Open to all: the connection's own credentials are checked here. A
   * second call-up from the same browser or with the same login is a session of its own
   * (cases/punchout.md rows 1 and 22). VALIDATE and BACKGROUND_SEARCH open no session.
   *
   * @param raw query string or form body as it came, undecoded
   * @param entry the call-up in the message log
   * @throws nl.topfruit.shop.protocol.UnreadableMessage a parameter is missing, double or of no use
   * @throws CallUpRefused wrong credentials, or a return address that this connection does not
   *     allow
   */
  @PermitAll
  public Answer answer(String raw, String remoteAddress, MessageLog.Entry entry) {
    var caller = authentication.authenticateCallUp(raw, remoteAddress);
    Connection connection = known(caller);
    OciProfile profile = connection.profile();
    Charset charset = OciCharset.named(profile.charset()).orElseThrow();
    OciCallUp callUp = OciCallUp.read(RawParameter.parse(raw, charset), profile.names());
    if (callUp.hook() != null) {
      mustBeAllowed(HookUrl.parse(callUp.hook()), connection);
    }
    Call call = new Call(callUp, profile, buyers.of(caller, callUp.shop()), entry);
    return switch (callUp.function()) {
      case SHOPPING, SOURCING, DETAIL -> opened(call, caller.credential());
      case VALIDATE -> validated(call);
      case BACKGROUND_SEARCH -> searched(call);
    };
  }

  /**
   * Parameters of this call-up that hold a password in any connection, for the log to leave their
   * values out. Open to all: nobody is known yet.
   */
  @PermitAll
  public List<String> passwordNames(String raw) {
    return names.of(RawParameter.parse(raw, StandardCharsets.UTF_8)).password();
  }

  /**
   * How the log keeps a call-up that was refused: with the connection that it seems to come from.
   * Open to all, as above.
   *
   * @param outcome code of the refusal
   * @param status HTTP status of the page
   * @param detail what was wrong, for staff
   */
  @PermitAll
  public void refused(
      MessageLog.Entry entry, String raw, String outcome, int status, String detail) {
    var caller = authentication.named(raw);
    Connection connection = caller.connection();
    log.ended(
        entry,
        new MessageLog.Ending(
            connection == null ? null : connection.id(),
            connection == null ? null : connection.accountId(),
            caller.identity(),
            outcome,
            status,
            detail,
            null,
            null));
  }

  private static Connection known(ConnectionAuthentication.Result caller) {
    switch (caller.outcome()) {
      case TOO_MANY -> throw new CallUpRefused(CallUpRefused.Reason.TOO_MANY);
      case WRONG -> throw new CallUpRefused(CallUpRefused.Reason.CREDENTIALS);
      case NOT_OPEN ->
          throw new CallUpRefused(
              caller.connection().state() == Connection.State.CLOSED
                  ? CallUpRefused.Reason.CLOSED
                  : CallUpRefused.Reason.NOT_OPEN_YET);
      default -> {
        return caller.connection();
      }
    }
  }

  private void mustBeAllowed(HookUrl hook, Connection connection) {
    if (consoleHooks.isOfLiveRun(hook, connection.id())) {
      return;
    }
    if (!hook.isOn(connection.allowedHosts())) {
      throw new CallUpRefused(CallUpRefused.Reason.HOST, hook.host());
    }
    if (!hook.isSecure() && !connection.plainHttpAllowed()) {
      throw new CallUpRefused(CallUpRefused.Reason.PLAIN_HTTP, hook.host());
    }
  }

  /** A call-up that was recognised. */
  private record Call(OciCallUp callUp, OciProfile profile, Buyer buyer, MessageLog.Entry entry) {

    Charset returnCharset() {
      return profile.charset(callUp);
    }
  }

  private Answer opened(Call call, ConnectionCredential credential) {
    OciCallUp callUp = call.callUp();
    Buyer buyer = call.buyer();
    Connection connection = buyer.connection();
    ShoppingSessions.Opened opened =
        sessions.open(
            new ShoppingSessions.CallUp(
                connection.accountId(),
                connection.id(),
                callUp.function(),
                buyer.webShopId(),
                buyer.language(),
                callUp.hook(),
                call.profile().target(callUp),
                call.returnCharset().name(),
                json(callUp.echo()),
                cancelUrl(call),
                buyers.shopper(buyer, credential, callUp),
                connection.sessionDuration()));
    end(call, "OPENED", 303, noted(call), null, Links.session(opened.sessionId()));
    return new Answer(callUp.function(), opened.token(), firstPage(callUp), null);
  }

  /** Where a round without a basket goes, if it is to go somewhere of its own. */
  private String cancelUrl(Call call) {
    String address = call.callUp().cancel();
    if (call.profile().cancel() != CancelHandling.CANCEL_URL || address == null) {
      return null;
    }
    mustBeAllowed(HookUrl.parse(address), call.buyer().connection());
    return address;
  }

  /**
   * What staff should know of a call-up that succeeded: the supplier that the buyer has in mind
   * (SOURCING), and that the return address may have been cut.
   */
  private static String noted(Call call) {
    List<String> noted = new ArrayList<>();
    if (call.callUp().vendor() != null) {
      noted.add("VENDOR=" + call.callUp().vendor());
    }
    if (call.callUp().hookLooksCut()) {
      noted.add(Texts.of(TEXTS, STAFF, "callUp.hookLooksCut"));
    }
    return noted.isEmpty() ? null : String.join("\n", noted);
  }

  private static String firstPage(OciCallUp callUp) {
    return switch (callUp.function()) {
      case SOURCING ->
          callUp.searchString() == null ? "" : "?q=" + parameter(callUp.searchString().strip());
      case DETAIL -> "detail?sku=" + parameter(article(callUp.productId().strip()));
      default -> "";
    };
  }

  /** The product of a VAT part or a deposit; of a delivery there is none to be shown. */
  private static String article(String sku) {
    String article = ItemSku.parse(sku).article();
    return article == null ? sku : article;
  }

  private static String parameter(String text) {
    int length = Math.min(text.codePointCount(0, text.length()), LONGEST_SEARCH);
    return URLEncoder.encode(
        text.substring(0, text.offsetByCodePoints(0, length)), StandardCharsets.UTF_8);
  }

  private Answer validated(Call call) {
    OciCallUp callUp = call.callUp();
    List<OciItem> items =
        lookups.priced(call.buyer(), callUp.productId(), callUp.quantity()).stream().toList();
    return page(call, items, "VALIDATED", "NOT_AVAILABLE");
  }

  private Answer searched(Call call) {
    List<OciItem> items = lookups.found(call.buyer(), call.callUp().searchString());
    Integer most = call.profile().longestReturn();
    return page(
        call,
        most == null || items.size() <= most ? items : items.subList(0, most),
        "FOUND",
        "NONE");
  }

  /** What their system would drop is left out, since it would stand for more than was answered. */
  private Answer page(Call call, List<OciItem> items, String outcome, String outcomeOfNone) {
    Buyer buyer = call.buyer();
    OciReturn fields = OciReturn.of(items, call.profile(), call.returnCharset(), buyer.locale());
    if (!fields.maySend()) {
      List<OciItem> taken = new ArrayList<>(items);
      fields.findings().stream()
          .filter(OciReturn.Finding::blocking)
          .map(finding -> items.get(finding.item()))
          .forEach(taken::remove);
      fields = OciReturn.of(taken, call.profile(), call.returnCharset(), buyer.locale());
    }
    OciHtml.Form form = call.profile().form(call.callUp(), fields.fields());
    String ended = fields.fields().isEmpty() ? outcomeOfNone : outcome;
    end(call, ended, 200, null, FormText.of(form), Links.NONE);
    return new Answer(
        call.callUp().function(),
        null,
        null,
        new Returns.Ready(form, buyer.connection().systemName(), buyer.language()));
  }

  private void end(
      Call call, String outcome, int status, String detail, byte[] answer, Links links) {
    Connection connection = call.buyer().connection();
    log.ended(
        call.entry(),
        new MessageLog.Ending(
                connection.id(),
                connection.accountId(),
                call.callUp().username(),
                outcome,
                status,
                detail,
                answer == null ? null : FormText.TYPE,
                answer)
            .about(links));
  }

  private static String json(List<FormField> fields) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    fields.forEach(
        field -> array.add(Json.createArrayBuilder().add(field.name()).add(field.value())));
    return array.build().toString();
  }
}
