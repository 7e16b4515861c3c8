package nl.topfruit.shop.protocol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Public test material that lies beside the project and is not part of it. */
public final class SharedData {

  private SharedData() {}

  /** The file; the test is skipped when the material is not there. */
  public static byte[] bytes(String name) {
    Path file = path(name);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  public static Path path(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "no " + name + " beside the project");
    throw new IllegalStateException();
  }
}
