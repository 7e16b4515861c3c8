package nl.topfruit.shop.messaging;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Empties the outbox, every second, on every node. */
@Singleton
@RunAs(SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OutboxSender {
  private static final Logger LOG = System.getLogger(OutboxSender.class.getName());
  private static final int BATCH = 50;

  @Inject private OutboxTasks tasks;
  private final AtomicBoolean busy = new AtomicBoolean();

  /** Open to all: only the server's timer calls it. */
  @PermitAll
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void send() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      List<UUID> due;
      do {
        due = tasks.due(BATCH);
        due.forEach(this::attempt);
      } while (due.size() == BATCH);
    } finally {
      busy.set(false);
    }
  }

  private void attempt(UUID id) {
    try {
      tasks.attempt(id);
    } catch (EJBException e) {
      LOG.log(Level.WARNING, "An outbox task is tried again later", e);
      tasks.postpone(id, e.getMessage());
    }
  }
}
