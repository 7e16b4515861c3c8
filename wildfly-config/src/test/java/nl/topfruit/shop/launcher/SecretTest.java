package nl.topfruit.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
  @TempDir private Path folder;

  @Test
  void aSecretStaysTheSameForItsDataFolder() {
    Secret secret = new Secret(folder.resolve("data/secret.key"));
    assertThat(secret.value()).hasSize(43).isEqualTo(secret.value());
    assertThat(new Secret(folder.resolve("other/secret.key")).value()).isNotEqualTo(secret.value());
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    Path file = folder.resolve("secret.key");
    assertThat(new Secret(file).value()).isNotEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
