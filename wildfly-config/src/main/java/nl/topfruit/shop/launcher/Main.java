package nl.topfruit.shop.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The commands of the shop that need Java: {@code run}, {@code stop}, {@code reset}, {@code admin}.
 */
public final class Main {
  private static final String USAGE = "Usage: shop run | stop | reset [--yes] | admin EMAIL";

  private Main() {}

  public static void main(String... arguments) {
    Console console = Console.ofProcess();
    int exit;
    try {
      exit = execute(Arrays.asList(arguments), console);
    } catch (Refusal e) {
      console.complain(e.getMessage());
      exit = 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exit = 130;
    }
    System.exit(exit);
  }

  private static int execute(List<String> arguments, Console console) throws InterruptedException {
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    switch (command) {
      case "run":
        return new Shop(settings(), console, !arguments.contains("--without-application")).run();
      case "stop":
        new Shop(settings(), console).stopRunning();
        return 0;
      case "admin":
        return new FirstAdministrator(settings(), console).run(arguments);
      case "reset":
        return new Reset(settings(), console).run(arguments.contains("--yes"));
      default:
        console.complain(USAGE);
        return 2;
    }
  }

  private static Settings settings() {
    Path home = Path.of(System.getProperty("shop.home", ".")).toAbsolutePath().normalize();
    return Settings.from(System.getenv(), home);
  }
}
