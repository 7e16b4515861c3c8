package nl.topfruit.shop.protocol.oci.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.topfruit.shop.connection.Presets;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciItem;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.protocol.oci.mapping.ReturnCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnCheckTest {

  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final OciProfile SAP = Presets.of("sap-srm").profile();
  private static final String LINE =
      "NEW_ITEM-DESCRIPTION[1]=Fruitmand&NEW_ITEM-QUANTITY[1]=2&NEW_ITEM-UNIT[1]=PCE"
          + "&NEW_ITEM-PRICE[1]=34.95&NEW_ITEM-CURRENCY[1]=EUR";

  @Test
  void whatWeSendPassesTheCheckOfEveryPreset() {
    for (Presets.Preset preset : Presets.list()) {
      OciProfile profile = preset.profile();
      Charset charset = OciCharset.named(profile.charset()).orElseThrow();
      List<OciItem> basket =
          List.of(
              OciReturnTest.item("5\" appel & \"peer\" <b>", "Het Veerhuis", "0.5", "34.95"),
              OciReturnTest.item("Crème brûlée 🍎 – Łódź", null, "12", "0.2"));
      OciReturn sent = OciReturn.of(basket, profile, charset, DUTCH);
      String body =
          sent.fields().stream()
              .map(f -> encoded(f.name(), charset) + "=" + encoded(f.value(), charset))
              .collect(Collectors.joining("&"));
      ReturnCheck check = ReturnCheck.of(RawParameter.parse(body, charset), profile);

      assertThat(sent.maySend()).isTrue();
      assertThat(check.of(Verdict.WARNING, Verdict.WRONG)).as(preset.key()).isEmpty();
      assertThat(check.verdict()).isEqualTo(Verdict.OK);
      assertThat(check.lines()).isEqualTo(2);
      assertThat(check.fields()).hasSameSizeAs(sent.fields());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VENDORMAT[1]=FM-1004 | VENDORMAT | OK | check.ok",
        "LONGTEXT_1:132[]=lang | LONGTEXT | OK | check.ok",
        "QUANTITY[1]=3 | QUANTITY | WRONG | check.double",
        "CUST_FIELD1[1]=12345678901 | CUST_FIELD1 | WRONG | check.tooLong",
        "CUST_FIELD1[1]= | CUST_FIELD1 | WARNING | check.empty",
        "CUST_FIELD1[1]=%2041 | CUST_FIELD1 | WARNING | check.blanks",
        "CUST_FIELD1[1]=4%071 | CUST_FIELD1 | WRONG | check.controlCharacter",
        "CUST_FIELD5[1]=%26%23322%3B | CUST_FIELD5 | WARNING | check.reference",
        "CUST_FIELD5[1]=caf%C3%83%C2%A9 | CUST_FIELD5 | WARNING | check.charset",
        "CUST_FIELD5[1]=<b>x</b> | CUST_FIELD5 | WARNING | check.tag",
        "TAX[1]=9 | TAX | WARNING | check.unknownField",
        "VENDOR[1]=4711 | VENDOR | WARNING | check.notAgreed",
        "LEADTIME[1]=-1 | LEADTIME | WRONG | check.whole",
        "LEADTIME[1]=1.5 | LEADTIME | WRONG | check.whole",
        "PRICEUNIT[1]=0 | PRICEUNIT | WRONG | check.whole",
        "SERVICE[1]=Y | SERVICE | WRONG | check.letter",
      })
  void aFieldIsJudgedByTheStandardAndTheConnection(
      String field, String name, Verdict verdict, String key) {
    ReturnCheck check = check(LINE + "&NEW_ITEM-" + field);
    ReturnCheck.Field judged = check.fields().get(5);

    assertThat(judged.field()).isEqualTo(name);
    assertThat(judged.line()).isEqualTo(1);
    assertThat(judged.verdict()).isEqualTo(verdict);
    assertThat(judged.key()).isEqualTo(key);
    assertThat(check.verdict()).isEqualTo(verdict);
    assertSaid(check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRICE | ' 12,50 ' | check.decimal",
        "PRICE | 1.234,50 | check.decimal",
        "PRICE | EUR 5 | check.decimal",
        "PRICE | -5 | check.decimal",
        "PRICE | 1e3 | check.decimal",
        "PRICE | 0.0001 | check.decimal",
        "PRICE | 0.00 | check.zero",
        "QUANTITY | 0 | check.zero",
        "QUANTITY | 1.0005 | check.decimal",
        "QUANTITY | 123456789012 | check.decimal",
        "UNIT | EACH | check.unit",
        "UNIT | D97 | check.unit",
        "UNIT | pce | check.unit",
        "CURRENCY | eur | check.currency",
        "CURRENCY | EURO | check.currency",
        "DESCRIPTION | Een omschrijving van meer dan veertig tekens lang | check.tooLong",
      })
  void aValueThatTheirSystemWouldCutOrDropIsWrong(String field, String value, String key) {
    String line =
        LINE.replaceAll(
            "NEW_ITEM-" + field + "\\[1]=[^&]*",
            "NEW_ITEM-" + field + "[1]=" + encoded(value, StandardCharsets.UTF_8));
    ReturnCheck check = check(line);

    assertThat(check.of(Verdict.WRONG)).singleElement();
    assertThat(check.of(Verdict.WRONG).get(0).key()).isEqualTo(key);
    assertThat(check.of(Verdict.WRONG).get(0).field()).isEqualTo(field);
    assertSaid(check);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW_ITEM-DESCRIPTION[1]=Fruitmand&, '', DESCRIPTION, check.missing",
    "NEW_ITEM-UNIT[1]=PCE&, '', UNIT, check.missing",
    "NEW_ITEM-QUANTITY[1]=2, NEW_ITEM-QUANTITY[1]=, QUANTITY, check.missing",
    "&NEW_ITEM-CURRENCY[1]=EUR, '', CURRENCY, check.dependent",
    "&NEW_ITEM-CURRENCY[1]=EUR, &NEW_ITEM-CURRENCY[1]=EUR&NEW_ITEM-EXT_QUOTE_ITEM[1]=1, EXT_QUOTE_ID, check.dependent",
  })
  void whatALineLacksFollowsAfterIt(String without, String instead, String field, String key) {
    ReturnCheck check = check(LINE.replace(without, instead));

    assertThat(check.of(Verdict.WRONG)).singleElement();
    ReturnCheck.Field missing = check.of(Verdict.WRONG).get(0);
    assertThat(missing.key()).isEqualTo(key);
    assertThat(missing.field()).isEqualTo(field);
    assertThat(missing.value()).isNull();
    assertThat(missing.name()).isEqualTo("NEW_ITEM-" + field + "[1]");
    assertSaid(check);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW_ITEM-LONGTEXT[1]",
    "NEW_ITEM-LONGTEXT_1[]",
    "NEW_ITEM-LONGTEXT_1:132[1]",
    "NEW_ITEM_CERT[1]",
    "NEW_ITEM-UNIT",
    "NEW_ITEM-UNIT[0]",
    "NEW_ITEM-UNIT[01]",
    "NEW_ITEM-UNIT[9999999]",
    "new_item-UNIT[1]",
    "NEW_ITEM-unit[1]",
  })
  void aNameOfAnotherFormIsReadByNobody(String name) {
    ReturnCheck check = check(LINE + "&" + name + "=x");

    assertThat(check.of(Verdict.WRONG)).singleElement();
    assertThat(check.of(Verdict.WRONG).get(0).key()).isEqualTo("check.name");
    assertThat(check.of(Verdict.WRONG).get(0).name()).isEqualTo(name);
    assertSaid(check);
  }

  @Test
  void aGapInTheNumbersIsWrongBecauseSomeStopReadingThere() {
    ReturnCheck check = check(LINE + "&" + LINE.replace("[1]", "[3]"));

    assertThat(check.of(Verdict.WRONG))
        .extracting(ReturnCheck.Field::key)
        .containsExactly("check.gap");
    assertThat(check.of(Verdict.WRONG).get(0).sentence(DUTCH)).contains("regel 2");
  }

  @Test
  void moreLinesThanTheyTakeIsWrong() {
    String two = LINE + "&" + LINE.replace("[1]", "[2]");

    assertThat(
            ReturnCheck.of(
                    RawParameter.parse(two, StandardCharsets.UTF_8),
                    SAP.with().longestReturn(1).build())
                .of(Verdict.WRONG))
        .extracting(ReturnCheck.Field::key)
        .containsExactly("check.tooManyLines");
  }

  @Test
  void aDecimalCommaIsRightWhereItWasAgreedAndAPointIsNot() {
    OciProfile comma = SAP.with().decimalComma(true).build();

    assertThat(ReturnCheck.of(parse(LINE.replace("34.95", "34,95")), comma).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(ReturnCheck.of(parse(LINE), comma).of(Verdict.WRONG))
        .extracting(ReturnCheck.Field::key)
        .containsExactly("check.decimal");
  }

  @Test
  void whatIsNoItemIsPassedOn() {
    ReturnCheck check = check("~OkCode=ADDI&sap-client=100&" + LINE);

    assertThat(check.verdict()).isEqualTo(Verdict.OK);
    assertThat(check.fields())
        .filteredOn(field -> field.line() == 0)
        .extracting(ReturnCheck.Field::name)
        .containsExactly("~OkCode", "sap-client");
    assertSaid(check);
  }

  @Test
  void anEmptyReturnIsAWayBackWithoutABasket() {
    assertThat(check("~OkCode=ADDI").verdict()).isEqualTo(Verdict.OK);
    assertThat(check("").lines()).isZero();
  }

  @Test
  void materialNumberAndDescriptionTogetherAreAWarning() {
    List<Rule> rules = new ArrayList<>(SAP.rules());
    rules.add(Rule.of("MATNR", "sku"));
    ReturnCheck check =
        ReturnCheck.of(parse(LINE + "&NEW_ITEM-MATNR[1]=4711"), SAP.with().rules(rules).build());

    assertThat(check.of(Verdict.WARNING))
        .extracting(ReturnCheck.Field::key)
        .containsExactly("check.materialAndDescription");
    assertThat(check.verdict()).isEqualTo(Verdict.WARNING);
  }

  private static void assertSaid(ReturnCheck check) {
    for (ReturnCheck.Field field : check.fields()) {
      for (Locale reader : List.of(DUTCH, Locale.ENGLISH)) {
        assertThat(field.sentence(reader)).doesNotContain("{").endsWith(".");
        if (field.verdict() == Verdict.WRONG) {
          assertThat(field.sentence(reader)).contains(". ");
        }
      }
    }
  }

  private static ReturnCheck check(String body) {
    return ReturnCheck.of(parse(body), SAP);
  }

  private static List<RawParameter> parse(String body) {
    return RawParameter.parse(body, StandardCharsets.UTF_8);
  }

  private static String encoded(String text, Charset charset) {
    return URLEncoder.encode(text, charset);
  }
}
