package nl.topfruit.shop.catalog.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.topfruit.shop.catalog.illustration.Illustration.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class IllustrationComposerTest {

  private static final Pattern HOLDER_SCALE =
      Pattern.compile("<g transform=\"translate\\([^)]*\\)scale\\((\\.\\d+)\\)\">");

  private final IllustrationComposer composer = new IllustrationComposer();

  @Test
  void theSameIllustrationGivesTheSamePictureToTheByte() {
    assertThat(compose(basket("M")))
        .isEqualTo(new IllustrationComposer().compose(basket("M"), "Mand", "a1"));
  }

  @Test
  void aPictureIsOneSvgOfFourHundredByFourHundredAndTwentyWithItsTitle() throws Exception {
    Document picture = parsed(composer.compose(basket("M"), "Mand \"M\" & <meer>", "a1"));
    Element root = picture.getDocumentElement();
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 400 420");
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Mand \"M\" & <meer>");
    assertThat(root.getAttribute("aria-labelledby")).isEqualTo("a1-t");
  }

  @Test
  void everyIdCarriesThePrefixIsUniqueAndIsThereWhenItIsReferredTo() {
    String svg = composer.compose(basket("L"), "Mand", "fm-1004");
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile("\\sid=\"([^\"]+)\"").matcher(svg);
    while (id.find()) {
      assertThat(ids.add(id.group(1))).as(id.group(1)).isTrue();
    }
    assertThat(ids).isNotEmpty().allMatch(each -> each.startsWith("fm-1004-"));
    Matcher reference = Pattern.compile("(?:href=\"#|url\\(#)([^\")]+)").matcher(svg);
    while (reference.find()) {
      assertThat(ids).contains(reference.group(1));
    }
  }

  @Test
  void aSmallBasketIsSmallerThanAMediumOneAndALargeOneIsLargest() {
    assertThat(holderScale(compose(basket("S")))).isLessThan(holderScale(compose(basket("M"))));
    assertThat(holderScale(compose(basket("M")))).isLessThan(holderScale(compose(basket("L"))));
  }

  @Test
  void everyThingIsShownAtLeastOnceHoweverFullTheHolderIs() {
    Illustration full =
        new Illustration(
            "crate",
            "S",
            null,
            "leaf",
            null,
            List.of(
                new Part("apple-red", 400),
                new Part("pear", 1),
                new Part("kiwi", 1),
                new Part("mandarin", 1)));
    String svg = compose(full);
    for (String key : List.of("x0", "x1", "x2", "x3")) {
      assertThat(svg).contains("<use href=\"#a1-" + key + "\"");
    }
  }

  @Test
  void moreOfAThingIsMoreInThePictureUntilItIsFull() {
    assertThat(uses(apples(2))).isLessThan(uses(apples(4)));
    assertThat(uses(apples(60))).isEqualTo(uses(apples(600)));
  }

  @Test
  void whatIsEngravedStandsOnTheChest() {
    Illustration chest =
        new Illustration("chest", "M", null, "sand", "12½", List.of(new Part("pear", 2)));
    assertThat(compose(chest)).contains(">12½</text>");
  }

  @Test
  void nothingOfAPictureIsFetchedFromElsewhereOrRuns() {
    assertThat(compose(basket("L")).replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http", "<script", "<style", "<image", "data:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-thing", "../things/pear", "Pear", ""})
  void aDrawingThatDoesNotExistIsRefused(String symbol) {
    Illustration unknown =
        new Illustration("basket", "M", null, "sand", null, List.of(new Part(symbol, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> compose(unknown));
  }

  @Test
  void aPrefixThatCannotStartAnIdIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> composer.compose(basket("M"), "Mand", "1\"><script>"));
  }

  @Test
  void anIllustrationIsReadFromItsJson() {
    Illustration read =
        Illustration.parse(
            """
            {"holder": "basket", "size": "S", "ribbon": null, "ground": "sand",
             "parts": [{"symbol": "pear"}, {"symbol": "cloth", "count": 2, "at": "before"}]}""");
    assertThat(read)
        .isEqualTo(
            new Illustration(
                "basket",
                "S",
                null,
                "sand",
                null,
                List.of(new Part("pear", 1), new Part("cloth", 2, "before"))));
    assertThatIllegalArgumentException().isThrownBy(() -> Illustration.parse("[]"));
    assertThatIllegalArgumentException().isThrownBy(() -> Illustration.parse("{\"holder\": 1}"));
  }

  private String compose(Illustration illustration) {
    return composer.compose(illustration, "Mand", "a1");
  }

  private int uses(Illustration illustration) {
    return compose(illustration).split("<use href=\"#a1-x0\"", -1).length - 1;
  }

  private static double holderScale(String svg) {
    Matcher scale = HOLDER_SCALE.matcher(svg);
    return scale.find() ? Double.parseDouble(scale.group(1)) : 1;
  }

  private static Illustration apples(int count) {
    return new Illustration(
        "basket", "M", null, "sand", null, List.of(new Part("apple-red", count)));
  }

  private static Illustration basket(String size) {
    return new Illustration(
        "basket",
        size,
        "citrus",
        "cream",
        null,
        List.of(
            new Part("pineapple", 1),
            new Part("apple-red", 4),
            new Part("pear", 2),
            new Part("banana", 3),
            new Part("grapes-purple", 1)));
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
