package nl.topfruit.shop.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The authority's own files say in their names what a check must find; skipped without them. */
class OfficialTestSetTest {

  /** Every third file, to stay quick. */
  @Test
  void nlcius_files_get_the_verdict_of_their_name() throws IOException {
    List<Path> files = files("SI-UBL-2.0");
    assertThat(files).hasSizeGreaterThan(100);
    verdicts(
        IntStream.range(0, files.size()).filter(i -> i % 3 == 0).mapToObj(files::get).toList());
  }

  @Test
  void peppol_files_get_the_verdict_of_their_name() throws IOException {
    verdicts(files("Peppol-BIS-3/Invoice"));
  }

  private static void verdicts(List<Path> files) throws IOException {
    var all = new SoftAssertions();
    for (Path file : files) {
      String name = file.getFileName().toString();
      List<Finding> findings = UblCheck.official(Files.readAllBytes(file));
      boolean blocked = findings.stream().anyMatch(Finding::blocks);
      all.assertThat(blocked).as(name + " " + findings).isEqualTo(name.contains("error"));
      if (name.contains("warning")) {
        all.assertThat(findings).as(name).isNotEmpty();
      }
      if (name.startsWith("PB3_")) {
        String rule = name.substring(4, 12);
        all.assertThat(findings).as(name).anyMatch(f -> f.rule().equals(rule) && f.blocks());
      }
    }
    all.assertAll();
  }

  private static List<Path> files(String set) throws IOException {
    Path folder = null;
    for (Path at = Path.of("").toAbsolutePath();
        at != null && folder == null;
        at = at.getParent()) {
      Path candidate = at.resolve("shared/data/nlcius").resolve(set);
      folder = Files.isDirectory(candidate) ? candidate : null;
    }
    assumeTrue(folder != null, "the authority's test files are not here");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }
}
