package nl.topfruit.shop.commitment.casefile;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.traffic.MessageRow;
import nl.topfruit.shop.connection.traffic.MessageView;
import nl.topfruit.shop.connection.traffic.Traffic;

/** Cases of all customers, for our staff. */
@Stateless
public class Cases {
  @Inject private CaseFinder finder;
  @Inject private CaseContent content;
  @Inject private Traffic traffic;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** The case that a message belongs to; what is in the messages is not read for it. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public CaseView of(MessageView message) {
    return finder.view(message.row().reference(), finder.of(message.links()));
  }

  /**
   * The case that a message belongs to as a zip: a summary, the messages in order with our answers,
   * and the lines as they were promised. Passwords were masked when the messages were kept; texts
   * of cards and private recipients are struck out here. That it was taken is recorded.
   *
   * @throws NotFound when there is no such message
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public byte[] file(String reference, Locale reader) {
    Traffic.Kept asked = traffic.kept(reference);
    CaseFinder.Ids ids = finder.of(asked.links());
    CaseView view = finder.view(reference, ids);
    var file = new CaseFile(reader, content.withheld(ids));
    file.begin(reference, view, Instant.now(clock));
    int position = 0;
    for (MessageRow row : view.messages()) {
      file.message(++position, row, content.message(row));
    }
    file.lines(content.lines(ids.requisitions));
    audit.record(asked.accountId(), "case.saved", "message", reference, null, null);
    return file.finish();
  }
}
