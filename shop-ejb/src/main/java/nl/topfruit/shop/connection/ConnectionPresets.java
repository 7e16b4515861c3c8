package nl.topfruit.shop.connection;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.protocol.oci.OciFieldMapping;
import nl.topfruit.shop.protocol.oci.OciFieldMapping.Rule;
import nl.topfruit.shop.protocol.oci.OciProfile;
import nl.topfruit.shop.protocol.oci.OciSource;

/**
 * The mapping of a connection as it is kept (JSON), made from a preset and read as an OCI profile.
 */
public final class ConnectionPresets {
  public static final String SAP = "SAP";
  public static final String GENERIC = "GENERIC";

  private ConnectionPresets() {}

  /** The fields and units of a preset as JSON: what a new connection begins with. */
  public static String mapping(String preset) {
    OciProfile profile = OciProfile.preset(preset);
    JsonArrayBuilder rules = Json.createArrayBuilder();
    for (Rule rule : profile.mapping().rules()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder().add("field", rule.field()).add("source", rule.source().name());
      if (rule.constant() != null) {
        json.add("constant", rule.constant());
      }
      if (rule.maxLength() != null) {
        json.add("maxLength", rule.maxLength());
      }
      rules.add(json);
    }
    JsonObjectBuilder units = Json.createObjectBuilder();
    profile.units().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(unit -> units.add(unit.getKey(), unit.getValue()));
    return Json.createObjectBuilder()
        .add("rules", rules)
        .add("units", units)
        .add("priceDecimals", profile.priceDecimals())
        .add("priceUnit", profile.priceUnit())
        .add("decimalComma", profile.decimalComma())
        .build()
        .toString();
  }

  /** How this connection wants its return. */
  public static OciProfile profile(Connection connection) {
    try (JsonReader reader = Json.createReader(new StringReader(connection.mapping()))) {
      JsonObject json = reader.readObject();
      List<Rule> rules = new ArrayList<>();
      for (JsonValue value : json.getJsonArray("rules")) {
        JsonObject rule = value.asJsonObject();
        rules.add(
            new Rule(
                rule.getString("field"),
                OciSource.valueOf(rule.getString("source")),
                rule.getString("constant", null),
                rule.get("maxLength") instanceof JsonNumber length ? length.intValue() : null));
      }
      Map<String, String> units = new HashMap<>();
      json.getJsonObject("units")
          .forEach((unit, code) -> units.put(unit, ((JsonString) code).getString()));
      return new OciProfile(
          connection.charset(),
          connection.returnTarget(),
          connection.hookHandling(),
          new OciFieldMapping(rules),
          units,
          json.getInt("priceDecimals"),
          json.getBoolean("priceUnit"),
          json.getBoolean("decimalComma"));
    }
  }
}
