package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.protocol.oci.mapping.ReturnCheck;
import nl.topfruit.shop.punchout.console.CheckedField;
import nl.topfruit.shop.punchout.console.ConsoleRuns;
import nl.topfruit.shop.punchout.console.RunView;
import nl.topfruit.shop.web.endpoint.PublicAddress;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.Formats;
import nl.topfruit.shop.web.faces.Language;

/** One run: the call-up to be edited and made, and what came back. */
@Named("officeConsoleRun")
@RequestScoped
public class ConsoleRunPage {
  @Inject private Asked asked;
  @Inject private ConsoleRuns runs;
  @Inject private HttpServletRequest request;

  private RunView run;
  private List<CheckedField> fields;

  public RunView getRun() {
    if (run == null) {
      run = runs.run(asked.text("number"));
    }
    return run;
  }

  /** What came back, each field with its verdict. */
  public List<CheckedField> getFields() {
    if (fields == null) {
      fields = runs.checked(getRun(), Language.of(request).locale());
    }
    return fields;
  }

  /** How many fields their system would cut, or drop the line for. */
  public long getWrong() {
    return count(ReturnCheck.Verdict.WRONG);
  }

  /** How many fields their system takes, but not as was agreed. */
  public long getDoubtful() {
    return count(ReturnCheck.Verdict.WARNING);
  }

  private long count(ReturnCheck.Verdict verdict) {
    return getFields().stream().filter(field -> field.verdict() == verdict).count();
  }

  /** How a verdict looks. */
  public String tone(ReturnCheck.Verdict verdict) {
    return switch (verdict) {
      case OK -> "good";
      case WARNING -> "wait";
      case WRONG -> "bad";
    };
  }

  /** What came back exactly as it was sent. */
  public String getRaw() {
    return getRun().returned().stream().map(RawParameter::raw).collect(Collectors.joining("&\n"));
  }

  /** Another run of the same connection. */
  public String again() {
    String number =
        runs.prepare(getRun().connectionKey(), PublicAddress.of(request, "/console-return/"), null);
    return "/office/console-run?faces-redirect=true&number=" + Formats.encoded(number);
  }

  /** The credential and the return address of the run work no more. */
  public String stop() {
    runs.end(asked.text("number"));
    return "/office/console-run?faces-redirect=true&number="
        + Formats.encoded(asked.text("number"))
        + "&notice=consoleStopped";
  }
}
