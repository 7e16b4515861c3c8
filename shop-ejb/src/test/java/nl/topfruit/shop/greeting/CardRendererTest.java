package nl.topfruit.shop.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CardRendererTest {

  private static final String LOGO = "data:image/png;base64,iVBORw0KGgo=";

  static Stream<CardDesign> designs() {
    return CardDesigns.all().stream();
  }

  private static CardDesign design(String code) {
    return CardDesigns.find(code).orElseThrow();
  }

  @Test
  void thereAreTwelveDesignsTheSixAgreedOnesFirst() {
    assertThat(CardDesigns.all()).hasSize(12);
    assertThat(CardDesigns.all().subList(0, 6))
        .extracting(CardDesign::nameNl)
        .containsExactly(
            "Beterschap", "Bedankt", "Gefeliciteerd", "Welkom kleintje", "Sterkte", "Feestdagen");
    assertThat(CardDesigns.all()).extracting(CardDesign::nameEn).doesNotHaveDuplicates();
    assertThat(CardDesigns.find("no-such-design")).isEmpty();
    assertThat(CardDesigns.find(null)).isEmpty();
  }

  @Test
  void theAgreedGroundsInksAndExceptionsStand() {
    assertThat(design("beterschap").ground()).isEqualTo("#fdebdc");
    assertThat(design("bedankt").ground()).isEqualTo("#f2faf5");
    assertThat(design("feestdagen").ground()).isEqualTo("#143d28");
    assertThat(design("feestdagen").textInk()).isEqualTo("#143d28");
    assertThat(design("welkom-kleintje").allowsLogo()).isFalse();
    assertThat(design("welkom-kleintje").ribbon()).isTrue();
    assertThat(design("sterkte").allowsLogo()).isFalse();
    assertThat(design("sterkte").ribbon()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void titleAndTextAreEasyToReadOnTheirGround(CardDesign design) {
    assertThat(contrast(design.ink(), design.ground())).isGreaterThan(7);
    assertThat(contrast(design.textInk(), CardRenderer.PAPER)).isGreaterThan(7);
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aFrontIsOneDrawingWithItsTitleInTheLanguageAskedFor(CardDesign design) throws Exception {
    Document dutch = parsed(CardRenderer.frontSvg(design, "nl"));
    Document english = parsed(CardRenderer.frontSvg(design, "en"));
    assertThat(title(dutch)).isEqualTo(design.titleNl());
    assertThat(title(english)).isEqualTo(design.titleEn()).isNotEqualTo(title(dutch));
    assertThat(CardRenderer.frontSvg(design, "nl"))
        .doesNotContain("font-family", "<text", "<image", "<style");
  }

  @Test
  void noTwoFrontsShareAnId() {
    Set<String> ids = new HashSet<>();
    for (CardDesign design : CardDesigns.all()) {
      Matcher id =
          Pattern.compile("\\sid=\"([^\"]+)\"").matcher(CardRenderer.frontSvg(design, "nl"));
      while (id.find()) {
        assertThat(ids.add(id.group(1))).as(id.group(1)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aTitleStaysOnTheCard(CardDesign design) {
    for (String language : List.of("nl", "en")) {
      CardRenderer.Title title = CardRenderer.title(design, design.title(language));
      double right = title.x() + title.typeface().width(title.text()) * title.size();
      assertThat(title.x()).isGreaterThan(20);
      assertThat(right).isLessThan(CardRenderer.WIDTH - 20);
    }
  }

  @Test
  void theInsideHasTheLinesThatWereSetWhateverIsTypedInThem() throws Exception {
    String typed = "Lieve <b>Zoë</b> & \"co\",\nmet z’n allen: € 25";
    String svg = inside("bedankt", typed, null);
    assertThat(texts(svg))
        .startsWith("Lieve <b>Zoë</b> & \"co\",", "met z’n allen: € 25")
        .endsWith("ZORGGROEP DE LINDE");
    assertThat(svg).contains("font-family=\"'Caveat'\"");
  }

  @Test
  void whatDoesNotFitIsLeftOut() throws Exception {
    assertThat(texts(inside("bedankt", "1\n2\n3\n4\n5\n6\n7", null)))
        .containsExactly("1", "2", "3", "4", "5", "6", "ZORGGROEP DE LINDE");
  }

  @Test
  void aLogoStandsInsideExceptWhereTheDesignHasNone() {
    assertThat(inside("bedankt", "Dank", LOGO)).contains("<image");
    assertThat(inside("sterkte", "Sterkte", LOGO)).doesNotContain("<image");
    assertThat(inside("bedankt", "Dank", null)).doesNotContain("<image");
  }

  @Test
  void aLogoFromElsewhereIsRefused() {
    for (String address :
        List.of("https://example.org/logo.png", "data:text/html;base64,AAAA", LOGO + "\"/><a>")) {
      assertThatIllegalArgumentException().isThrownBy(() -> inside("bedankt", "Dank", address));
    }
  }

  @Test
  void aLongAccountNameIsSetSmallerUntilItFits() {
    String name =
        CardRenderer.nameOnCard(
            "Stichting Samenwerkende Zorginstellingen en Gemeenten van Groot Lindewaard, Merenwaard en Oudzijl");
    double size = CardRenderer.nameSize(name);
    double width =
        (CardRenderer.nameTypeface().width(name) + name.length() * CardRenderer.NAME_SPACING)
            * size;
    assertThat(width).isLessThanOrEqualTo(CardText.LINE_WIDTH + .01);
    assertThat(CardRenderer.nameSize("KORT")).isEqualTo(CardRenderer.NAME_SIZE);
  }

  private static String inside(String code, String text, String logo) {
    return CardRenderer.insideSvg(design(code), text, CardFont.HAND, "Zorggroep De Linde", logo);
  }

  private static List<String> texts(String svg) throws Exception {
    NodeList nodes = parsed(svg).getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static String title(Document svg) {
    return svg.getElementsByTagName("title").item(0).getTextContent();
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  /** WCAG 2.2, contrast ratio. */
  private static double contrast(String one, String other) {
    double a = luminance(one) + .05;
    double b = luminance(other) + .05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(String colour) {
    double[] weights = {.2126, .7152, .0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4));
    }
    return sum;
  }
}
