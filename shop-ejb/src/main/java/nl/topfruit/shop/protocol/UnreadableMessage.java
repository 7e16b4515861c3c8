package nl.topfruit.shop.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A document that cannot become a neutral record. It says which {@link Reason}, where in the
 * document and by which sentence, so that the endpoint can answer in the caller's own protocol.
 * Nothing is wrong with the program.
 */
public final class UnreadableMessage extends RuntimeException {

  /** Why, with the status that each protocol answers (CONTRACT "Answers to machines"). */
  public enum Reason {
    /** Not XML at all, or bytes that are not in the declared encoding. */
    BROKEN(406, 400, 400),
    /** A document type with entities of its own, or nested beyond all use. */
    ENTITIES(406, 400, 400),
    /** Well-formed, but not the document that is read here. */
    WRONG_DOCUMENT(406, 400, 400),
    /** The right protocol, a request or function that we do not do. */
    UNSUPPORTED(450, 400, 400),
    /** A media type that is not read here. */
    MEDIA_TYPE(406, 415, 415),
    /** A field that must be there is missing or empty. */
    MISSING(400, 422, 400),
    /** A field that may be there once is there twice. */
    DOUBLE(400, 422, 400),
    /** A field holds what cannot be used: no number, no date, out of range. */
    WRONG_VALUE(400, 422, 400),
    /** Bigger than is read. */
    TOO_LARGE(499, 413, 413),
    /** The sender is not who he says he is. */
    CREDENTIALS(401, 401, 401),
    /** Same order number, other content. */
    CONFLICT(409, 409, 409);

    private final int cxmlStatus;
    private final int ublStatus;
    private final int ociStatus;

    Reason(int cxmlStatus, int ublStatus, int ociStatus) {
      this.cxmlStatus = cxmlStatus;
      this.ublStatus = ublStatus;
      this.ociStatus = ociStatus;
    }

    /** {@code Status/@code}; the HTTP status is always 200. */
    public int cxmlStatus() {
      return cxmlStatus;
    }

    /** HTTP status at {@code /ubl/orders}. */
    public int ublStatus() {
      return ublStatus;
    }

    /** HTTP status at {@code /oci} and {@code /oci/order}. */
    public int ociStatus() {
      return ociStatus;
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param location parameter name or XPath; empty when it is the whole document
   * @param key key of the sentence in the bundle of this room, see {@link ProtocolTexts}
   * @param arguments what the sentence names
   */
  public record Fault(String location, String key, List<String> arguments) {
    public Fault {
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(key, "key");
      arguments = List.copyOf(arguments);
    }
  }

  private final Reason reason;
  private final List<Fault> faults;

  /** The whole document or one place in it. */
  public UnreadableMessage(Reason reason, String location, String key, String... arguments) {
    this(reason, List.of(new Fault(location, key, Arrays.asList(arguments))));
  }

  /** Several places at once; the reason is that of the first. */
  public UnreadableMessage(Reason reason, List<Fault> faults) {
    super(reason + " " + faults);
    this.reason = reason;
    this.faults = List.copyOf(faults);
  }

  public Reason reason() {
    return reason;
  }

  /** At least one. */
  public List<Fault> faults() {
    return faults;
  }

  /** The first place, for protocols that can name only one. */
  public Fault fault() {
    return faults.get(0);
  }
}
