package nl.topfruit.shop.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command line of a running process. */
final class CommandLine {
  private CommandLine() {}

  /**
   * The whole command line, arguments parted by a blank; empty when the process is gone or not to
   * be seen. Read from /proc, since {@link ProcessHandle.Info#commandLine()} cuts at a page.
   */
  static String of(long pid) {
    try {
      byte[] raw = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    } catch (IOException e) {
      return "";
    }
  }
}
