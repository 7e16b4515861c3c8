package nl.topfruit.shop.connection.desk;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.OrderRules;
import nl.topfruit.shop.messaging.Message;

/**
 * A connection as it is kept in its history: what was agreed and how its system spells things, as
 * JSON. Two of them can be compared field by field, whatever fields a profile may have.
 */
record Snapshot(JsonObject json) {
  private static final String SETTINGS = "settings";
  private static final String PROFILE = "profile";
  private static final String ORDERS = "orders";

  /** Members of an object in a list that say which one it is. */
  private static final List<String> NAMES = List.of("field", "name", "key");

  static Snapshot of(ConnectionSettings settings, String profile, OrderRules orders) {
    return new Snapshot(
        Json.createObjectBuilder()
            .add(SETTINGS, json(settings))
            .add(PROFILE, parse(profile))
            .add(ORDERS, parse(orders.json()))
            .build());
  }

  /** How far an order may differ; of a version from before that was kept, what is usual. */
  OrderRules orders() {
    return json.containsKey(ORDERS)
        ? OrderRules.read(json.getJsonObject(ORDERS).toString())
        : OrderRules.USUAL;
  }

  static Snapshot read(String json) {
    return new Snapshot(parse(json));
  }

  String toJson() {
    return json.toString();
  }

  String profile() {
    return json.getJsonObject(PROFILE).toString();
  }

  ConnectionSettings settings() {
    JsonObject s = json.getJsonObject(SETTINGS);
    return new ConnectionSettings(
        s.getString("systemName"),
        texts(s.getJsonArray("webShops")),
        s.getString("branch", null),
        s.getString("costCentre", null),
        s.getString("purpose", null),
        texts(s.getJsonArray("hosts")),
        s.getBoolean("plainHttp"),
        Connection.Orderers.valueOf(s.getString("orderers")),
        texts(s.getJsonArray("ordererDomains")),
        s.containsKey("minimumOrder") ? Money.euro(s.getString("minimumOrder")) : null,
        Connection.MixedVat.valueOf(s.getString("mixedVat", Connection.MixedVat.HIDE.name())),
        Message.Channel.valueOf(s.getString("orderChannel")),
        s.getBoolean("requisitionRequired"),
        s.getBoolean("fewerAllowed"),
        Connection.OnDifference.valueOf(s.getString("onDifference")),
        Connection.LateOrder.valueOf(s.getString("lateOrder")),
        s.getInt("approvalDays"),
        s.getInt("validityDays"),
        s.getInt("sessionHours"));
  }

  private static JsonObject json(ConnectionSettings settings) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("systemName", settings.systemName())
            .add("webShops", array(settings.webShops()));
    optional(json, "branch", settings.branch());
    optional(json, "costCentre", settings.costCentre());
    optional(json, "purpose", settings.purpose());
    json.add("hosts", array(settings.hosts()))
        .add("plainHttp", settings.plainHttp())
        .add("orderers", settings.orderers().name())
        .add("ordererDomains", array(settings.ordererDomains()));
    optional(
        json,
        "minimumOrder",
        settings.minimumOrder() == null ? null : settings.minimumOrder().plain());
    return json.add("mixedVat", settings.mixedVat().name())
        .add("orderChannel", settings.orderChannel().name())
        .add("requisitionRequired", settings.requisitionRequired())
        .add("fewerAllowed", settings.fewerAllowed())
        .add("onDifference", settings.onDifference().name())
        .add("lateOrder", settings.lateOrder().name())
        .add("approvalDays", settings.approvalDays())
        .add("validityDays", settings.validityDays())
        .add("sessionHours", settings.sessionHours())
        .build();
  }

  private static void optional(JsonObjectBuilder json, String name, String value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  private static JsonArrayBuilder array(List<String> texts) {
    return Json.createArrayBuilder(texts);
  }

  private static List<String> texts(JsonArray array) {
    return array.getValuesAs(JsonString::getString);
  }

  private static JsonObject parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  /** What is otherwise in the later one, in the order of its fields. */
  static List<Change> changes(Snapshot before, Snapshot after, Locale reader) {
    Map<String, String> old = before.values();
    Map<String, String> now = after.values();
    return Stream.concat(now.keySet().stream(), old.keySet().stream())
        .distinct()
        .filter(path -> !Objects.equals(old.get(path), now.get(path)))
        .map(path -> new Change(Change.label(path, reader), old.get(path), now.get(path)))
        .toList();
  }

  /** Every value by its path, such as "settings.hosts" and "profile.mapping[UNIT]". */
  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    collect("", json, values);
    return values;
  }

  private static void collect(String path, JsonValue value, Map<String, String> into) {
    switch (value.getValueType()) {
      case OBJECT ->
          value
              .asJsonObject()
              .forEach(
                  (name, member) ->
                      collect(path.isEmpty() ? name : path + "." + name, member, into));
      case ARRAY -> list(path, value.asJsonArray(), into);
      case NULL -> {
        // an absent value
      }
      default -> into.put(path, plain(value));
    }
  }

  private static void list(String path, JsonArray array, Map<String, String> into) {
    boolean named =
        !array.isEmpty()
            && array.stream()
                .allMatch(each -> each instanceof JsonObject member && name(member) != null);
    if (!named) {
      into.put(path, array.stream().map(Snapshot::plain).collect(Collectors.joining(", ")));
      return;
    }
    for (JsonObject member : array.getValuesAs(JsonObject.class)) {
      String name = name(member);
      String rest =
          member.entrySet().stream()
              .filter(entry -> !NAMES.contains(entry.getKey()))
              .map(entry -> plain(entry.getValue()))
              .collect(Collectors.joining(" · "));
      into.merge(path + "[" + name + "]", rest, (first, second) -> first + " | " + second);
    }
    into.put(
        path + ".order",
        array.getValuesAs(JsonObject.class).stream()
            .map(Snapshot::name)
            .collect(Collectors.joining(", ")));
  }

  private static String name(JsonObject member) {
    return NAMES.stream()
        .filter(member::containsKey)
        .map(name -> member.getString(name, null))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String plain(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }
}
