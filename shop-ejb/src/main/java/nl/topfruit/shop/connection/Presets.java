package nl.topfruit.shop.connection;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.ProfileJson.WrongValue;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.Rule;

/**
 * What a new connection begins with, by the system at the other end: data, in {@code
 * connection/presets} on the class path. A new system is a new file and its key in {@code
 * index.json}.
 */
public final class Presets {
  private static final String FOLDER = "/connection/presets/";
  private static final Map<String, Preset> ALL = load();

  /**
   * @param key as a connection keeps it, at most 20 characters
   * @param name Dutch and English
   * @param toBeConfirmed nobody of us has read that system's own documents: the questions come
   *     first
   * @param questions Dutch and English; what to ask the customer before it can work
   * @param profile where to begin
   */
  public record Preset(
      String key,
      Map<String, String> name,
      boolean toBeConfirmed,
      Map<String, List<String>> questions,
      OciProfile profile) {

    public String name(Locale reader) {
      return name.get(language(reader));
    }

    public List<String> questions(Locale reader) {
      return questions.get(language(reader));
    }

    private static String language(Locale reader) {
      return "en".equals(reader.getLanguage()) ? "en" : "nl";
    }
  }

  private Presets() {}

  /** All, in the order of a list of choices. */
  public static List<Preset> list() {
    return List.copyOf(ALL.values());
  }

  /**
   * @throws NotFound when there is none of that key
   */
  public static Preset of(String key) {
    Preset preset = ALL.get(key);
    if (preset == null) {
      throw new NotFound("preset " + key);
    }
    return preset;
  }

  /**
   * A preset from its file. {@code basedOn} names another: its profile and questions are taken
   * over; rules replace those of the same field or come after them, {@code withoutRules} names
   * fields to leave out, and questions are asked besides.
   *
   * @throws WrongValue when a key holds what it cannot have
   * @throws NotFound when it is based on a preset that is not there
   */
  static Preset read(String json) {
    return read(json, ALL);
  }

  private static Preset read(String text, Map<String, Preset> known) {
    JsonObject json = ProfileJson.object(text);
    Preset base = base(json, known);
    JsonObject profile = json.getOrDefault("profile", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    OciProfile under = base == null ? OciProfile.BARE : base.profile();
    OciProfile own = ProfileJson.read(profile, under);
    List<Rule> rules = rules(under.rules(), own.rules(), texts(json, "withoutRules"));
    return new Preset(
        text(json, "key"),
        name(json),
        json.getBoolean("toBeConfirmed", false),
        questions(json, base),
        own.with().rules(rules).build());
  }

  private static Preset base(JsonObject json, Map<String, Preset> known) {
    if (!json.containsKey("basedOn")) {
      return null;
    }
    Preset base = known.get(text(json, "basedOn"));
    if (base == null) {
      throw new NotFound("preset " + json.get("basedOn"));
    }
    return base;
  }

  private static List<Rule> rules(List<Rule> under, List<Rule> own, List<String> without) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    under.forEach(rule -> rules.put(rule.field(), rule));
    own.forEach(rule -> rules.put(rule.field(), rule));
    without.forEach(rules::remove);
    return List.copyOf(rules.values());
  }

  private static Map<String, String> name(JsonObject json) {
    if (json.get("name") instanceof JsonString same) {
      return Map.of("nl", same.getString(), "en", same.getString());
    }
    if (json.get("name") instanceof JsonObject name) {
      return Map.of("nl", text(name, "nl"), "en", text(name, "en"));
    }
    throw new WrongValue("name", "a text, or one for nl and one for en");
  }

  private static Map<String, List<String>> questions(JsonObject json, Preset base) {
    JsonObject own = json.getOrDefault("questions", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    Map<String, List<String>> questions = new LinkedHashMap<>();
    for (String language : List.of("nl", "en")) {
      List<String> all = new ArrayList<>(base == null ? List.of() : base.questions().get(language));
      all.addAll(texts(own, language));
      questions.put(language, List.copyOf(all));
    }
    if (questions.get("nl").size() != questions.get("en").size()) {
      throw new WrongValue("questions", "as many in Dutch as in English");
    }
    return questions;
  }

  private static List<String> texts(JsonObject json, String key) {
    JsonArray array = json.containsKey(key) ? json.getJsonArray(key) : JsonValue.EMPTY_JSON_ARRAY;
    return array.getValuesAs(JsonString::getString);
  }

  private static String text(JsonObject json, String key) {
    if (json.get(key) instanceof JsonString text) {
      return text.getString();
    }
    throw new WrongValue(key, "a text");
  }

  private static Map<String, Preset> load() {
    Map<String, Preset> presets = new LinkedHashMap<>();
    for (String key : texts(ProfileJson.object(resource("index.json")), "presets")) {
      Preset preset = read(resource(key + ".json"), presets);
      if (!preset.key().equals(key)) {
        throw new WrongValue("key", "\"" + key + "\", as its file is called");
      }
      presets.put(key, preset);
    }
    return presets;
  }

  private static String resource(String name) {
    try (InputStream in = Presets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new NotFound(FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FOLDER + name, unreadable);
    }
  }
}
