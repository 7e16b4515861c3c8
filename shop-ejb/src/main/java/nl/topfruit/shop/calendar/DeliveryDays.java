package nl.topfruit.shop.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The calendar as it stands now, and the places on a day: they are held when a basket is handed
 * over and given back when nobody authorises it. Counting is exact at any load: the row of the day
 * is the lock.
 */
@Stateless
public class DeliveryDays {
  /** Pieces that we can deliver on a day that says nothing else. */
  static final int USUAL_CAPACITY = 5_000;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /**
   * The calendar with what is closed and full, in one statement. Open to all: it shows nobody's
   * data.
   *
   * @param dutch language of the reasons
   */
  @PermitAll
  public DeliveryCalendar calendar(boolean dutch) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select cast(day as varchar), reason_nl, reason_en from closed_day where day >= :today
                union all
                select cast(day as varchar), null, null from delivery_capacity where day >= :today and taken >= capacity
                """)
            .setParameter("today", LocalDate.now(clock))
            .getResultList();
    Map<LocalDate, String> closed = new HashMap<>();
    Set<LocalDate> full = new HashSet<>();
    for (Object[] row : rows) {
      LocalDate day = LocalDate.parse((String) row[0]);
      if (row[1] == null) {
        full.add(day);
      } else {
        closed.put(day, (String) row[dutch ? 1 : 2]);
      }
    }
    return DeliveryCalendar.usual().withClosedDays(closed).withFullDays(full);
  }

  /**
   * Takes places on days, all or none, in the caller's transaction. Days are taken in their order,
   * so that two baskets cannot wait for each other. Open to all: the caller's own service has
   * checked what he may do.
   *
   * @param pieces how many on which day
   * @return the days on which there was not enough room; empty when all were taken
   */
  @PermitAll
  public Set<LocalDate> take(SortedMap<LocalDate, Integer> pieces) {
    if (pieces.isEmpty()) {
      return Set.of();
    }
    @SuppressWarnings("unchecked")
    List<Object> taken =
        em.createNativeQuery(
                """
                insert into delivery_capacity as c (day, capacity, taken)
                select d, :usual, n from unnest(cast(:days as date[]), cast(:pieces as int[])) as wanted(d, n)
                where n <= :usual order by d
                on conflict (day) do update set taken = c.taken + excluded.taken
                where c.taken + excluded.taken <= c.capacity
                returning cast(day as varchar)
                """)
            .setParameter("usual", USUAL_CAPACITY)
            .setParameter("days", array(pieces.keySet()))
            .setParameter("pieces", array(pieces.values()))
            .getResultList();
    Set<LocalDate> full = new HashSet<>(pieces.keySet());
    taken.forEach(day -> full.remove(LocalDate.parse((String) day)));
    return full;
  }

  /**
   * The days on which there is not enough room now. Open to all: the caller's own service has
   * checked what he may do.
   *
   * @param pieces how many on which day
   */
  @PermitAll
  public Set<LocalDate> withoutRoom(SortedMap<LocalDate, Integer> pieces) {
    if (pieces.isEmpty()) {
      return Set.of();
    }
    @SuppressWarnings("unchecked")
    List<Object> full =
        em.createNativeQuery(
                """
                select cast(d as varchar) from unnest(cast(:days as date[]), cast(:pieces as int[])) as wanted(d, n)
                left join delivery_capacity c on c.day = d where n + coalesce(c.taken, 0) > coalesce(c.capacity, :usual)
                """)
            .setParameter("usual", USUAL_CAPACITY)
            .setParameter("days", array(pieces.keySet()))
            .setParameter("pieces", array(pieces.values()))
            .getResultList();
    return full.stream().map(day -> LocalDate.parse((String) day)).collect(Collectors.toSet());
  }

  /** Gives places back. Open to all: the caller's own service has checked what he may do. */
  @PermitAll
  public void release(SortedMap<LocalDate, Integer> pieces) {
    if (pieces.isEmpty()) {
      return;
    }
    em.createNativeQuery(
            """
            update delivery_capacity c set taken = greatest(0, c.taken - n)
            from unnest(cast(:days as date[]), cast(:pieces as int[])) as wanted(d, n) where c.day = d
            """)
        .setParameter("days", array(pieces.keySet()))
        .setParameter("pieces", array(pieces.values()))
        .executeUpdate();
  }

  private static String array(Iterable<?> values) {
    var text = new StringBuilder("{");
    values.forEach(v -> text.append(text.length() == 1 ? "" : ",").append(v));
    return text.append('}').toString();
  }
}
