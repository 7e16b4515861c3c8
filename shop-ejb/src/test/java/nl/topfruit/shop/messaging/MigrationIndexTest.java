package nl.topfruit.shop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code /health/ready} compares the database with the migrations of the build, which a program in
 * an archive cannot list by itself.
 */
class MigrationIndexTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  @Test
  void everyMigrationStandsInTheIndex() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      List<String> there = files.map(file -> file.getFileName().toString()).sorted().toList();
      try (InputStream index = Readiness.class.getResourceAsStream("/db/migrations.txt")) {
        assertThat(new String(index.readAllBytes(), StandardCharsets.UTF_8).lines())
            .containsExactlyInAnyOrderElementsOf(there);
      }
    }
  }
}
