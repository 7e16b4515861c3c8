package nl.topfruit.shop.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system tells about running processes (Linux: /proc). */
final class Proc {
  private Proc() {}

  /**
   * The whole command line, arguments parted by a blank; empty when the process is gone, only waits
   * to be buried, or is not to be seen. Read from /proc, since {@link
   * ProcessHandle.Info#commandLine()} cuts at a page.
   */
  static String commandLine(long pid) {
    try {
      byte[] raw = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether any process has this folder as its working directory. */
  static boolean anyWorksIn(Path folder) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> folder.equals(workingDirectory(process.pid())));
  }

  private static Path workingDirectory(long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
    } catch (IOException e) {
      // gone meanwhile, or somebody else's
      return null;
    }
  }
}
