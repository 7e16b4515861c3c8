package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.connection.traffic.MessageRow;
import nl.topfruit.shop.connection.traffic.Traffic;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;
import nl.topfruit.shop.web.faces.Texts;

/** The message log: every document in and out. */
@Named("officeMessages")
@RequestScoped
public class MessagesPage extends ListPage<MessageRow> {
  private static final Set<String> FILTERS =
      Set.of("channel", "outcome", "connection", "account", "from", "until", "remote", "result");
  private static final Set<String> SORTS = Set.of("at", "duration");

  @Inject private Traffic traffic;
  @Inject private MessageWords words;
  @Inject private Texts texts;

  @Override
  protected Page<MessageRow> find(TableQuery asked) {
    return traffic.find(asked);
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  @Override
  protected Set<String> sorts() {
    return SORTS;
  }

  public List<Choice> getChannels() {
    return Stream.of(Message.Channel.values())
        .map(channel -> new Choice(channel.name(), words.channel(channel)))
        .toList();
  }

  public List<Choice> getOutcomes() {
    return traffic.recentOutcomes().stream()
        .map(outcome -> new Choice(outcome, words.outcome(outcome)))
        .toList();
  }

  public List<Choice> getConnections() {
    return traffic.connections().stream()
        .map(line -> new Choice(line.key(), line.accountName() + " · " + line.systemName()))
        .toList();
  }

  /** One of the filters is set that are folded away. */
  public boolean isUnfolded() {
    return Stream.of("account", "remote", "outcome", "connection")
        .anyMatch(name -> !getQuery().filter(name).isEmpty());
  }

  public List<Choice> getResults() {
    return List.of(new Choice("failed", texts.get("office.messages.failed")));
  }
}
