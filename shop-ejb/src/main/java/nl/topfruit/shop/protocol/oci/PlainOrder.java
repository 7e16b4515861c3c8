package nl.topfruit.shop.protocol.oci;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.AuxiliaryId;
import nl.topfruit.shop.protocol.OrderFields;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.Quantities;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Fault;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;

/**
 * The smallest way to report an authorised order back (CONTRACT {@code POST /oci/order}): a form
 * that names our quote and their order number.
 *
 * @param username of the connection
 * @param password of the connection; never printed
 * @param quote our EXT_QUOTE_ID
 * @param orderNumber theirs, to the letter
 * @param quantities per EXT_QUOTE_ITEM where it differs from what was requested
 */
public record PlainOrder(
    String username,
    String password,
    String quote,
    OrderNumber orderNumber,
    Map<String, BigDecimal> quantities) {

  private static final Pattern QUANTITY = Pattern.compile("(?i)QUANTITY\\[([^\\[\\]]{1,10})]");
  private static final int LONGEST_NUMBER = OrderFields.LONGEST_CODE;

  public PlainOrder {
    Objects.requireNonNull(orderNumber, "orderNumber");
    quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
  }

  /**
   * @throws UnreadableMessage naming every field that is missing, double or holds no usable number
   */
  public static PlainOrder read(List<RawParameter> parameters) {
    RawParameter.refuseNul(parameters);
    List<Fault> missing = new ArrayList<>();
    String username = field(parameters, "USERNAME", missing);
    String password = field(parameters, "PASSWORD", missing);
    String quote = field(parameters, "QUOTE", missing);
    String orderNumber = field(parameters, "ORDERNUMBER", missing);
    if (!missing.isEmpty()) {
      throw new UnreadableMessage(Reason.MISSING, missing);
    }
    if (orderNumber.length() > LONGEST_NUMBER) {
      throw new UnreadableMessage(
          Reason.WRONG_VALUE,
          "ORDERNUMBER",
          "tooLong",
          "ORDERNUMBER",
          Integer.toString(LONGEST_NUMBER));
    }
    return new PlainOrder(
        username, password, quote.strip(), new OrderNumber(orderNumber), quantities(parameters));
  }

  private static String field(List<RawParameter> parameters, String name, List<Fault> missing) {
    List<String> values =
        parameters.stream()
            .filter(parameter -> parameter.name().strip().equalsIgnoreCase(name))
            .map(RawParameter::value)
            .toList();
    if (values.size() > 1) {
      throw new UnreadableMessage(Reason.DOUBLE, name, "double", name);
    }
    if (values.isEmpty() || values.get(0).isBlank()) {
      missing.add(new Fault(name, "missing", List.of(name)));
      return null;
    }
    return values.get(0);
  }

  private static Map<String, BigDecimal> quantities(List<RawParameter> parameters) {
    Map<String, BigDecimal> quantities = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (RawParameter parameter : parameters) {
      Matcher name = QUANTITY.matcher(parameter.name().strip());
      if (!name.matches()) {
        continue;
      }
      String location = parameter.name().strip().toUpperCase(Locale.ROOT);
      Optional<Fault> fault = Quantities.faultOfQuantity(location, parameter.value());
      if (fault.isPresent()) {
        faults.add(fault.get());
      } else if (quantities.put(
              name.group(1).strip(), Quantities.number(parameter.value()).orElseThrow())
          != null) {
        throw new UnreadableMessage(Reason.DOUBLE, location, "double", location);
      }
    }
    if (!faults.isEmpty()) {
      throw new UnreadableMessage(Reason.WRONG_VALUE, faults);
    }
    return quantities;
  }

  /**
   * The neutral order. It has a line for every quantity that was given and none for the others:
   * they are ordered as requested.
   */
  public PurchaseOrderMessage toMessage(OffsetDateTime receivedAt) {
    List<PurchaseOrderMessage.Line> lines = new ArrayList<>();
    quantities.forEach(
        (item, quantity) ->
            lines.add(
                new PurchaseOrderMessage.Line(
                    item,
                    null,
                    new AuxiliaryId(quote, item).toString(),
                    null,
                    null,
                    quantity,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null)));
    return new PurchaseOrderMessage(
        PurchaseOrderMessage.Channel.OCI_ORDER,
        PurchaseOrderMessage.Kind.NEW,
        orderNumber,
        null,
        orderNumber.key() + "@" + quote,
        null,
        false,
        receivedAt,
        null,
        null,
        null,
        quote,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        lines);
  }

  /**
   * The answer as {@code text/plain}: verdict, our order number or reference, one sentence, each on
   * a line of its own. A conflict is {@code REFUSED} here.
   */
  public static String answer(Answer answer) {
    String verdict =
        answer.outcome() == Answer.Outcome.CONFLICT
            ? Answer.Outcome.REFUSED.name()
            : answer.outcome().name();
    return refusalOrAnswer(verdict, answer.numberOrReference(), answer.sentence());
  }

  /** The same for a message that could not be read or believed. */
  public static String refusal(String reference, String sentence) {
    return refusalOrAnswer(Answer.Outcome.REFUSED.name(), reference, sentence);
  }

  private static String refusalOrAnswer(String verdict, String number, String sentence) {
    return verdict + "\n" + number + "\n" + sentence.replaceAll("\\s+", " ").strip() + "\n";
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "PlainOrder[" + username + ", " + quote + ", " + orderNumber + ", " + quantities + "]";
  }
}
