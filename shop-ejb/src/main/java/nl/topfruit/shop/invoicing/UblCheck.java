package nl.topfruit.shop.invoicing;

import com.helger.diagnostics.error.IError;
import com.helger.diagnostics.error.level.EErrorLevel;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.simplerinvoicing.SimplerInvoicingValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.xml.serialize.read.DOMReader;
import com.helger.xml.serialize.read.DOMReaderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import nl.topfruit.shop.invoicing.Finding.Severity;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Says whether an invoice may leave: the official rules (schema, EN 16931, Peppol BIS Billing 3 or
 * NLCIUS, whichever the message says it follows) and our own for what those let through. The rule
 * sets are loaded once for the whole server and are safe for many threads; which edition counts
 * stands in {@code rulesets.properties}.
 */
public final class UblCheck {
  private static final Map<String, Profile> PROFILES =
      Map.of(UblInvoiceWriter.PEPPOL, Profile.PEPPOL, UblInvoiceWriter.NLCIUS, Profile.NLCIUS);

  private UblCheck() {}

  /** Loaded with the first check, by the class loader's own once-only rule. */
  private static final class Official {
    private static final ResourceBundle EDITIONS =
        ResourceBundle.getBundle(
            "nl.topfruit.shop.invoicing.rulesets", Locale.ROOT, Official.class.getClassLoader());
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY = registry();

    private static ValidationExecutorSetRegistry<IValidationSourceXML> registry() {
      var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
      PeppolValidation.initStandard(registry);
      SimplerInvoicingValidation.initSimplerInvoicing(registry);
      return registry;
    }

    private static IValidationExecutorSet<IValidationSourceXML> rules(
        Profile profile, String root) {
      String edition = EDITIONS.getString(profile + "." + root);
      return Objects.requireNonNull(
          REGISTRY.getOfID(DVRCoordinate.parseOrNull(edition)), () -> "No rule set " + edition);
    }
  }

  /**
   * Everything that is to be said about this message; empty when there is nothing. It may leave
   * when no finding {@linkplain Finding#blocks() blocks}.
   *
   * @param ubl as bytes, however broken; a DOCTYPE is refused, nothing outside it is ever read
   * @throws IllegalStateException when the rules themselves could not be run: that says nothing
   *     about the invoice
   */
  public static List<Finding> check(byte[] ubl) {
    var findings = new ArrayList<Finding>();
    Document document = read(ubl, findings);
    if (document != null) {
      UblNode invoice = UblNode.root(document);
      findings.addAll(official(document, invoice));
      findings.addAll(ours(invoice));
    }
    return List.copyOf(findings);
  }

  /** Only the official rules' verdict. */
  static List<Finding> official(byte[] ubl) {
    var findings = new ArrayList<Finding>();
    Document document = read(ubl, findings);
    if (document != null) {
      findings.addAll(official(document, UblNode.root(document)));
    }
    return findings;
  }

  /**
   * Loads and compiles every rule set, so that no person waits the seconds it takes. To be called
   * in the background when the server starts.
   */
  public static void warmUp() {
    for (InvoiceDocument.Kind kind : InvoiceDocument.Kind.values()) {
      for (Profile profile : Profile.values()) {
        check(UblInvoiceWriter.write(SpecimenInvoice.of(kind, profile)));
      }
    }
  }

  private static Document read(byte[] ubl, List<Finding> findings) {
    var problems = new Problems();
    var settings = new DOMReaderSettings().setErrorHandler(problems);
    settings.exceptionCallbacks().removeAll();
    Document document = DOMReader.readXMLDOM(ubl, settings);
    if (document == null) {
      findings.add(Finding.ours("TF-XML", "", String.join("; ", problems.texts)));
    }
    return document;
  }

  private static List<Finding> official(Document document, UblNode invoice) {
    Profile profile = PROFILES.get(invoice.text("CustomizationID"));
    boolean known = invoice.name().equals("Invoice") || invoice.name().equals("CreditNote");
    if (profile == null || !known) {
      return List.of(
          Finding.ours(
              "TF-PROFILE", invoice.xpath(), invoice.name(), invoice.text("CustomizationID")));
    }
    var findings = new ArrayList<Finding>();
    ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            Official.rules(profile, invoice.name()),
            ValidationSourceXML.create(null, document),
            Locale.ENGLISH)
        .forEachFlattened(error -> finding(error).ifPresent(findings::add));
    return findings;
  }

  static Optional<Finding> finding(IError error) {
    if (error.getErrorLevel().isLT(EErrorLevel.WARN)) {
      return Optional.empty();
    }
    String rule = Objects.requireNonNullElse(error.getErrorID(), "");
    String where = Objects.requireNonNullElse(error.getErrorFieldName(), "");
    String text = Objects.requireNonNullElse(error.getErrorText(Locale.ENGLISH), "");
    if (rule.isEmpty() && where.isEmpty()) {
      rule = unnamed(error, text);
    }
    Severity severity =
        error.getErrorLevel().isGE(EErrorLevel.ERROR) ? Severity.ERROR : Severity.WARNING;
    return Optional.of(Finding.official(rule, severity, readable(where), text));
  }

  /**
   * What names neither rule nor place is the schema's (a document in memory has no line numbers),
   * or the message stops the rules halfway (something that may stand once stands twice), or, for
   * all other causes, nothing was checked at all.
   */
  private static String unnamed(IError error, String text) {
    Throwable cause = error.getLinkedException();
    if (error.hasErrorLocation() || cause instanceof SAXParseException) {
      return "XSD";
    }
    if (cause instanceof TransformerException
        && !(cause instanceof TransformerConfigurationException)) {
      return "XSLT";
    }
    throw new IllegalStateException("The official rules could not be run: " + text, cause);
  }

  /** Without the namespaces, which make a path of one line into five. */
  private static String readable(String xpath) {
    return xpath.replaceAll("\\[namespace-uri\\(\\)='[^']*']", "").replaceAll("/\\w*\\*?:", "/");
  }

  private static List<Finding> ours(UblNode invoice) {
    var findings = new ArrayList<Finding>();
    List<UblNode> lines = new ArrayList<>(invoice.all("InvoiceLine"));
    lines.addAll(invoice.all("CreditNoteLine"));
    AmountRules.check(invoice, lines, findings::add);
    PartyRules.check(invoice, findings::add);
    DocumentRules.check(invoice, lines, findings::add);
    return findings;
  }

  /** Keeps what the parser says instead of writing it to the log. */
  private static final class Problems implements ErrorHandler {
    private final List<String> texts = new ArrayList<>();

    @Override
    public void warning(SAXParseException exception) {
      // a parser's warning does not make a message unreadable
    }

    @Override
    public void error(SAXParseException exception) {
      texts.add(exception.getMessage());
    }

    @Override
    public void fatalError(SAXParseException exception) {
      texts.add(exception.getMessage());
    }
  }
}
