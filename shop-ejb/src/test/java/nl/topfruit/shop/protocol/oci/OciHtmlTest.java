package nl.topfruit.shop.protocol.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.OciReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OciHtmlTest {

  private static final OciHtml.Texts TEXTS =
      new OciHtml.Texts(
          "nl",
          "Uw mand gaat terug",
          "Eén moment – klik anders op de knop.",
          "Terug & klaar",
          "/resources/shop.css",
          "/resources/oci-return.js");
  private static final Pattern INPUT =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  @Test
  void thePageHoldsOneFormWithEverythingTheContractNames() {
    String page =
        page("ISO-8859-1", HookHandling.WHOLE, List.of(new FormField("NEW_ITEM-UNIT[1]", "EA")));

    assertThat(page)
        .contains("<form id=\"oci-return\" method=\"post\"")
        .contains(" action=\"https://erp.example/x?a=1&amp;b=%26#f\"")
        .contains(" target=\"_parent\"")
        .contains(" accept-charset=\"ISO-8859-1\"")
        .contains("<meta charset=\"ISO-8859-1\">")
        .contains("<button type=\"submit\">Terug &amp; klaar</button>")
        .contains("<script src=\"/resources/oci-return.js\"></script>")
        .doesNotContain("<script>")
        .doesNotContain(" on");
    assertThat(inputs(page))
        .containsExactly(new FormField("~OkCode", "ADDI"), new FormField("NEW_ITEM-UNIT[1]", "EA"));
  }

  @Test
  void splitPutsTheQueryOfTheReturnAddressFirst() {
    String page = page("UTF-8", HookHandling.SPLIT, List.of());

    assertThat(page).contains(" action=\"https://erp.example/x#f\"");
    assertThat(inputs(page))
        .containsExactly(
            new FormField("a", "1"), new FormField("b", "&"), new FormField("~OkCode", "ADDI"));
  }

  @Test
  void loggingOffIsTheSameFormWithoutItems() {
    assertThat(inputs(page("UTF-8", HookHandling.WHOLE, OciReturn.empty().fields())))
        .containsExactly(new FormField("~OkCode", "ADDI"));
  }

  @Test
  void valuesAreEscapedOnce() {
    String value = "5\" appel & \"peer\" <b> &amp; 'x'";
    String page = page("UTF-8", HookHandling.WHOLE, List.of(new FormField("NEW_ITEM-X[1]", value)));

    assertThat(page)
        .contains("value=\"5&quot; appel &amp; &quot;peer&quot; &lt;b&gt; &amp;amp; 'x'\"");
    assertThat(inputs(page)).contains(new FormField("NEW_ITEM-X[1]", value));
  }

  @Test
  void thePageIsInTheCharsetItNames() {
    OciHtml.Form form = form("ISO-8859-1", HookHandling.WHOLE, List.of(new FormField("x", "ë")));
    byte[] page = OciHtml.page(form, TEXTS);

    assertThat(OciHtml.contentType(form)).isEqualTo("text/html; charset=ISO-8859-1");
    assertThat(new String(page, StandardCharsets.ISO_8859_1))
        .contains("value=\"ë\"")
        .contains("Eén moment &#8211; klik");
  }

  @Test
  void withoutAScriptNothingPostsItself() {
    OciHtml.Texts quiet = new OciHtml.Texts("nl", "t", "s", "b", null, null);
    OciHtml.Form form = form("UTF-8", HookHandling.WHOLE, List.of());

    assertThat(new String(OciHtml.page(form, quiet), StandardCharsets.UTF_8))
        .doesNotContain("<script")
        .doesNotContain("<link");
  }

  @ParameterizedTest
  @CsvSource({
    "'', , _top",
    "'&~TARGET=frame1', , frame1",
    "'&~TARGET=frame1&returntarget=_parent', , _parent",
    "'', _blank, _blank",
    "'&~target=frame1', _blank, frame1",
  })
  void theWindowIsReturntargetThenTargetThenTheConnectionThenTop(
      String parameters, String ofConnection, String target) {
    OciCallUp callUp =
        OciCallUp.read(
            RawParameter.parse(
                "USERNAME=a&PASSWORD=b&HOOK_URL=https%3A%2F%2Ferp.example%2F" + parameters,
                StandardCharsets.UTF_8),
            OciNames.STANDARD);
    OciProfile profile = OciProfile.BARE.with().target(ofConnection).build();

    assertThat(profile.form(callUp, List.of()).target()).isEqualTo(target);
    assertThat(profile.form(callUp, List.of()).charset()).isEqualTo(StandardCharsets.UTF_8);
  }

  private static String page(String charset, HookHandling handling, List<FormField> items) {
    OciHtml.Form form = form(charset, handling, items);
    return new String(OciHtml.page(form, TEXTS), form.charset());
  }

  private static OciHtml.Form form(String charset, HookHandling handling, List<FormField> items) {
    return new OciHtml.Form(
        HookUrl.parse("https://erp.example/x?a=1&b=%26#f"),
        handling,
        "_parent",
        Charset.forName(charset),
        List.of(new FormField("~OkCode", "ADDI")),
        items);
  }

  private static List<FormField> inputs(String page) {
    List<FormField> inputs = new ArrayList<>();
    Matcher matcher = INPUT.matcher(page);
    while (matcher.find()) {
      inputs.add(new FormField(unescaped(matcher.group(1)), unescaped(matcher.group(2))));
    }
    return inputs;
  }

  private static String unescaped(String text) {
    return text.replace("&#10;", "\n")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
