package nl.topfruit.shop.demo.history;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Plays one episode after the other. How far it has come stands in the table {@code installation},
 * written in the same commit, so that a history that was interrupted goes on where it stopped, and
 * with the days that it began with. Its row is the lock: of two nodes one waits.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class Episodes {
  static final String KEY = "demo.history";
  static final String TOLD = "told";

  @PersistenceContext private EntityManager em;
  @Inject private Stage stage;
  @Inject private Clock clock;

  /**
   * How far it is: the day from which all others are counted, and how many episodes are past.
   *
   * @param past {@link #TOLD} when all are
   */
  private record Progress(LocalDate today, String past) {
    static Progress read(String value) {
      String[] parts = value.split(" ");
      return new Progress(LocalDate.parse(parts[0]), parts[1]);
    }

    int next() {
      return Integer.parseInt(past);
    }

    @Override
    public String toString() {
      return today + " " + past;
    }
  }

  /**
   * Plays the next one.
   *
   * @return its name, null when all are past
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public String next() {
    return step(true);
  }

  /** Leaves the next one out: it cannot be played. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public String skip() {
    return step(false);
  }

  private String step(boolean play) {
    Progress progress = progress();
    if (progress.past().equals(TOLD)) {
      return null;
    }
    List<Episode> all = new History(new Days(progress.today())).episodes();
    int next = progress.next();
    if (next >= all.size()) {
      write(new Progress(progress.today(), TOLD));
      return null;
    }
    Episode episode = all.get(next);
    if (play) {
      play(episode);
    }
    write(new Progress(progress.today(), String.valueOf(next + 1)));
    return episode.name();
  }

  private void play(Episode episode) {
    try {
      episode.plot().accept(stage.at(episode.begin()));
      em.flush();
    } finally {
      HistoryClock.release();
    }
  }

  private Progress progress() {
    em.createNativeQuery(
            "insert into installation (key, value) values (:key, :begin) on conflict (key) do nothing")
        .setParameter("key", KEY)
        .setParameter("begin", new Progress(LocalDate.now(clock), "0").toString())
        .executeUpdate();
    String value =
        (String)
            em.createNativeQuery("select value from installation where key = :key for update")
                .setParameter("key", KEY)
                .getSingleResult();
    return Progress.read(value);
  }

  private void write(Progress progress) {
    em.createNativeQuery("update installation set value = :value where key = :key")
        .setParameter("value", progress.toString())
        .setParameter("key", KEY)
        .executeUpdate();
  }
}
