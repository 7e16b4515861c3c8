package nl.topfruit.shop.connection;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.HookHandling;
import nl.topfruit.shop.protocol.oci.OciNames;
import nl.topfruit.shop.protocol.oci.mapping.Expression;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.Rule;
import nl.topfruit.shop.protocol.oci.mapping.UnreadableExpression;

/** The technical side of a connection as it is kept. Each key bears the name of its component. */
public final class ProfileJson {

  /** A value that the profile cannot have. The message names its key: {@code rules[2].value}. */
  public static final class WrongValue extends RuntimeException {
    private final String key;

    WrongValue(String key, String expected) {
      super((key.isEmpty() ? "" : key + ": ") + expected);
      this.key = key;
    }

    /** Empty when the whole is no JSON object. */
    public String key() {
      return key;
    }
  }

  private final JsonObject json;
  private final String path;

  private ProfileJson(JsonObject json, String path) {
    this.json = json;
    this.path = path;
  }

  /**
   * A key that is missing has the value of {@link OciProfile#BARE}; one that nobody knows is passed
   * over.
   *
   * @throws WrongValue when it is no JSON, or a key holds what it cannot have
   */
  public static OciProfile read(String json) {
    return read(object(json), OciProfile.BARE);
  }

  /** The same on top of another profile: what is missing has its value. */
  static OciProfile read(JsonObject json, OciProfile base) {
    ProfileJson reader = new ProfileJson(json, "");
    OciProfile.Builder profile = base.with();
    reader.one("version", value -> profile.version(reader.version(value)));
    reader.one("charset", value -> profile.charset(reader.text("charset", value)));
    reader.one(
        "target",
        value -> profile.target(value == JsonValue.NULL ? null : reader.text("target", value)));
    reader.one(
        "hookHandling",
        value -> profile.hookHandling(reader.of(HookHandling.class, "hookHandling", value)));
    reader.one("cancel", value -> profile.cancel(reader.of(CancelHandling.class, "cancel", value)));
    reader.one("names", value -> profile.names(reader.names(value, base.names())));
    reader.one("rules", value -> profile.rules(reader.rules(value)));
    reader.one(
        "customFields",
        value -> profile.customFields(reader.map("customFields", value, ProfileJson::whole)));
    reader.one("units", value -> profile.units(reader.map("units", value, ProfileJson::text)));
    reader.one(
        "priceDecimals", value -> profile.priceDecimals(reader.whole("priceDecimals", value)));
    reader.one("priceUnit", value -> profile.priceUnit(reader.yes("priceUnit", value)));
    reader.one("decimalComma", value -> profile.decimalComma(reader.yes("decimalComma", value)));
    reader.one(
        "longestReturn",
        value ->
            profile.longestReturn(
                value == JsonValue.NULL ? null : reader.whole("longestReturn", value)));
    return profile.build();
  }

