package nl.topfruit.shop.support;

import java.nio.file.Path;

/** Where the project is. */
public final class Home {
  private Home() {}

  /** The root folder of the project. */
  public static Path path() {
    return Path.of(System.getProperty("shop.home", "..")).toAbsolutePath().normalize();
  }
}
