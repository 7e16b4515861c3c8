package nl.topfruit.shop.punchout.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** 160 random bits that nobody guesses, and the hash by which they are found again. */
final class ConsoleToken {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 20;

  private ConsoleToken() {}

  static String next() {
    byte[] token = new byte[BYTES];
    RANDOM.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
