package nl.topfruit.shop.launcher;

import java.io.PrintStream;

/** The terminal of the person who starts the shop: the one place that writes to it. */
final class Console {
  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  static Console ofProcess() {
    return new Console(System.out, System.err);
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void complain(String line) {
    err.println(line);
    err.flush();
  }
}
