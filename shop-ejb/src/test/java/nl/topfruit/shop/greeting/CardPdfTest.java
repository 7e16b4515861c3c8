package nl.topfruit.shop.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.greeting.CardPdf.Card;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardPdfTest {

  private static final double MILLIMETRE = 72 / 25.4;

  static Stream<CardDesign> designs() {
    return CardDesigns.all().stream();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aCardIsAFrontWithItsTitleAndAnInsideWithItsText(CardDesign design) throws IOException {
    try (PDDocument pdf = written(card(design, "Lieve Zoë,\n€ 25", CardFont.HAND, null), false)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(lines(pdf, 1)).containsExactly(design.titleNl());
      assertThat(lines(pdf, 2)).containsExactly("Lieve Zoë,", "€ 25", "ZORGGROEP DE LINDE");
    }
  }

  @ParameterizedTest
  @EnumSource(CardFont.class)
  void theLinesInPrintAreTheLinesOfThePreview(CardFont font) throws IOException {
    String text =
        "Hartelijk bedankt voor alle goede zorgen van de afgelopen weken.\nGroet, Michał en ’t team";
    try (PDDocument pdf = written(card(bedankt(), text, font, null), false)) {
      List<String> lines = lines(pdf, 2);
      assertThat(lines.subList(0, lines.size() - 1))
          .containsExactlyElementsOf(CardText.fit(text, font).lines());
    }
  }

  @Test
  void aCardIsA6AndBleedAddsThreeMillimetresOutsideTheTrim() throws IOException {
    Card card = card(bedankt(), "Dank", CardFont.HAND, null);
    try (PDDocument trimmed = written(card, false);
        PDDocument bled = written(card, true)) {
      assertMillimetres(trimmed.getPage(0).getMediaBox(), 105, 148);
      assertMillimetres(bled.getPage(0).getTrimBox(), 105, 148);
      assertMillimetres(bled.getPage(0).getMediaBox(), 111, 154);
      assertMillimetres(bled.getPage(1).getBleedBox(), 111, 154);
    }
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    try (PDDocument pdf = written(card(bedankt(), "Dank", CardFont.PRINT, null), true)) {
      List<String> fonts = new ArrayList<>();
      for (PDPage page : pdf.getPages()) {
        PDResources resources = page.getResources();
        for (COSName name : resources.getFontNames()) {
          PDFont font = resources.getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          fonts.add(font.getName());
        }
      }
      assertThat(fonts).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void theDrawingIsVectorsAndOnlyALogoIsAPicture() throws IOException {
    try (PDDocument plain = written(card(bedankt(), "Dank", CardFont.HAND, null), false);
        PDDocument withLogo = written(card(bedankt(), "Dank", CardFont.HAND, logo()), false)) {
      assertThat(pictures(plain.getPage(0).getResources())).isZero();
      assertThat(pictures(plain.getPage(1).getResources())).isZero();
      assertThat(pictures(withLogo.getPage(1).getResources())).isEqualTo(1);
    }
  }

  @Test
  void aDesignWithoutLogoPrintsNone() throws IOException {
    CardDesign sterkte = CardDesigns.find("sterkte").orElseThrow();
    try (PDDocument pdf = written(card(sterkte, "Sterkte", CardFont.HAND, logo()), false)) {
      assertThat(pictures(pdf.getPage(1).getResources())).isZero();
    }
  }

  @Test
  void aTextThatCannotBePrintedIsRefusedAndNotPrintedInPart() {
    Card card = card(bedankt(), "Bedankt 🎉", CardFont.HAND, null);
    assertThatThrownBy(() -> CardPdf.write(List.of(card), false))
        .isInstanceOf(BusinessRuleViolation.class);
  }

  private static CardDesign bedankt() {
    return CardDesigns.find("bedankt").orElseThrow();
  }

  private static Card card(CardDesign design, String text, CardFont font, byte[] logo) {
    return new Card(design, "nl", text, font, "Zorggroep De Linde", logo);
  }

  private static PDDocument written(Card card, boolean bleed) throws IOException {
    return Loader.loadPDF(CardPdf.write(List.of(card), bleed));
  }

  private static List<String> lines(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private static long pictures(PDResources resources) throws IOException {
    long found = 0;
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)) {
        found++;
      } else if (resources.getXObject(name)
          instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form) {
        found += form.getResources() == null ? 0 : pictures(form.getResources());
      }
    }
    return found;
  }

  private static void assertMillimetres(PDRectangle box, double width, double height) {
    assertThat(box.getWidth() / MILLIMETRE).isCloseTo(width, within(.01));
    assertThat(box.getHeight() / MILLIMETRE).isCloseTo(height, within(.01));
  }

  private static byte[] logo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
