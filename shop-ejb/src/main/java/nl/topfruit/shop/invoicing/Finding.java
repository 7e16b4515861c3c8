package nl.topfruit.shop.invoicing;

import java.util.List;
import java.util.Locale;

/**
 * Something that a check of an invoice found.
 *
 * @param rule number of the official rule ("BR-CO-10", "NL-R-009"), "XSD" for the schema, or one of
 *     ours, which begin with "TF-"
 * @param severity whether the invoice may leave all the same
 * @param xpath where in the message; empty when it concerns the whole
 * @param text the rule in its own words: English, as published; for ours the English sentence
 * @param arguments what our sentence names; for official rules the text
 */
public record Finding(
    String rule, Severity severity, String xpath, String text, List<String> arguments) {

  /** An ERROR keeps the invoice here; a WARNING is worth knowing. */
  public enum Severity {
    ERROR,
    WARNING
  }

  static final String OURS = "TF-";

  public Finding {
    arguments = List.copyOf(arguments);
  }

  static Finding official(String rule, Severity severity, String xpath, String text) {
    return new Finding(rule, severity, xpath, text, List.of(text));
  }

  static Finding ours(String rule, String xpath, String... arguments) {
    List<String> named = List.of(arguments);
    String text = Sentences.in(Locale.ENGLISH).of("rule." + rule, (Object[]) arguments);
    return new Finding(rule, Severity.ERROR, xpath, text, named);
  }

  /** The invoice may not leave. */
  public boolean blocks() {
    return severity == Severity.ERROR;
  }

  /** What is wrong and what to do, for the office. */
  public String sentence(Locale locale) {
    Sentences sentences = Sentences.in(locale);
    return sentences
        .find("rule." + rule, arguments.toArray())
        .orElseGet(() -> sentences.of("rule.official", rule, text));
  }
}
