package nl.topfruit.shop.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the person who starts the shop has chosen, read from the environment (names and defaults:
 * CONTRACT, table Commands, and docs/operations.md).
 *
 * @param home folder of the project or of the installed shop
 * @param data folder of everything that must survive
 * @param ports HTTP and what moves along
 * @param bind address the HTTP port listens on
 * @param demo whether demo data and the simulator exist
 * @param outside the outside PostgreSQL; empty means the embedded one
 * @param publicUrl address under which others reach the shop, without a slash at the end
 * @param trustedProxies addresses whose forwarded headers are believed
 * @param secretKey key for stored secrets as given; empty in demo mode means one kept with the data
 */
record Settings(
    Path home,
    Path data,
    Ports ports,
    String bind,
    boolean demo,
    Optional<Database> outside,
    String publicUrl,
    List<String> trustedProxies,
    Optional<String> secretKey) {

  private static final int SHORTEST_SECRET = 32;

  /**
   * Reads and checks the settings.
   *
   * @throws Refusal with one sentence naming the variable that is wrong
   */
  static Settings from(Map<String, String> environment, Path home) {
    Optional<Database> outside = outsideDatabase(environment);
    boolean demo = truth(environment, "SHOP_DEMO", outside.isEmpty());
    Ports ports = new Ports(port(environment));
    Path data =
        home.resolve(text(environment, "SHOP_DATA").orElse("data")).toAbsolutePath().normalize();
    Optional<String> secretKey = text(environment, "SHOP_SECRET_KEY");
    if (!demo && secretKey.isEmpty()) {
      throw new Refusal(
          "SHOP_SECRET_KEY is missing: outside demo mode the key for stored secrets must be given (for example from"
              + " `openssl rand -base64 32`) and kept apart from the database.");
    }
    secretKey
        .filter(key -> key.length() < SHORTEST_SECRET)
        .ifPresent(
            key -> {
              throw new Refusal(
                  "SHOP_SECRET_KEY is too short: it needs "
                      + SHORTEST_SECRET
                      + " characters or more.");
            });
    mustBeDays(environment, "SHOP_MESSAGE_DAYS");
    return new Settings(
        home,
        data,
        ports,
        text(environment, "SHOP_BIND").orElse("127.0.0.1"),
        demo,
        outside,
        publicUrl(environment, ports),
        proxies(environment),
        secretKey);
  }

  /** The server reads it from the environment itself. */
  private static void mustBeDays(Map<String, String> environment, String name) {
    text(environment, name)
        .filter(days -> !days.matches("[1-9][0-9]{0,4}"))
        .ifPresent(
            days -> {
              throw new Refusal(
                  name + " must be a number of days from 1 to 99999; it is '" + days + "'.");
            });
  }

  boolean embedded() {
    return outside.isEmpty();
  }

  /**
   * A regular expression that matches the address of a trusted proxy and nothing else; `nobody`
   * when there is none.
   */
  String trustedProxyPattern() {
    return trustedProxies.isEmpty()
        ? "nobody"
        : String.join("|", trustedProxies.stream().map(Settings::literal).toList());
  }

  private static Optional<Database> outsideDatabase(Map<String, String> environment) {
    return text(environment, "SHOP_DB_URL")
        .map(
            url -> {
              if (!url.startsWith("jdbc:postgresql:")) {
                throw new Refusal(
                    "SHOP_DB_URL must start with jdbc:postgresql: since the shop runs on PostgreSQL only.");
              }
              Database.User user =
                  new Database.User(
                      required(environment, "SHOP_DB_USER"),
                      required(environment, "SHOP_DB_PASSWORD"));
              return new Database(url, user, user);
            });
  }

  private static String required(Map<String, String> environment, String name) {
    return text(environment, name)
        .orElseThrow(() -> new Refusal(name + " is missing: SHOP_DB_URL needs it."));
  }

  private static int port(Map<String, String> environment) {
    String port = text(environment, "SHOP_PORT").orElse("8080");
    if (!port.matches("\\d{1,5}")) {
      throw new Refusal("SHOP_PORT must be a port number; it is '" + port + "'.");
    }
    return Integer.parseInt(port);
  }

  private static boolean truth(Map<String, String> environment, String name, boolean fallback) {
    return text(environment, name)
        .map(
            value ->
                switch (value) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw new Refusal(name + " must be true or false; it is '" + value + "'.");
                })
        .orElse(fallback);
  }

  private static String publicUrl(Map<String, String> environment, Ports ports) {
    String url = text(environment, "SHOP_PUBLIC_URL").orElse("http://localhost:" + ports.http());
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null
          && List.of("http", "https").contains(uri.getScheme())
          && uri.getRawQuery() == null) {
        return url.replaceAll("/+$", "");
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal("SHOP_PUBLIC_URL is no address: '" + url + "'.", e);
    }
    throw new Refusal("SHOP_PUBLIC_URL must be an http or https address; it is '" + url + "'.");
  }

  private static List<String> proxies(Map<String, String> environment) {
    List<String> proxies =
        Arrays.stream(text(environment, "SHOP_TRUSTED_PROXIES").orElse("").split("[,\\s]+"))
            .filter(part -> !part.isEmpty())
            .toList();
    for (String proxy : proxies) {
      if (!proxy.matches("[0-9a-fA-F.:]+")) {
        throw new Refusal(
            "SHOP_TRUSTED_PROXIES is a list of IP addresses; '" + proxy + "' is none.");
      }
    }
    return proxies;
  }

  private static String literal(String address) {
    // the pattern travels through WildFly's expressions, so no \Q..\E and no braces
    return Pattern.compile("\\.").matcher(address).replaceAll("[.]");
  }

  private static Optional<String> text(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
