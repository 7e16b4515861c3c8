package nl.topfruit.shop.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of customers' connections, which we must be able to show and to send, so that hashing is
 * no choice: AES-256-GCM under SHOP_SECRET_KEY, a random nonce before each.
 */
@ApplicationScoped
public class SecretStore {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  public SecretStore() {
    this(System.getenv("SHOP_SECRET_KEY"));
  }

  SecretStore(String secretKey) {
    if (secretKey == null || secretKey.isBlank()) {
      throw new IllegalStateException(
          "SHOP_SECRET_KEY is not set: secrets of connections cannot be read or kept");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secretKey.getBytes(StandardCharsets.UTF_8));
      key = new SecretKeySpec(digest, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] encrypt(String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * @throws IllegalStateException when the bytes were sealed under another key or were changed
   */
  public String decrypt(byte[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return new String(run(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
  }

  /** Compares in constant time, so that the answer's delay tells nothing of the secret. */
  public boolean matches(byte[] stored, String given) {
    return MessageDigest.isEqual(
        decrypt(stored).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A stored secret cannot be read: was SHOP_SECRET_KEY changed?", e);
    }
  }
}
