package nl.topfruit.shop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time and memory of a process as Linux counts them (proc(5)). */
final class Meter {
  private static final int TICKS_PER_SECOND = 100;
  private static final int PARENT = 1;
  private static final int OWN_FROM = 11;
  private static final int WITH_DEAD_CHILDREN = 15;

  private Meter() {}

  /** Milliseconds of processor time of this process and of those it has started. */
  static long cpuOfTree(long pid) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      List<String> pids =
          processes.map(p -> p.getFileName().toString()).filter(p -> p.matches("\\d+")).toList();
      long ticks = ticks(String.valueOf(pid), WITH_DEAD_CHILDREN);
      for (String each : pids) {
        if (isChild(each, pid)) {
          ticks += ticks(each, OWN_FROM + 2);
        }
      }
      return ticks * 1000 / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isChild(String pid, long parent) {
    String[] fields = fields(pid);
    return fields.length > PARENT && fields[PARENT].equals(String.valueOf(parent));
  }

  private static long ticks(String pid, int to) {
    String[] fields = fields(pid);
    long sum = 0;
    for (int i = OWN_FROM; i < Math.min(to, fields.length); i++) {
      sum += Long.parseLong(fields[i]);
    }
    return sum;
  }

  /** What follows the name, which may hold blanks itself; nothing for a process that has ended. */
  private static String[] fields(String pid) {
    try {
      String stat = Files.readString(Path.of("/proc", pid, "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    } catch (NoSuchFileException ended) {
      return new String[0];
    } catch (IOException e) {
      if (!Files.exists(Path.of("/proc", pid))) {
        return new String[0];
      }
      throw new UncheckedIOException(e);
    }
  }

  /** Megabytes of memory that a process holds. */
  static long residentMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .map(line -> line.replaceAll("\\D", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElse(0)
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
