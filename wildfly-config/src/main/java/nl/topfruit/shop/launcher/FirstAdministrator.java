package nl.topfruit.shop.launcher;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The first administrator of a shop without demo data: a link that works once, for a day, and lets
 * the person with that e-mail address choose a password. The database keeps only the SHA-256 of the
 * token.
 */
final class FirstAdministrator {
  private static final Duration VALID = Duration.ofDays(1);
  private static final int TOKEN_BYTES = 20;

  private final Settings settings;
  private final Console console;

  FirstAdministrator(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /** Prints the link. The database must be there: an embedded one runs only while the shop runs. */
  int run(List<String> arguments) {
    String email = arguments.size() == 2 ? arguments.get(1).strip() : "";
    if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      throw new Refusal("Give the e-mail address of the first administrator: shop admin EMAIL.");
    }
    if (settings.demo()) {
      throw new Refusal(
          "In demo mode there is an administrator already: beheer@topfruit.example with password demo.");
    }
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Database database =
        settings
            .outside()
            .orElseGet(
                () -> new EmbeddedDatabase(settings.data(), settings.ports().database()).running());
    try (Connection connection = database.connectAsOwner();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into one_time_link (id, token_hash, purpose, email, expires_at) values (?, ?, 'FIRST_ADMIN', ?, ?)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setBytes(2, sha256(token));
      insert.setString(3, email);
      insert.setObject(4, OffsetDateTime.now().plus(VALID));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new Refusal(
          "The database cannot be used ("
              + e.getMessage()
              + "); start the shop first, it makes the tables.",
          e);
    }
    console.say("This link works once, for 24 hours:");
    console.say(
        settings.publicUrl()
            + "/welcome?token="
            + URLEncoder.encode(token, StandardCharsets.US_ASCII));
    return 0;
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
