package nl.topfruit.shop.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The same thing again and again over eight connections, for so many seconds. */
final class Load {
  static final int CONNECTIONS = 8;

  private Load() {}

  /** One connection at work. */
  interface Worker extends AutoCloseable {
    /** Does it once. */
    void once() throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Opens a connection. */
  interface Opening {
    Worker open() throws Exception;
  }

  /**
   * @param times how often it was done
   * @param seconds how long that took
   */
  record Done(long times, double seconds) {
    double perSecond() {
      return times / seconds;
    }
  }

  static Done run(Opening opening, int seconds) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long begin = System.nanoTime();
      long end = begin + TimeUnit.SECONDS.toNanos(seconds);
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(pool.submit(until(opening, end)));
      }
      long times = 0;
      for (Future<Long> each : all) {
        times += each.get();
      }
      return new Done(times, (System.nanoTime() - begin) / 1e9);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Callable<Long> until(Opening opening, long end) {
    return () -> {
      long times = 0;
      try (Worker worker = opening.open()) {
        while (System.nanoTime() < end) {
          worker.once();
          times++;
        }
      }
      return times;
    };
  }
}
