package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.messaging.OutboxCare;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.Back;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** Tasks that follow a commit and did not work out. */
@Named("officeOutbox")
@RequestScoped
public class OutboxPage extends ListPage<OutboxCare.Task> {
  private static final Set<String> FILTERS = Set.of("state");

  @Inject private OutboxCare outbox;
  @Inject private Asked asked;

  @Override
  protected Page<OutboxCare.Task> find(TableQuery asked) {
    return outbox.find(asked);
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  /** Which one is said by parameters and not by its row, as in the list of deliveries. */
  public void retry() throws IOException {
    outbox.retry(asked.text("kind"), asked.text("key"));
    Back.to(this, "/office/outbox", "retried");
  }

  public List<Choice> getStates() {
    return Choice.of(new OutboxCare.State[] {OutboxCare.State.DEAD, OutboxCare.State.WAITING});
  }
}
