package nl.topfruit.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedProcessTest {
  @TempDir private Path folder;

  @Test
  void aProcessThatIsOursIsEnded() throws Exception {
    Process ours = new ProcessBuilder("sleep", "61.25").start();
    OwnedProcess owned = new OwnedProcess(folder.resolve("run/ours.pid"), "sleep 61.25");
    owned.write(ours.pid());
    assertThat(owned.running()).isPresent();
    owned.end(Duration.ofSeconds(5));
    assertThat(ours.waitFor()).isEqualTo(143);
    assertThat(folder.resolve("run/ours.pid")).doesNotExist();
  }

  @Test
  void aStrangerWithTheSameNumberIsLeftAlone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "61.5").start();
    try {
      OwnedProcess owned =
          new OwnedProcess(folder.resolve("ours.pid"), "-Djboss.server.base.dir=" + folder);
      owned.write(stranger.pid());
      assertThat(owned.running()).isEmpty();
      owned.end(Duration.ofSeconds(5));
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void oneThatDoesNotListenIsEndedByForce() throws Exception {
    Process deaf =
        new ProcessBuilder("bash", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done")
            .start();
    assertThat(deaf.inputReader().readLine()).isEqualTo("deaf");
    OwnedProcess.end(deaf.toHandle(), Duration.ofMillis(200));
    assertThat(deaf.waitFor()).isEqualTo(137);
  }

  @Test
  void aRecordThatIsMissingOrNoNumberMeansNotRunning() throws IOException {
    Path record = folder.resolve("ours.pid");
    OwnedProcess owned = new OwnedProcess(record, "java");
    assertThat(owned.running()).isEmpty();
    Files.writeString(record, "nonsense");
    assertThat(owned.running()).isEmpty();
  }

  @Test
  void onlyTheFirstLineOfTheRecordIsTheNumber() throws IOException {
    Path record = folder.resolve("postmaster.pid");
    Files.writeString(record, ProcessHandle.current().pid() + "\n/data/postgres\n1\n");
    assertThat(new OwnedProcess(record, "java").running()).isPresent();
  }
}
