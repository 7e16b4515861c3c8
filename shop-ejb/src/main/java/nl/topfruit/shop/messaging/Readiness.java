package nl.topfruit.shop.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Can the shop work? For those who watch over it. */
@Stateless
public class Readiness {
  private static final String FOLDER = "/db/migration/";

  /** The names of all migrations of this build, a line each; the build writes it. */
  private static final String INDEX = "/db/migrations.txt";

  /** Longer than the sender needs for anything: it looks every second. */
  private static final Duration STUCK = Duration.ofMinutes(10);

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /**
   * What is well. A task that was given up is no reason to send nobody here: it waits for somebody
   * of the office.
   *
   * @param version the database has the tables that this build was made for: no step is missing and
   *     none is later than we know
   * @param outbox what is due is being sent
   */
  public record Health(boolean version, boolean outbox) {
    public boolean ready() {
      return version && outbox;
    }
  }

  /**
   * Asks the database; what it throws means that the database does not answer. Open to all: load
   * balancers sign in nowhere, and it tells nothing but yes or no.
   */
  @PermitAll
  public Health check() {
    List<?> applied =
        em.createNativeQuery(
                "select script from flyway_schema_history where success and version is not null",
                String.class)
            .getResultList();
    List<?> stuck =
        em.createNativeQuery(
                "select 1 from outbox where state = 'WAITING' and next_attempt_at < :limit limit 1")
            .setParameter("limit", Instant.now(clock).minus(STUCK))
            .getResultList();
    return new Health(fits(applied), stuck.isEmpty());
  }

  private static boolean fits(List<?> applied) {
    boolean known =
        applied.stream().allMatch(script -> Readiness.class.getResource(FOLDER + script) != null);
    return known && new HashSet<Object>(applied).containsAll(Migrations.ALL);
  }

  /** Read once. */
  private static final class Migrations {
    static final Set<String> ALL = read();

    private static Set<String> read() {
      try (InputStream index = Readiness.class.getResourceAsStream(INDEX);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
        return Set.copyOf(lines.lines().filter(line -> !line.isBlank()).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
