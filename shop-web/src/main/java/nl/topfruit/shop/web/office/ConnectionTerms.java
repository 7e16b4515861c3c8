package nl.topfruit.shop.web.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.connection.desk.ConnectionSettings;
import nl.topfruit.shop.connection.desk.ConnectionView;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Suggestion;
import nl.topfruit.shop.web.faces.Texts;

/** The form with what is agreed about a connection; the names are those of the inputs. */
@Named("officeConnectionTerms")
@RequestScoped
public class ConnectionTerms {
  private static final List<Message.Channel> CHANNELS =
      List.of(Message.Channel.OCI_ORDER, Message.Channel.CXML, Message.Channel.UBL_ORDER);

  private final Map<String, Object> of = new HashMap<>();
  private final FormValues form = new FormValues(of);
  private final Map<String, String> places = new HashMap<>();

  @Inject private ConnectionPage page;
  @Inject private ConnectionDesk desk;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  @PostConstruct
  void load() {
    ConnectionView view = page.getView();
    ConnectionSettings settings = view.settings();
    of.put("seen", String.valueOf(view.seen()));
    of.put("system-name", settings.systemName());
    of.put("branch", view.branchLabel());
    of.put("cost-centre", settings.costCentre());
    of.put("purpose", settings.purpose());
    of.put("hosts", String.join("\n", settings.hosts()));
    of.put("plain-http", settings.plainHttp());
    of.put("orderers", settings.orderers().name());
    of.put("orderer-domains", String.join(" ", settings.ordererDomains()));
    of.put(
        "minimum-order",
        settings.minimumOrder() == null ? null : settings.minimumOrder().plain().replace('.', ','));
    of.put("mixed-vat", settings.mixedVat().name());
    of.put("order-channel", settings.orderChannel().name());
    of.put("requisition-required", settings.requisitionRequired());
    of.put("fewer-allowed", settings.fewerAllowed());
    of.put("on-difference", settings.onDifference().name());
    of.put("late-order", settings.lateOrder().name());
    of.put("approval-days", String.valueOf(settings.approvalDays()));
    of.put("validity-days", String.valueOf(settings.validityDays()));
    of.put("session-hours", String.valueOf(settings.sessionHours()));
    for (int i = 0; i < settings.webShops().size(); i++) {
      places.put(settings.webShops().get(i), String.valueOf(i + 1));
    }
  }

  /** By name of the input. */
  public Map<String, Object> getOf() {
    return of;
  }

  /** The place of each web shop by its code: "1" opens by itself, none is not opened. */
  public Map<String, String> getPlaces() {
    return places;
  }

  public String save() {
    desk.agree(
        page.getKey(),
        form.number("seen"),
        settings(),
        form.text("note"),
        Language.of(request).locale());
    return page.here("saved");
  }

  private ConnectionSettings settings() {
    return new ConnectionSettings(
        form.text("system-name"),
        shops(),
        Suggestion.code(form.text("branch")),
        form.text("cost-centre"),
        form.text("purpose"),
        form.words("hosts"),
        form.is("plain-http"),
        Connection.Orderers.valueOf(form.text("orderers")),
        form.words("orderer-domains"),
        amount("minimum-order"),
        Connection.MixedVat.valueOf(form.text("mixed-vat")),
        Message.Channel.valueOf(form.text("order-channel")),
        form.is("requisition-required"),
        form.is("fewer-allowed"),
        Connection.OnDifference.valueOf(form.text("on-difference")),
        Connection.LateOrder.valueOf(form.text("late-order")),
        form.number("approval-days"),
        form.number("validity-days"),
        form.number("session-hours"));
  }

  private List<String> shops() {
    return page.getView().shops().stream()
        .map(ConnectionView.Named::code)
        .filter(code -> places.get(code) != null && !places.get(code).isBlank())
        .sorted((a, b) -> Integer.compare(place(a), place(b)))
        .toList();
  }

  private int place(String code) {
    return Integer.parseInt(places.get(code));
  }

  private Money amount(String field) {
    String typed = form.text(field);
    if (typed == null) {
      return null;
    }
    if (!typed.matches("\\d{1,7}([.,]\\d{1,2})?")) {
      throw new BusinessRuleViolation(field, "connection.minimumOrder");
    }
    return Money.euro(typed.replace(',', '.'));
  }

  public List<String> branches(String typed) {
    return desk.branches(page.getKey(), typed).stream().map(ConnectionView.Named::name).toList();
  }

  /** Places that a web shop can have. */
  public List<Choice> getPlaceChoices() {
    Stream<Choice> none = Stream.of(new Choice("", texts.get("con.shop.none")));
    return Stream.concat(
            none,
            IntStream.rangeClosed(1, page.getView().shops().size())
                .mapToObj(
                    place ->
                        new Choice(String.valueOf(place), texts.with("con.shop.place", place))))
        .toList();
  }

  public List<Choice> getMixedVats() {
    return Stream.of(Connection.MixedVat.values())
        .map(each -> new Choice(each.name(), texts.get("con.mixedVat." + each)))
        .toList();
  }

  public List<Choice> getChannels() {
    return CHANNELS.stream()
        .map(channel -> new Choice(channel.name(), texts.get("con.channel." + channel)))
        .toList();
  }

  public List<Choice> getOrderers() {
    return Stream.of(Connection.Orderers.values())
        .map(each -> new Choice(each.name(), texts.get("con.orderers." + each)))
        .toList();
  }

  public List<Choice> getDifferences() {
    return Stream.of(Connection.OnDifference.values())
        .map(each -> new Choice(each.name(), texts.get("con.onDifference." + each)))
        .toList();
  }

  public List<Choice> getLateOrders() {
    return Stream.of(Connection.LateOrder.values())
        .map(each -> new Choice(each.name(), texts.get("con.lateOrder." + each)))
        .toList();
  }
}
