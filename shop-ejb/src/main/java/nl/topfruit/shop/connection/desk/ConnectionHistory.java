package nl.topfruit.shop.connection.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.security.CurrentUser;

/** The versions of a connection: every save makes one, none is ever changed. */
@Dependent
class ConnectionHistory {
  private static final int MOST_SHOWN = 50;

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** The number of the latest version; 0 for a connection that was never changed by hand. */
  int latest(UUID connectionId) {
    return em.createQuery(
            "select coalesce(max(v.number), 0) from ConnectionVersion v where v.connectionId = :id",
            Integer.class)
        .setParameter("id", connectionId)
        .getSingleResult();
  }

  /**
   * Keeps what a connection has become. One that was made otherwise than by hand first gets what it
   * was as its first version.
   */
  void keep(Connection connection, Snapshot before, Snapshot after, String note) {
    int number = latest(connection.id());
    Instant now = Instant.now(clock);
    if (number == 0 && before != null) {
      em.persist(new ConnectionVersion(connection.id(), ++number, now, user.name(), null, before));
    }
    em.persist(
        new ConnectionVersion(connection.id(), ++number, now, user.name(), blank(note), after));
  }

  private static String blank(String note) {
    return note == null || note.isBlank() ? null : note.strip();
  }

  /**
   * @throws BusinessRuleViolation "connection.changedMeanwhile" with who changed what since
   */
  void sameAs(Connection connection, int seen, Locale reader) {
    List<ConnectionVersion> since =
        em.createQuery(
                "select v from ConnectionVersion v where v.connectionId = :id and v.number >= :seen order by v.number",
                ConnectionVersion.class)
            .setParameter("id", connection.id())
            .setParameter("seen", seen)
            .getResultList();
    ConnectionVersion last = since.isEmpty() ? null : since.get(since.size() - 1);
    if (last == null || last.number() == seen) {
      return;
    }
    String what =
        Snapshot.changes(since.get(0).content(), last.content(), reader).stream()
            .map(change -> change.field() + ": " + Objects.requireNonNullElse(change.after(), "–"))
            .limit(6)
            .collect(Collectors.joining("; "));
    throw new BusinessRuleViolation(
        null, "connection.changedMeanwhile", names(since).get(last.actor()), last.at(), what);
  }

  /** The latest versions, newest first. */
  List<HistoryEntry> of(UUID connectionId, Locale reader) {
    List<ConnectionVersion> versions =
        em.createQuery(
                "select v from ConnectionVersion v where v.connectionId = :id order by v.number desc",
                ConnectionVersion.class)
            .setParameter("id", connectionId)
            .setMaxResults(MOST_SHOWN + 1)
            .getResultList();
    Map<String, String> names = names(versions);
    List<HistoryEntry> entries = new ArrayList<>();
    for (int i = 0; i < Math.min(versions.size(), MOST_SHOWN); i++) {
      ConnectionVersion version = versions.get(i);
      List<Change> changes =
          i + 1 == versions.size()
              ? List.of()
              : Snapshot.changes(versions.get(i + 1).content(), version.content(), reader);
      entries.add(
          new HistoryEntry(
              version.number(),
              version.at(),
              names.get(version.actor()),
              version.note(),
              changes,
              i == 0));
    }
    return entries;
  }

  Snapshot version(UUID connectionId, int number) {
    return em.createQuery(
            "select v from ConnectionVersion v where v.connectionId = :id and v.number = :number",
            ConnectionVersion.class)
        .setParameter("id", connectionId)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("version"))
        .content();
  }

  /** The names of people by the names under which acts are recorded. */
  private Map<String, String> names(List<ConnectionVersion> versions) {
    Map<UUID, String> ids = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (ConnectionVersion version : versions) {
      String[] parts = version.actor().split("\\|");
      names.put(version.actor(), version.actor());
      if (parts.length == 3 && "person".equals(parts[0])) {
        ids.put(UUID.fromString(parts[1]), version.actor());
      }
    }
    if (!ids.isEmpty()) {
      em.createQuery("select p.id, p.name from Person p where p.id in :ids", Object[].class)
          .setParameter("ids", ids.keySet())
          .getResultStream()
          .forEach(row -> names.put(ids.get((UUID) row[0]), (String) row[1]));
    }
    return names;
  }
}