  static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    } catch (JsonException noJson) {
      throw new WrongValue("", "a JSON object: " + noJson.getMessage());
    }
  }

  private void one(String key, Consumer<JsonValue> then) {
    JsonValue value = json.get(key);
    if (value != null) {
      then.accept(value);
    }
  }

  private OciProfile.Version version(JsonValue value) {
    String number = text("version", value);
    return Arrays.stream(OciProfile.Version.values())
        .filter(version -> version.number().equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "version",
                    Arrays.stream(OciProfile.Version.values())
                        .map(version -> '"' + version.number() + '"')
                        .collect(Collectors.joining(" or "))));
  }

  private OciNames names(JsonValue value, OciNames base) {
    ProfileJson names = new ProfileJson(object("names", value), path + "names.");
    boolean unencoded =
        names.json.containsKey("hookUnencoded")
            ? names.yes("hookUnencoded", names.json.get("hookUnencoded"))
            : base.hookUnencoded();
    return new OciNames(
        names.needed("username", base.username()),
        names.needed("password", base.password()),
        names.needed("hook", base.hook()),
        unencoded,
        names.list("cancel", base.cancel()),
        names.list("ordererEmail", base.ordererEmail()),
        names.list("ordererName", base.ordererName()),
        names.list("ordererPhone", base.ordererPhone()));
  }

  private List<String> needed(String key, List<String> base) {
    List<String> names = list(key, base);
    if (names.isEmpty()) {
      throw wrong(key, "a list with at least one name");
    }
    return names;
  }

  private List<String> list(String key, List<String> base) {
    if (!json.containsKey(key)) {
      return base;
    }
    List<String> texts = new ArrayList<>();
    array(key, json.get(key)).forEach(value -> texts.add(text(key, value)));
    return texts;
  }

  private List<Rule> rules(JsonValue value) {
    List<Rule> rules = new ArrayList<>();
    for (JsonValue rule : array("rules", value)) {
      String key = "rules[" + rules.size() + "]";
      ProfileJson reader = new ProfileJson(object(key, rule), path + key + ".");
      JsonValue length = reader.json.getOrDefault("length", JsonValue.NULL);
      rules.add(
          new Rule(
              reader.text("field", reader.json.get("field")),
              reader.expression(),
              length == JsonValue.NULL ? null : reader.whole("length", length)));
    }
    return rules;
  }

  private Expression expression() {
    try {
      return Expression.parse(text("value", json.get("value")));
    } catch (UnreadableExpression unreadable) {
      throw wrong("value", unreadable.sentence(Locale.ENGLISH));
    }
  }

  private <T> Map<String, T> map(String key, JsonValue value, Read<T> read) {
    ProfileJson entries = new ProfileJson(object(key, value), path + key + ".");
    Map<String, T> map = new LinkedHashMap<>();
    entries.json.forEach((name, entry) -> map.put(name, read.of(entries, name, entry)));
    return map;
  }

  /** How a value of a map is read. */
  private interface Read<T> {
    T of(ProfileJson reader, String key, JsonValue value);
  }

  private JsonObject object(String key, JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(key, "an object");
  }

  private JsonArray array(String key, JsonValue value) {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw wrong(key, "a list");
  }

  private String text(String key, JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw wrong(key, "a text");
  }

  private int whole(String key, JsonValue value) {
    if (value instanceof JsonNumber number
        && number.isIntegral()
        && number.bigIntegerValue().bitLength() < Integer.SIZE) {
      return number.intValue();
    }
    throw wrong(key, "a whole number");
  }

  private boolean yes(String key, JsonValue value) {
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    throw wrong(key, "true or false");
  }

  private <E extends Enum<E>> E of(Class<E> type, String key, JsonValue value) {
    String name = text(key, value);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> wrong(key, "one of " + Arrays.toString(type.getEnumConstants())));
  }

  private WrongValue wrong(String key, String expected) {
    return new WrongValue(path + key, expected);
  }

  /** Every key, so that what is kept does not change when a default does. */
  public static String write(OciProfile profile) {
    JsonArrayBuilder rules = Json.createArrayBuilder();
    for (Rule rule : profile.rules()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("field", rule.field())
              .add("value", rule.value().toString());
      if (rule.length() != null) {
        json.add("length", rule.length());
      }
      rules.add(json);
    }
    JsonObjectBuilder customFields = Json.createObjectBuilder();
    profile.customFields().forEach(customFields::add);
    JsonObjectBuilder units = Json.createObjectBuilder();
    profile.units().forEach(units::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("version", profile.version().number())
            .add("charset", profile.charset())
            .add("hookHandling", profile.hookHandling().name())
            .add("cancel", profile.cancel().name())
            .add("names", names(profile.names()))
            .add("rules", rules)
            .add("customFields", customFields)
            .add("units", units)
            .add("priceDecimals", profile.priceDecimals())
            .add("priceUnit", profile.priceUnit())
            .add("decimalComma", profile.decimalComma());
    if (profile.target() != null) {
      json.add("target", profile.target());
    }
    if (profile.longestReturn() != null) {
      json.add("longestReturn", profile.longestReturn());
    }
    return json.build().toString();
  }

  private static JsonObjectBuilder names(OciNames names) {
    return Json.createObjectBuilder()
        .add("username", Json.createArrayBuilder(names.username()))
        .add("password", Json.createArrayBuilder(names.password()))
        .add("hook", Json.createArrayBuilder(names.hook()))
        .add("hookUnencoded", names.hookUnencoded())
        .add("cancel", Json.createArrayBuilder(names.cancel()))
        .add("ordererEmail", Json.createArrayBuilder(names.ordererEmail()))
        .add("ordererName", Json.createArrayBuilder(names.ordererName()))
        .add("ordererPhone", Json.createArrayBuilder(names.ordererPhone()));
  }
}
