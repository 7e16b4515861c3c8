package nl.topfruit.shop.punchout;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.Texts;

/**
 * A call-up that opens nothing. OCI has no error channel: the buyer sees a page, so that the
 * sentence is written for him and for the one who manages his system.
 */
@ApplicationException(rollback = true)
public class CallUpRefused extends RuntimeException {

  /** Why, with the HTTP status that says it (CONTRACT "Answers to machines"). */
  public enum Reason {
    PARAMETER(400),
    UNKNOWN_WEB_SHOP(400),
    CREDENTIALS(401),
    /**
     * Only said to who gave the right secret: a stranger must not learn which connections exist.
     */
    NOT_OPEN_YET(403),
    CLOSED(403),
    HOST(403),
    PLAIN_HTTP(403),
    /** The person whom the system names may not order through this connection. */
    ORDERER_UNKNOWN(403),
    ORDERER_INACTIVE(403),
    TOO_MANY(429);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    /** HTTP status of the page. */
    public int status() {
      return status;
    }
  }

  private final Reason reason;
  private final List<Object> arguments;

  CallUpRefused(Reason reason, Object... arguments) {
    super(reason + Arrays.toString(arguments));
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  public Reason reason() {
    return reason;
  }

  /** What was wrong and what to do, in the reader's language. */
  public String sentence(Locale reader) {
    return Texts.of("punchout.punchout", reader, "callUp." + reason, arguments.toArray());
  }
}
