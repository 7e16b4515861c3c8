package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.topfruit.shop.connection.traffic.MessageRow;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.web.faces.States;
import nl.topfruit.shop.web.faces.Texts;

/** Roads and endings of messages in words; an ending that has no word is shown as it is. */
@Named("officeWords")
@RequestScoped
public class MessageWords {
  private static final int REFUSED = 400;

  @Inject private Texts texts;

  public String channel(Message.Channel channel) {
    return texts.get("channel." + channel.name());
  }

  /** The word for an ending, or for none. */
  public String outcome(String outcome) {
    if (outcome == null) {
      return texts.get("outcome.none");
    }
    String own = "outcome." + outcome;
    if (texts.containsKey(own)) {
      return texts.get(own);
    }
    return texts.containsKey("state." + outcome) ? texts.get("state." + outcome) : outcome;
  }

  /** How the ending looks. */
  public String tone(MessageRow message) {
    if (message.outcome() == null) {
      return "off";
    }
    boolean refused = message.status() != null && message.status() >= REFUSED;
    if (refused) {
      return "bad";
    }
    String tone = States.tone(message.outcome());
    return "info".equals(tone) ? "good" : tone;
  }

  /** A kind of task of the outbox. */
  public String task(String kind) {
    String own = "office.outbox.kind." + kind;
    return texts.containsKey(own) ? texts.get(own) : kind;
  }
}
