package nl.topfruit.shop.invoicing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

/**
 * The invoice on paper: A4, in Dutch or English, as PDF/A-2a with the fonts in it and the structure
 * tagged, so that it can be kept for seven years and read aloud. It says what the message says.
 */
public final class InvoicePdf {
  private static final String SANS = "Source Sans 3";
  private static final String SERIF = "Fraunces";
  private static final byte[] STYLE = resource("/nl/topfruit/shop/invoicing/invoice.css");
  private static final Map<String, byte[]> FONTS =
      Map.of(
          "sans-400", resource("/fonts/SourceSans3-Regular.ttf"),
          "sans-600", resource("/fonts/SourceSans3-SemiBold.ttf"),
          "serif-600", resource("/fonts/Fraunces-SemiBold.ttf"));
  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  static {
    for (String logger : XRLog.listRegisteredLoggers()) {
      XRLog.setLevel(logger, Level.WARNING);
    }
  }

  private InvoicePdf() {}

  /** Loads the fonts and the renderer, so that no person waits the seconds it takes. */
  public static void warmUp() {
    render(
        SpecimenInvoice.of(InvoiceDocument.Kind.INVOICE, InvoiceDocument.Profile.PEPPOL),
        Locale.ENGLISH);
  }

  /**
   * @param locale Dutch, or English for every other language
   */
  public static byte[] render(InvoiceDocument invoice, Locale locale) {
    String style = new String(STYLE, StandardCharsets.UTF_8);
    String page = new InvoicePage(invoice, Sentences.in(locale)).xhtml(style);
    var pdf = new ByteArrayOutputStream();
    var builder =
        new PdfRendererBuilder()
            .usePdfAConformance(PdfAConformance.PDFA_2_A)
            .usePdfUaAccessibility(true)
            .useColorProfile(SRGB)
            .withProducer("Topfruit")
            .useReplacementText("?")
            .useUriResolver((base, uri) -> null)
            .withHtmlContent(page, null)
            .toStream(pdf);
    font(builder, "sans-400", SANS, 400);
    font(builder, "sans-600", SANS, 600);
    font(builder, "serif-600", SERIF, 600);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The invoice cannot be set", e);
    }
    return pdf.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String key, String family, int weight) {
    builder.useFont(
        () -> new ByteArrayInputStream(FONTS.get(key)), family, weight, FontStyle.NORMAL, true);
  }

  private static byte[] resource(String path) {
    try (InputStream in = InvoicePdf.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
