package nl.topfruit.shop.support;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what other processes bring about: asks again until it is there, at most as long as a
 * slow machine needs. A page is waited for by Playwright, not by this.
 */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /**
   * What the question gives as soon as it gives something.
   *
   * @param what for the message when it never does
   */
  public static <T> T get(String what, Callable<Optional<T>> question) {
    return get(what, PATIENCE, question);
  }

  /**
   * The same within a promised time.
   *
   * @throws AssertionError when time is up
   */
  public static <T> T get(String what, Duration patience, Callable<Optional<T>> question) {
    long deadline = System.nanoTime() + patience.toNanos();
    do {
      Optional<T> found = ask(question);
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    } while (System.nanoTime() < deadline);
    throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what);
  }

  /** Waits until the condition holds. */
  public static void that(String what, Callable<Boolean> condition) {
    get(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
  }

  private static <T> Optional<T> ask(Callable<Optional<T>> question) {
    try {
      return question.call();
    } catch (Exception e) {
      throw new IllegalStateException("The question itself failed", e);
    }
  }
}
