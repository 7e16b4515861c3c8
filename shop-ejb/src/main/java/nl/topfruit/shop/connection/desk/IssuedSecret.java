package nl.topfruit.shop.connection.desk;

/**
 * A secret that was just made. It is shown to the one who asked for it, once, and kept encrypted
 * only.
 *
 * @param identity the name that goes with it
 */
public record IssuedSecret(String identity, String secret) {
  /** Without the secret: it must not come into a log. */
  @Override
  public String toString() {
    return "secret of " + identity;
  }
}
