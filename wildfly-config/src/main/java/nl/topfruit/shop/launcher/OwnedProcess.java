package nl.topfruit.shop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that we started and whose number we wrote down, so that a later start finds it after a
 * `kill -9` of the launcher. A number alone proves nothing (numbers are used again): the command
 * line must carry a mark that only ours has.
 *
 * @param record file with the process number
 * @param mark part of the command line that tells it is ours
 */
record OwnedProcess(Path record, String mark) {

  void write(long pid) {
    try {
      Files.createDirectories(record.getParent());
      Files.writeString(record, Long.toString(pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget() {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, when it still runs and really is ours. */
  Optional<ProcessHandle> running() {
    return number().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
  }

  /**
   * Ends it: politely, and when that takes too long by force. Does nothing when it does not run.
   */
  void end(Duration patience) {
    running().ifPresent(process -> end(process, patience));
    forget();
  }

  /** Ends a process: politely, and when that takes too long by force. */
  static void end(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!ended(process, patience)) {
      process.destroyForcibly();
      if (!ended(process, Duration.ofSeconds(10))) {
        throw new Refusal("Process " + process.pid() + " does not end; stop it by hand.");
      }
    }
  }

  private static boolean ended(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Long> number() {
    try {
      // PostgreSQL's own file has more lines below the number
      return Files.readString(record)
          .lines()
          .findFirst()
          .map(String::strip)
          .filter(s -> s.matches("\\d{1,9}"))
          .map(Long::valueOf);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return Proc.commandLine(process.pid()).contains(mark);
  }
}
