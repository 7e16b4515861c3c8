package nl.topfruit.shop.greeting;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.DocumentLoader;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.w3c.dom.Document;

/**
 * Cards ready for the printer: for each card its front and its inside as two A6 pages, with
 * embedded fonts, the drawing as vectors and, when asked, 3 mm of bleed outside the trim box.
 */
final class CardPdf {

  /** Points of PDF in one unit of the drawing, a quarter of a millimetre. */
  private static final double POINT = 72 / 25.4 / 4;

  /** 3 mm. */
  private static final double BLEED = 12;

  private CardPdf() {}

  /**
   * One card to print.
   *
   * @param language of the title, {@code nl} or {@code en}
   * @param text as typed, or {@code null}
   * @param accountName stands small at the foot, {@code null} for none
   * @param logo a PNG or JPEG file, {@code null} for none; left out where the design has no logo
   */
  public record Card(
      CardDesign design,
      String language,
      String text,
      CardFont font,
      String accountName,
      byte[] logo) {}

  /**
   * The PDF of some cards, two pages a card.
   *
   * @param bleed whether the pages are 3 mm larger all around than the trimmed card
   * @throws nl.topfruit.shop.common.BusinessRuleViolation when a text cannot be printed
   */
  public static byte[] write(List<Card> cards, boolean bleed) {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheets sheets = new Sheets(pdf, bleed ? BLEED : 0);
      for (Card card : cards) {
        sheets.front(card);
        sheets.inside(card);
      }
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Sheets {
    private final PDDocument pdf;
    private final double bleed;
    private final Map<CardTypeface, PDType0Font> fonts = new HashMap<>();
    private final Map<String, PDFormXObject> fronts = new HashMap<>();

    Sheets(PDDocument pdf, double bleed) {
      this.pdf = pdf;
      this.bleed = bleed;
    }

    void front(Card card) throws IOException {
      CardDesign design = card.design();
      try (PDPageContentStream page = page()) {
        page.saveGraphicsState();
        page.transform(
            new Matrix(AffineTransform.getTranslateInstance(-bleed * POINT, -bleed * POINT)));
        page.transform(new Matrix(AffineTransform.getScaleInstance(POINT, POINT)));
        page.drawForm(art(design));
        page.restoreGraphicsState();
        CardRenderer.Title title = CardRenderer.title(design, design.title(card.language()));
        page.setNonStrokingColor(Color.decode(design.ink()));
        write(page, title.text(), title.typeface(), title.x(), title.y(), title.size(), 0);
      }
    }

    void inside(Card card) throws IOException {
      CardDesign design = card.design();
      CardText text = CardText.fit(card.text(), card.font()).check();
      try (PDPageContentStream page = page()) {
        page.setNonStrokingColor(Color.decode(CardRenderer.PAPER));
        page.addRect(
            (float) (-bleed * POINT),
            (float) (-bleed * POINT),
            (float) ((CardRenderer.WIDTH + 2 * bleed) * POINT),
            (float) ((CardRenderer.HEIGHT + 2 * bleed) * POINT));
        page.fill();
        page.setNonStrokingColor(Color.decode(design.textInk()));
        double y = CardRenderer.TEXT_TOP;
        for (String line : text.lines()) {
          write(page, line, text.font().typeface(), CardRenderer.MARGIN, y, text.font().size(), 0);
          y += text.font().lineHeight();
        }
        if (card.logo() != null && design.allowsLogo()) {
          logo(page, card.logo());
        }
        String name = CardRenderer.nameOnCard(card.accountName());
        write(
            page,
            name,
            CardRenderer.nameTypeface(),
            CardRenderer.MARGIN,
            CardRenderer.NAME_Y,
            CardRenderer.nameSize(name),
            CardRenderer.NAME_SPACING);
      }
    }

    /** A new page whose origin is the lower left corner of the trimmed card. */
    private PDPageContentStream page() throws IOException {
      float edge = (float) (bleed * POINT);
      float width = (float) (CardRenderer.WIDTH * POINT);
      float height = (float) (CardRenderer.HEIGHT * POINT);
      PDPage page = new PDPage(new PDRectangle(-edge, -edge, width + 2 * edge, height + 2 * edge));
      page.setTrimBox(new PDRectangle(0, 0, width, height));
      page.setBleedBox(page.getMediaBox());
      pdf.addPage(page);
      return new PDPageContentStream(pdf, page);
    }

    private void logo(PDPageContentStream page, byte[] picture) throws IOException {
      PDImageXObject image = PDImageXObject.createFromByteArray(pdf, picture, "logo");
      double scale =
          Math.min(
              CardRenderer.LOGO_WIDTH / image.getWidth(),
              CardRenderer.LOGO_HEIGHT / image.getHeight());
      page.drawImage(
          image,
          (float) (CardRenderer.MARGIN * POINT),
          (float) ((CardRenderer.HEIGHT - CardRenderer.LOGO_BOTTOM) * POINT),
          (float) (image.getWidth() * scale * POINT),
          (float) (image.getHeight() * scale * POINT));
    }

    /** Writes a line with the kerning with which it was measured. */
    private void write(
        PDPageContentStream page,
        String line,
        CardTypeface typeface,
        double x,
        double y,
        double size,
        double spacing)
        throws IOException {
      if (line.isEmpty()) {
        return;
      }
      List<Object> pieces = new ArrayList<>();
      StringBuilder piece = new StringBuilder();
      int before = -1;
      for (int codePoint : line.codePoints().toArray()) {
        double kern = before < 0 ? 0 : typeface.kern(before, codePoint);
        if (kern != 0) {
          pieces.add(piece.toString());
          pieces.add((float) (-kern * 1000));
          piece.setLength(0);
        }
        piece.appendCodePoint(codePoint);
        before = codePoint;
      }
      pieces.add(piece.toString());
      page.beginText();
      page.setFont(font(typeface), (float) (size * POINT));
      page.setCharacterSpacing((float) (spacing * size * POINT));
      page.newLineAtOffset((float) (x * POINT), (float) ((CardRenderer.HEIGHT - y) * POINT));
      page.showTextWithPositioning(pieces.toArray());
      page.endText();
    }

    private PDType0Font font(CardTypeface typeface) throws IOException {
      PDType0Font known = fonts.get(typeface);
      if (known != null) {
        return known;
      }
      try (InputStream in = typeface.open()) {
        PDType0Font font = PDType0Font.load(pdf, in, true);
        fonts.put(typeface, font);
        return font;
      }
    }

    /** The drawing of a front as a form of its own, once a document. */
    private PDFormXObject art(CardDesign design) throws IOException {
      PDFormXObject known = fronts.get(design.code());
      if (known != null) {
        return known;
      }
      SAXSVGDocumentFactory parser = new SAXSVGDocumentFactory(null);
      Document document =
          parser.createDocument(
              "card:" + design.code(), new StringReader(CardRenderer.frontArt(design, bleed)));
      UserAgentAdapter agent = new UserAgentAdapter();
      BridgeContext context = new BridgeContext(agent, new DocumentLoader(agent));
      GraphicsNode drawing = new GVTBuilder().build(context, document);
      PdfBoxGraphics2D graphics =
          new PdfBoxGraphics2D(
              pdf,
              (float) (CardRenderer.WIDTH + 2 * bleed),
              (float) (CardRenderer.HEIGHT + 2 * bleed));
      drawing.paint(graphics);
      graphics.dispose();
      context.dispose();
      PDFormXObject form = graphics.getXFormObject();
      fronts.put(design.code(), form);
      return form;
    }
  }
}
