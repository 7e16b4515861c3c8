package nl.topfruit.shop.connection.traffic;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.Clocks;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.Message;

/** The message log of all customers' systems, for our staff. */
@Stateless
public class Traffic {
  private static final int RECENT = 2_000;
  private static final int MOST_OF_A_CASE = 200;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);
  private static final String COLUMNS =
      """
      m.reference, m.at, m.direction, m.channel, c.key as connection_key, c.system_name, a.name as account_name,
      m.subject, m.outcome, m.status, m.duration_ms
      """;
  private static final String TABLES =
      "message m left join connection c on c.id = m.connection_id left join business_account a on a.id = m.account_id";

  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** A connection to filter by. */
  public record Line(String key, String systemName, String accountName) {}

  /**
   * Messages, newest first. Searches with a whole reference, the beginning of the subject, or the
   * whole number of a requisition, order or invoice, and then finds all that has to do with it;
   * filters "channel", "outcome", "connection" (its key), "account" (words of its name), "from" and
   * "until" (dates), "remote" (an address, or its beginning with a '*') and "result" ("failed": not
   * taken as its sender meant it); sorts "at" and "duration".
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Page<MessageRow> find(TableQuery asked) {
    ListQuery query =
        new ListQuery(COLUMNS, TABLES, "m.at desc, m.reference")
            .sortable("at", "m.at")
            .sortable("duration", "m.duration_ms");
    if (!asked.search().isBlank()) {
      query
          .where(TrafficSearch.ABOUT)
          .with("number", asked.search().strip().toUpperCase(Locale.ROOT))
          .with("subject", TrafficSearch.beginning(asked.search().strip()));
    }
    for (Message.Channel channel : Message.Channel.values()) {
      if (channel.name().equals(asked.filter("channel"))) {
        query.where("m.channel = :channel", "channel", channel.name());
      }
    }
    if (!asked.filter("outcome").isEmpty()) {
      query.where("m.outcome = :outcome", "outcome", asked.filter("outcome"));
    }
    if ("failed".equals(asked.filter("result"))) {
      query.where("m.status >= 400");
    }
    if (!asked.filter("connection").isEmpty()) {
      query.where(
          "m.connection_id = any(array(select id from connection where key = :connection))",
          "connection",
          asked.filter("connection"));
    }
    TrafficSearch.ofAccount(query, asked.filter("account"));
    TrafficSearch.ofAddress(query, asked.filter("remote"));
    return TrafficSearch.between(query, asked.filter("from"), asked.filter("until"))
        ? query.page(em, asked, Traffic::row)
        : Page.empty();
  }

  /** Everything that has to do with any of these things, oldest first. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public List<MessageRow> about(Subjects things) {
    @SuppressWarnings("unchecked")
    List<Tuple> found =
        em.createNativeQuery(
                "select "
                    + COLUMNS
                    + " from "
                    + TABLES
                    + " where m.reference = :reference or m.session_id in (:sessions)"
                    + " or m.requisition_id in (:requisitions)"
                    + " or m.purchase_order_id in (:purchaseOrders) or m.order_id in (:orders)"
                    + " or m.invoice_id in (:invoices) order by m.at, m.reference",
                Tuple.class)
            .setParameter("reference", things.reference())
            .setParameter("sessions", things.sessions())
            .setParameter("requisitions", things.requisitions())
            .setParameter("purchaseOrders", things.purchaseOrders())
            .setParameter("orders", things.orders())
            .setParameter("invoices", things.invoices())
            .setMaxResults(MOST_OF_A_CASE)
            .getResultList();
    return found.stream().map(Traffic::row).toList();
  }

  private static MessageRow row(Tuple row) {
    return new MessageRow(
        Rows.text(row, "reference"),
        Rows.moment(row, "at"),
        Rows.constant(row, "direction", Message.Direction.class),
        Rows.constant(row, "channel", Message.Channel.class),
        Rows.text(row, "connection_key"),
        Rows.text(row, "system_name"),
        Rows.text(row, "account_name"),
        Rows.text(row, "subject"),
        Rows.text(row, "outcome"),
        row.get("status") == null ? null : Rows.integer(row, "status"),
        row.get("duration_ms") == null ? null : Rows.integer(row, "duration_ms"));
  }

  /** How the latest messages ended, to filter by. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public List<String> recentOutcomes() {
    @SuppressWarnings("unchecked")
    List<String> outcomes =
        em.createNativeQuery(
                """
                select distinct outcome from (select outcome from message order by at desc limit :recent) latest
                where outcome is not null order by outcome
                """,
                String.class)
            .setParameter("recent", RECENT)
            .getResultList();
    return outcomes;
  }

  /** The connections, to filter by. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public List<Line> connections() {
    return em.createQuery(
            """
            select new nl.topfruit.shop.connection.traffic.Traffic$Line(c.key, c.systemName, a.name)
            from Connection c join BusinessAccount a on a.id = c.accountId order by a.name, c.key
            """,
            Line.class)
        .getResultList();
  }

  /** How many messages of the last day were not taken as their sender meant them. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public long failedToday() {
    return ((Number)
            em.createNativeQuery(
                    "select count(*) from message where at >= :since and status >= 400")
                .setParameter(
                    "since",
                    Instant.now(clock)
                        .atZone(Clocks.AMSTERDAM)
                        .toLocalDate()
                        .atStartOfDay(Clocks.AMSTERDAM)
                        .toInstant())
                .getSingleResult())
        .longValue();
  }

  /**
   * One message as it was kept; that it was looked at is recorded, since it may hold addresses.
   *
   * @throws NotFound when there is no such message
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public MessageView message(String reference) {
    Tuple row = row(reference);
    audit.record((UUID) row.get("account_id"), "message.read", "message", reference, null, null);
    String type = Rows.text(row, "content_type");
    String answerType = Rows.text(row, "answer_type");
    return new MessageView(
        row(row),
        Rows.text(row, "remote_address"),
        type,
        Rows.text(row, "detail"),
        text((byte[]) row.get("payload"), type),
        answerType,
        text((byte[]) row.get("answer"), answerType),
        links(row),
        Rows.moment(row, "blanked_at"));
  }

  /**
   * A message with its bytes, for whoever writes them into a file and records that.
   *
   * @param blanked payload and answer are gone, because their time was over
   */
  public record Kept(
      UUID accountId,
      Links links,
      String contentType,
      byte[] payload,
      String answerType,
      byte[] answer,
      String detail,
      boolean blanked) {
    public Kept {
      payload = payload.clone();
      answer = answer == null ? null : answer.clone();
    }

    @Override
    public byte[] payload() {
      return payload.clone();
    }

    @Override
    public byte[] answer() {
      return answer == null ? null : answer.clone();
    }
  }

  /**
   * The bytes of one message.
   *
   * @throws NotFound when there is no such message
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Kept kept(String reference) {
    Tuple row = row(reference);
    return new Kept(
        (UUID) row.get("account_id"),
        links(row),
        Rows.text(row, "content_type"),
        (byte[]) row.get("payload"),
        Rows.text(row, "answer_type"),
        (byte[]) row.get("answer"),
        Rows.text(row, "detail"),
        row.get("blanked_at") != null);
  }

  private Tuple row(String reference) {
    @SuppressWarnings("unchecked")
    List<Tuple> found =
        em.createNativeQuery(
                "select "
                    + COLUMNS
                    + ", m.account_id, m.session_id, m.requisition_id, m.purchase_order_id, m.order_id, m.invoice_id,"
                    + " m.blanked_at, m.remote_address, m.content_type, m.detail, m.payload, m.answer_type, m.answer from "
                    + TABLES
                    + " where m.reference = :reference",
                Tuple.class)
            .setParameter("reference", reference)
            .getResultList();
    return found.stream().findFirst().orElseThrow(() -> new NotFound("message " + reference));
  }

  private static Links links(Tuple row) {
    return new Links(
        (UUID) row.get("session_id"),
        (UUID) row.get("requisition_id"),
        (UUID) row.get("purchase_order_id"),
        (UUID) row.get("order_id"),
        (UUID) row.get("invoice_id"));
  }

  private static String text(byte[] kept, String contentType) {
    return kept == null ? null : new String(kept, charset(contentType));
  }

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
    if (!named.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(named.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
