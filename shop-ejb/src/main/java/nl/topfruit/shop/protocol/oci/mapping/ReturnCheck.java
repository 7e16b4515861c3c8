package nl.topfruit.shop.protocol.oci.mapping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.oci.RawParameter;

/**
 * A posted return, looked at field by field as the buyer's system does: against the table of the
 * standard and against what was agreed for the connection. For the test console, which shows every
 * row of {@link #fields} with its {@link Field#verdict} and {@link Field#sentence}.
 *
 * <pre>
 *  ReturnCheck check = ReturnCheck.of(RawParameter.parse(body, charset), connection.profile());
 *  check.verdict()                                        // of the whole: the worst of all
 *  check.fields().get(0).name()                           // NEW_ITEM-UNIT[1], as posted
 *  check.fields().get(0).sentence(Locale.forLanguageTag("nl"))
 * </pre>
 *
 * @param fields in the order in which they were posted; what a line lacks follows after its last
 */
public record ReturnCheck(List<Field> fields) {

  /** What their system makes of it. */
  public enum Verdict {
    OK,
    /** It is taken, but not as was meant or agreed. */
    WARNING,
    /** The value is cut or the line is dropped, without a word. */
    WRONG
  }

  /**
   * @param line from 1; 0 for what is no item: the query of the return address, {@code ~}
   *     parameters
   * @param field without {@code NEW_ITEM-} and index; empty for what is no item
   * @param name as posted; for a field that is missing, as it should have been
   * @param value as posted; null for a field that is missing
   * @param key of the sentence
   * @param arguments of the sentence, after the field
   */
  public record Field(
      int line,
      String field,
      String name,
      String value,
      Verdict verdict,
      String key,
      List<String> arguments) {
    public Field {
      arguments = List.copyOf(arguments);
    }

    /** What is wrong and what to do, or that it is right. */
    public String sentence(Locale reader) {
      return ProtocolTexts.sentence(
          reader,
          key,
          Stream.concat(Stream.of(field.isEmpty() ? name : field), arguments.stream()).toArray());
    }
  }

  public ReturnCheck {
    fields = List.copyOf(fields);
  }

  /**
   * @param parameters the posted form, from the raw names: {@code NEW_ITEM-UNIT[2]} is one name
   * @param profile what was agreed
   */
  public static ReturnCheck of(List<RawParameter> parameters, OciProfile profile) {
    ReturnJudge judge = new ReturnJudge(profile);
    parameters.forEach(judge::read);
    return new ReturnCheck(judge.judged());
  }

  /** Of the whole: the worst of all fields. */
  public Verdict verdict() {
    return fields.stream().map(Field::verdict).max(Comparator.naturalOrder()).orElse(Verdict.OK);
  }

  /** The fields of this verdict. */
  public List<Field> of(Verdict... verdicts) {
    return fields.stream()
        .filter(field -> Arrays.asList(verdicts).contains(field.verdict()))
        .toList();
  }

  /** Lines that were posted. */
  public int lines() {
    return (int) fields.stream().mapToInt(Field::line).filter(line -> line > 0).distinct().count();
  }
}
