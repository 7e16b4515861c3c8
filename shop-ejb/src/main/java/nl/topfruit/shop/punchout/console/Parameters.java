package nl.topfruit.shop.punchout.console;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciNames;
import nl.topfruit.shop.protocol.oci.RawParameter;

/**
 * The parameters of a prepared call-up. User name, password and return address stand in them as
 * places only, and are filled in for as long as the run lives.
 */
final class Parameters {
  private static final String USER = "\u0000user";
  private static final String SECRET = "\u0000secret";
  private static final String HOOK = "\u0000hook";

  /** With a query, as real systems have it: what cuts or recodes it is found out. */
  private static final String HOOK_QUERY = "?sap-client=100&run=";

  private Parameters() {}

  /**
   * A call-up as the specification has it (OCI 4.0, outbound section), under this system's names.
   */
  static List<Parameter> usual(Connection connection, String article) {
    OciNames names = connection.profile().names();
    List<Parameter> usual = new ArrayList<>();
    usual.add(new Parameter(names.username().get(0), USER, true));
    usual.add(new Parameter(names.password().get(0), SECRET, true));
    usual.add(new Parameter("OCI_VERSION", "4.0", true));
    usual.add(new Parameter("~OkCode", "ADDI", true));
    usual.add(new Parameter("~TARGET", "_top", true));
    usual.add(new Parameter("~CALLER", "CTLG", true));
    usual.add(new Parameter(names.hook().get(0), HOOK, true));
    boolean asked = connection.orderers() != Connection.Orderers.NOT_ASKED;
    first(names.ordererEmail()).ifPresent(name -> usual.add(new Parameter(name, "", asked)));
    first(names.ordererName()).ifPresent(name -> usual.add(new Parameter(name, "", false)));
    first(names.cancel()).ifPresent(name -> usual.add(new Parameter(name, "", false)));
    usual.addAll(optional(article));
    return usual;
  }

  private static Optional<String> first(List<String> names) {
    return names.stream().findFirst();
  }

  private static List<Parameter> optional(String article) {
    return List.of(
        new Parameter("FUNCTION", "", false),
        new Parameter("PRODUCTID", article, false),
        new Parameter("QUANTITY", "1", false),
        new Parameter("SEARCHSTRING", "fruit", false),
        new Parameter("SHOP", "", false),
        new Parameter("http_content_charset", "", false));
  }

  /** A recorded call-up; what was secret in it, and where it returned to, is the run's own. */
  static List<Parameter> replayed(Connection connection, String raw, String article) {
    OciNames names = connection.profile().names();
    Charset charset = OciCharset.named(connection.charset()).orElse(StandardCharsets.UTF_8);
    List<Parameter> replayed = new ArrayList<>();
    for (RawParameter sent : RawParameter.parse(raw, charset)) {
      String value = sent.value();
      if (is(names.username(), sent.name())) {
        value = USER;
      } else if (is(names.password(), sent.name())) {
        value = SECRET;
      } else if (is(names.hook(), sent.name())) {
        value = HOOK;
      }
      replayed.add(new Parameter(sent.name(), value, true));
    }
    for (Parameter more : optional(article)) {
      if (replayed.stream().noneMatch(it -> it.name().equalsIgnoreCase(more.name()))) {
        replayed.add(more);
      }
    }
    return replayed;
  }

  private static boolean is(List<String> aliases, String name) {
    return aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(name.strip()));
  }

  static List<Parameter> filledIn(
      ConsoleRun run, Connection connection, String secret, String receiver) {
    return read(run.parameters()).stream()
        .map(
            parameter ->
                switch (parameter.value()) {
                  case USER -> new Parameter(parameter.name(), run.identity(), true);
                  case SECRET -> new Parameter(parameter.name(), secret, true);
                  case HOOK ->
                      new Parameter(
                          parameter.name(),
                          receiver + HOOK_QUERY + run.number().toLowerCase(Locale.ROOT),
                          true);
                  default -> parameter;
                })
        .toList();
  }

  static String json(List<Parameter> parameters) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    parameters.forEach(
        it ->
            array.add(
                Json.createObjectBuilder()
                    .add("name", it.name())
                    .add("value", it.value())
                    .add("sent", it.sent())));
    return array.build().toString();
  }

  private static List<Parameter> read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              it ->
                  new Parameter(it.getString("name"), it.getString("value"), it.getBoolean("sent")))
          .toList();
    }
  }
}
