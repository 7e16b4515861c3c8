package nl.topfruit.shop.protocol.oci.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.topfruit.shop.connection.Presets;
import nl.topfruit.shop.protocol.LineKey;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciItem;
import nl.topfruit.shop.protocol.oci.OciReturnReader;
import nl.topfruit.shop.protocol.oci.RawParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OciReturnTest {

  private static final OciProfile SAP = Presets.of("sap-srm").profile();
  private static final OciProfile GENERIC = Presets.of("oci-4.0").profile();

  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  @Test
  void theWholeTableOfFieldsStandsAsTheSpecificationNamesIt() {
    OciReturn sent = sap(item("Fruitmand M", "Rozenhof", "2", "34.95"));

    assertThat(values(sent))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("NEW_ITEM-DESCRIPTION[1]", "Fruitmand M Rozenhof do 26-11 #K7Q-2"),
                Map.entry("NEW_ITEM-QUANTITY[1]", "2"),
                Map.entry("NEW_ITEM-UNIT[1]", "PCE"),
                Map.entry("NEW_ITEM-PRICE[1]", "34.95"),
                Map.entry("NEW_ITEM-CURRENCY[1]", "EUR"),
                Map.entry("NEW_ITEM-LEADTIME[1]", "3"),
                Map.entry("NEW_ITEM-LONGTEXT_1:132[]", "Fruitmand Klassiek M\nVoor kamer 12"),
                Map.entry("NEW_ITEM-VENDORMAT[1]", "FM-1004"),
                Map.entry("NEW_ITEM-EXT_PRODUCT_ID[1]", "FM-1004"),
                Map.entry("NEW_ITEM-EXT_QUOTE_ID[1]", "AV-2026-0042"),
                Map.entry("NEW_ITEM-EXT_QUOTE_ITEM[1]", "2"),
                Map.entry("NEW_ITEM-CUST_FIELD1[1]", "4120"),
                Map.entry("NEW_ITEM-CUST_FIELD2[1]", "999102"),
                Map.entry("NEW_ITEM-CUST_FIELD3[1]", "20261126"),
                Map.entry("NEW_ITEM-CUST_FIELD4[1]", "LH-03")));
    assertThat(sent.findings()).isEmpty();
    assertThat(sent.maySend()).isTrue();
  }

  @Test
  void theDescriptionOfTheHouseIsFortyCharactersAtMostAndEndsWithTheLineKey() {
    assertThat(description("Fruitmand M", "Rozenhof"))
        .isEqualTo("Fruitmand M Rozenhof do 26-11 #K7Q-2");
  }

  @ParameterizedTest
  @CsvSource({
    "Fruitmand Klassiek M, Rozenhof",
    "Fruitmand met rode wijn en een heel lange naam, Dagbesteding De Werf",
    "Zevenendertiglettersinéénwoordzonderblanks, Rozenhof",
    "Fruitmand voor beste collega’s ëëëëëëëëëëëëëëë, Het Veerhuis",
  })
  void aLongDescriptionIsCutOnAWordAndKeepsDayAndKey(String name, String place) {
    String description = description(name, place);

    assertThat(description.codePointCount(0, description.length())).isLessThanOrEqualTo(40);
    assertThat(description).endsWith(" do 26-11 #K7Q-2");
    assertThat(LineKey.in(description)).contains("K7Q-2");
    String head = description.substring(0, description.length() - " do 26-11 #K7Q-2".length());
    String fitted = OciCharset.fit(name + " " + place, StandardCharsets.ISO_8859_1);
    assertThat(fitted).startsWith(head);
    if (head.contains(" ")) {
      assertThat(fitted.charAt(head.length())).isEqualTo(' ');
    }
  }

  @Test
  void fortyAreCharactersAndNotBytesAndAnAccentIsNoCharacterOfItsOwn() {
    String decomposed = "Fruitmand creme brule\u0301e";

    assertThat(OciCharset.fit(decomposed, StandardCharsets.UTF_8))
        .isEqualTo("Fruitmand creme brulée");
    assertThat(OciText.cut("x".repeat(39) + "ë", 40)).hasSize(40).endsWith("ë");
    assertThat(OciText.cut("x".repeat(38) + " ëy", 40)).isEqualTo("x".repeat(38));
    assertThat(OciText.cut("appel peer kers", 10)).isEqualTo("appel peer");
    assertThat(OciText.cut("appel peer kers", 9)).isEqualTo("appel");
    assertThat(OciText.cut("🍎".repeat(41), 40)).isEqualTo("🍎".repeat(40));
  }

  @Test
  void longTextHasItsIndexBeforeTheColonForEveryItem() {
    OciReturn sent =
        sap(item("A", null, "1", "1.00"), item("B", null, "1", "1.00"), item("C", null, "1", "1"));

    assertThat(values(sent))
        .containsKeys(
            "NEW_ITEM-LONGTEXT_1:132[]", "NEW_ITEM-LONGTEXT_2:132[]", "NEW_ITEM-LONGTEXT_3:132[]");
  }

  @Test
  void emptyFieldsAreLeftOut() {
    OciReturn sent = sap(item("A", null, "1", "1.00"));

    assertThat(sent.fields()).noneMatch(field -> field.value().isBlank());
    assertThat(values(sent)).doesNotContainKeys("NEW_ITEM-CUST_FIELD5[1]", "NEW_ITEM-PRICEUNIT[1]");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 34.95, 1, 34.95, ",
    "12.000, 5, 12, 5.00, ",
    "0.5, 2.5, 0.5, 2.50, ",
    "1, 0.125, 1, 0.125, ",
    "1, 0.1234, 1, 1.234, 10",
    "1000, 0.00012, 1000, 0.012, 100",
    "1, 34.950000, 1, 34.95, ",
    "1, 1E+2, 1, 100.00, ",
  })
  void numbersHaveAPointAndThreeDecimalsAtMost(
      String quantity, String price, String sentQuantity, String sentPrice, String priceUnit) {
    Map<String, String> sent = values(sap(item("A", null, quantity, price)));

    assertThat(sent.get("NEW_ITEM-QUANTITY[1]")).isEqualTo(sentQuantity);
    assertThat(sent.get("NEW_ITEM-PRICE[1]")).isEqualTo(sentPrice);
    assertThat(sent.get("NEW_ITEM-PRICEUNIT[1]")).isEqualTo(priceUnit);
  }

  @Test
  void aFinerPriceIsBlockedWhereTheSystemIgnoresThePriceUnit() {
    OciReturn sent =
        OciReturn.of(
            List.of(item("A", null, "1", "0.125")), GENERIC, StandardCharsets.UTF_8, DUTCH);

    assertThat(sent.maySend()).isFalse();
    assertThat(sent.findings())
        .extracting(OciReturn.Finding::key)
        .containsExactly("oci.priceTooFine");
  }

  @Test
  void aQuantityOfMoreThanThreeDecimalsIsBlocked() {
    assertThat(sap(item("A", null, "1.0005", "1")).findings())
        .extracting(OciReturn.Finding::key)
        .containsExactly("oci.quantityTooFine");
  }

  @Test
  void aUnitOutsideTheTableIsBlockedBecauseTheirSystemWouldDropTheLine() {
    OciItem bunch = with(item("A", null, "1", "1.00"), "D97", "FM-1", "4120", "x");
    OciReturn sent = sap(bunch);

    assertThat(sent.maySend()).isFalse();
    assertThat(sent.findings()).extracting(OciReturn.Finding::field).contains("UNIT");
  }

  @ParameterizedTest
  @CsvSource({"C62, PCE", "H87, PCE", "EA, PCE", "KGM, KGM"})
  void unitsAreThoseOfTheTableOfTheConnection(String unit, String sentUnit) {
    assertThat(values(sap(with(item("A", null, "1", "1"), unit, "S", "4", "x"))))
        .containsEntry("NEW_ITEM-UNIT[1]", sentUnit);
  }

  @Test
  void aCodeIsNeverCutButBlocked() {
    OciReturn sent = sap(with(item("A", null, "1", "1"), "C62", "FM-1", "KPL-12345678", "x"));

    assertThat(sent.maySend()).isFalse();
    assertThat(values(sent)).containsEntry("NEW_ITEM-CUST_FIELD1[1]", "KPL-12345678");
    assertThat(sent.findings())
        .containsExactly(
            new OciReturn.Finding(
                0,
                "CUST_FIELD1",
                ItemValue.COST_CENTRE,
                "oci.tooLong",
                "KPL-12345678",
                "10",
                true,
                true));
  }

  @Test
  void blanksInAnArticleNumberStay() {
    assertThat(values(sap(with(item("A", null, "1", "1"), "C62", "031710    005  100", "4", "x"))))
        .containsEntry("NEW_ITEM-EXT_PRODUCT_ID[1]", "031710    005  100");
  }

  @Test
  void tagsAndControlCharactersAreStrippedAndTheRestIsKept() {
    OciItem item =
        with(
            item("5\" appel & \"peer\" <b>vet</b>\u0007", null, "1", "1"),
            "C62",
            "S",
            "4",
            "regel 1\r\nregel 2 <script>alert(1)</script> a < b");
    Map<String, String> sent = values(sap(item));

    assertThat(sent.get("NEW_ITEM-DESCRIPTION[1]")).startsWith("5\" appel & \"peer\"");
    assertThat(sent.get("NEW_ITEM-DESCRIPTION[1]")).doesNotContain("<b>").doesNotContain("\u0007");
    assertThat(sent.get("NEW_ITEM-LONGTEXT_1:132[]")).isEqualTo("regel 1\nregel 2 alert(1) a < b");
  }

  @ParameterizedTest
  @CsvSource({
    "'Łódź złoty', 'Lódz zloty'",
    "'Appel 🍎 en peer', 'Appel en peer'",
    "'≥ 5 stuks – € 2,50', '>= 5 stuks - EUR 2,50'",
    "'“mand” ‘s morgens…', '\"mand\" ''s morgens...'",
    "'crème brûlée ½', 'crème brûlée ½'",
    "'Škoda Čapek', 'Skoda Capek'",
    "'Яблоко', '??????'",
  })
  void whatLatin1LacksIsWrittenInOtherLetters(String text, String sent) {
    OciItem item = with(item("A", null, "1", "1"), "C62", "S", "4", text);

    assertThat(values(sap(item))).containsEntry("NEW_ITEM-LONGTEXT_1:132[]", sent);
  }

  @Test
  void windows1252KeepsWhatItHas() {
    Charset windows = OciCharset.named("Windows-1252").orElseThrow();

    assertThat(OciCharset.fit("€ – “x” š ł", windows)).isEqualTo("€ – “x” š l");
    assertThat(OciCharset.fit("🍎 ł", StandardCharsets.UTF_8)).isEqualTo("🍎 ł");
  }

  @Test
  void aDecimalCommaIsGivenWhereTheConnectionAsksForIt() {
    OciProfile comma = GENERIC.with().decimalComma(true).build();
    OciReturn sent =
        OciReturn.of(
            List.of(item("A", null, "0.5", "1234.5")), comma, StandardCharsets.UTF_8, DUTCH);

    assertThat(values(sent))
        .containsEntry("NEW_ITEM-PRICE[1]", "1234,50")
        .containsEntry("NEW_ITEM-QUANTITY[1]", "0,5");
  }

  @Test
  void mappingIsDataOfTheConnection() {
    List<Rule> rules = new ArrayList<>(GENERIC.rules());
    rules.add(Rule.of("VENDOR", "\"0000104711\""));
    rules.add(Rule.of("TAX", "vat-rate"));
    OciProfile profile = GENERIC.with().rules(rules).units(Map.of("C62", "ST")).build();
    OciReturn sent =
        OciReturn.of(List.of(item("A", null, "1", "1")), profile, StandardCharsets.UTF_8, DUTCH);

    assertThat(values(sent))
        .containsEntry("NEW_ITEM-VENDOR[1]", "0000104711")
        .containsEntry("NEW_ITEM-TAX[1]", "9")
        .containsEntry("NEW_ITEM-UNIT[1]", "ST");
  }

  @Test
  void aHundredAndTwentyLinesAreNumberedWithoutGaps() {
    List<OciItem> items =
        IntStream.range(0, 120).mapToObj(i -> item("A" + i, null, "1", "1")).toList();
    OciReturn sent = OciReturn.of(items, SAP, StandardCharsets.ISO_8859_1, DUTCH);
    OciReturnReader.Returned returned =
        OciReturnReader.read(
            sent.fields().stream()
                .map(field -> new RawParameter(field.name(), field.value(), ""))
                .toList());

    assertThat(returned.items()).hasSize(120);
    assertThat(returned.faults()).isEmpty();
    assertThat(returned.items().get(119).get("DESCRIPTION")).startsWith("A119 ");
  }

  @Test
  void theReaderTakesNamesRawAndReportsThoseOfAnotherForm() {
    OciReturnReader.Returned returned =
        OciReturnReader.read(
            RawParameter.parse(
                "NEW_ITEM-UNIT%5B2%5D=EA&NEW_ITEM-UNIT[1]=PCE&NEW_ITEM-LONGTEXT_2:132[]=twee"
                    + "&NEW_ITEM-LONGTEXT[1]=fout&NEW_ITEM-UNIT[1]=EA&NEW_ITEM_CERT[1]=x"
                    + "&NEW_ITEM-UNIT[4]=EA&~OkCode=ADDI",
                StandardCharsets.UTF_8));

    assertThat(returned.items())
        .containsExactly(
            Map.of("UNIT", "PCE"), Map.of("UNIT", "EA", "LONGTEXT", "twee"), Map.of("UNIT", "EA"));
    assertThat(returned.others()).containsExactly(new FormField("~OkCode", "ADDI"));
    assertThat(returned.faults())
        .containsExactlyInAnyOrder(
            "NEW_ITEM-LONGTEXT[1]", "NEW_ITEM-UNIT[1]", "NEW_ITEM_CERT[1]", "NEW_ITEM [3]");
  }

  @Test
  void everyFieldOfTheStandardCanBeSentInItsLength() {
    OciProfile whole =
        OciProfile.BARE
            .with()
            .version(OciProfile.Version.OCI_5_0)
            .units(Map.of("C62", "PCE"))
            .customFields(Map.of("TAX", 5))
            .rules(
                Stream.of(
                        "DESCRIPTION=name",
                        "MATNR=sku",
                        "QUANTITY=quantity",
                        "UNIT=unit",
                        "PRICE=price",
                        "CURRENCY=currency",
                        "PRICEUNIT=\"1\"",
                        "LEADTIME=lead-time",
                        "LONGTEXT=long-text",
                        "VENDOR=\"4711\"",
                        "VENDORMAT=sku",
                        "MANUFACTCODE=\"TF\"",
                        "MANUFACTMAT=sku",
                        "MATGROUP=\"FRUIT\"",
                        "SERVICE=\"X\"",
                        "CONTRACT=\"4600000123\"",
                        "CONTRACT_ITEM=\"10\"",
                        "EXT_QUOTE_ID=quote-id",
                        "EXT_QUOTE_ITEM=quote-item",
                        "EXT_PRODUCT_ID=sku",
                        "ATTACHMENT=picture-url",
                        "ATTACHMENT_TITLE=name",
                        "ATTACHMENT_PURPOSE=\"C\"",
                        "EXT_SCHEMA_TYPE=\"UNSPSC\"",
                        "EXT_CATEGORY_ID=table(category, \"fruitmanden\"=\"50300000\")",
                        "EXT_CATEGORY=table(category, \"fruitmanden\"=\"Vers fruit\")",
                        "SLD_SYS_NAME=\"MDM\"",
                        "CUST_FIELD1=cost-centre",
                        "CUST_FIELD2=ledger-code",
                        "CUST_FIELD3=delivery-day",
                        "CUST_FIELD4=branch-code",
                        "CUST_FIELD5=join(\" \", web-shop, line-key)",
                        "ITEM_TYPE=\"R\"",
                        "PARENT_ID=quote-item",
                        "TAX=vat-rate")
                    .map(rule -> rule.split("=", 2))
                    .map(rule -> Rule.of(rule[0], rule[1]))
                    .toList())
            .build();
    OciReturn sent = OciReturn.of(List.of(classified()), whole, StandardCharsets.UTF_8, DUTCH);

    assertThat(sent.findings()).isEmpty();
    assertThat(values(sent))
        .hasSize(35)
        .containsEntry("NEW_ITEM-EXT_SCHEMA_TYPE[1]", "UNSPSC")
        .containsEntry("NEW_ITEM-EXT_CATEGORY_ID[1]", "50300000")
        .containsEntry("NEW_ITEM-EXT_CATEGORY[1]", "Vers fruit")
        .containsEntry("NEW_ITEM-MATGROUP[1]", "FRUIT")
        .containsEntry("NEW_ITEM-CONTRACT_ITEM[1]", "10")
        .containsEntry("NEW_ITEM-ATTACHMENT[1]", "https://shop.example/fm.jpg")
        .containsEntry("NEW_ITEM-CUST_FIELD5[1]", "topfruit K7Q-2")
        .containsEntry("NEW_ITEM-TAX[1]", "9");
    assertThat(whole.faults())
        .extracting(ProfileFault::key)
        .containsExactly("profile.materialAndDescription");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, PRICE, oci.priceNotPositive",
    "0.00, 1, PRICE, oci.priceNotPositive",
    "-5, 1, PRICE, oci.priceNotPositive",
    "123456789012, 1, PRICE, oci.priceTooFine",
    "1, 0, QUANTITY, oci.quantityNotPositive",
    "1, -2, QUANTITY, oci.quantityNotPositive",
    "1, 1.0005, QUANTITY, oci.quantityTooFine",
    "1, 123456789012, QUANTITY, oci.quantityTooFine",
  })
  void aLineThatTheirSystemWouldDropForANumberIsBlockedWithTheRemedy(
      String price, String quantity, String field, String key) {
    OciReturn sent = sap(item("A", null, quantity, price));

    assertThat(sent.maySend()).isFalse();
    assertBlocked(sent, 0, field, key);
  }

  @Test
  void halfAKilogramIsSentAsItIs() {
    assertThat(values(sap(with(item("A", null, "0.500", "4.20"), "KGM", "S", "4", "x"))))
        .containsEntry("NEW_ITEM-QUANTITY[1]", "0.5")
        .containsEntry("NEW_ITEM-UNIT[1]", "KGM")
        .containsEntry("NEW_ITEM-PRICE[1]", "4.20");
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 100, 100.00",
    "JPY, 100, 100",
    "KWD, 1.5, 1.500",
    "XYZ, 100, 100.00",
    "EUR, 0.125, 0.125",
  })
  void anAmountHasTheDecimalsOfItsCurrency(String currency, String price, String sent) {
    OciItem item = item("A", null, "1", price);
    OciItem foreign =
        new OciItem(
            item.sku(),
            item.name(),
            item.quantity(),
            item.unit(),
            item.price(),
            currency,
            item.longText(),
            item.vatRate(),
            null,
            null);

    assertThat(values(sap(foreign))).containsEntry("NEW_ITEM-PRICE[1]", sent);
  }

  @Test
  void linesBeyondTheirLimitAreBlockedOneByOne() {
    List<OciItem> items =
        IntStream.range(0, 5).mapToObj(i -> item("A" + i, null, "1", "1")).toList();
    OciProfile three = SAP.with().longestReturn(3).build();
    OciReturn sent = OciReturn.of(items, three, StandardCharsets.UTF_8, DUTCH);

    assertThat(sent.maySend()).isFalse();
    assertThat(sent.findings()).extracting(OciReturn.Finding::item).containsExactly(3, 4);
    assertThat(sent.findings()).extracting(OciReturn.Finding::key).containsOnly("oci.tooManyLines");
    assertThat(sent.findings().get(0).sentence(DUTCH)).contains("tegelijk aanneemt is 3");
    assertThat(OciReturn.of(items.subList(0, 3), three, StandardCharsets.UTF_8, DUTCH).findings())
        .isEmpty();
  }

  @Test
  void aDayThatHasPassedGivesNoLeadTimeOfLessThanNought() {
    OciItem item = item("A", null, "1", "1");
    OciItem late =
        new OciItem(
            item.sku(),
            item.name(),
            item.quantity(),
            item.unit(),
            item.price(),
            item.currency(),
            item.longText(),
            null,
            item.deliverOn(),
            item.lineKey(),
            item.quoteId(),
            item.quoteItem(),
            -1,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertBlocked(sap(late), 0, "LEADTIME", "oci.leadTimeNegative");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CONTRACT_ITEM | \"10\" | CONTRACT_ITEM | oci.dependent",
        "EXT_CATEGORY_ID | \"50300000\" | EXT_CATEGORY_ID | oci.dependent",
        "ATTACHMENT_PURPOSE | \"C\" | ATTACHMENT_PURPOSE | oci.dependent",
        "MATGROUP | table(cost-centre, \"1\"=\"A\") | MATGROUP | oci.notInTable",
        "VENDOR | \"00000104711\" | VENDOR | oci.tooLong",
        "LEADTIME | \"3 dagen\" | LEADTIME | oci.tooLong",
        "PRICEUNIT | \"tien\" | PRICEUNIT | oci.notANumber",
        "VENDOR | \"Łódź\" | VENDOR | oci.codeNotInCharset",
        "MATGROUP | last(pad(\"Ł\", 3, \"0\"), 3) | MATGROUP | oci.codeNotInCharset",
      })
  void aFieldThatIsNoUseToThemIsBlocked(String field, String value, String found, String key) {
    List<Rule> rules = new ArrayList<>(SAP.rules());
    rules.removeIf(rule -> rule.field().equals(field));
    rules.add(Rule.of(field, value));
    OciReturn sent =
        OciReturn.of(
            List.of(item("A", null, "1", "1")),
            SAP.with().rules(rules).build(),
            StandardCharsets.ISO_8859_1,
            DUTCH);

    assertThat(sent.findings().get(0).key()).isEqualTo(key);
    assertThat(sent.findings().get(0).field()).isEqualTo(found);
    assertThat(sent.maySend()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"DESCRIPTION, oci.missing", "UNIT, oci.missing", "QUANTITY, oci.missing"})
  void aMandatoryFieldWithoutARuleIsBlocked(String field, String key) {
    assertBlocked(sap(SAP, field), 0, field, key);
  }

  @Test
  void aPriceWithoutItsCurrencyIsBlocked() {
    assertBlocked(sap(SAP, "CURRENCY"), 0, "PRICE", "oci.dependent");
  }

  @Test
  void theirOwnMaterialNumberStandsForDescriptionAndUnit() {
    List<Rule> rules = new ArrayList<>(SAP.rules());
    rules.removeIf(rule -> rule.field().equals("DESCRIPTION") || rule.field().equals("UNIT"));
    rules.add(Rule.of("MATNR", "sku"));

    assertThat(
            OciReturn.of(
                    List.of(with(item("A", null, "1", "1"), "D97", "S", "4", "x")),
                    SAP.with().rules(rules).build(),
                    StandardCharsets.UTF_8,
                    DUTCH)
                .findings())
        .isEmpty();
  }

  @Test
  void aCodeIsNotWrittenInOtherLettersButBlocked() {
    OciReturn sent = sap(with(item("A", null, "1", "1"), "C62", "S", "Ł12", "x"));

    assertBlocked(sent, 0, "CUST_FIELD1", "oci.codeNotInCharset");
    assertThat(sap(with(item("A", null, "1", "1"), "C62", "S", "E\u0301-1", "x")).findings())
        .isEmpty();
  }

  @Test
  void aCutMattersToTheBuyerWhenItIsHisOwnWords() {
    OciItem item = item("Een naam die zo lang is dat zij nergens in past", "Rozenhof", "1", "1");
    OciReturn sent =
        sap(
            withReference(
                item, "Voor de jaarlijkse bijeenkomst van alle vrijwilligers van de Rozenhof"));

    assertThat(sent.maySend()).isTrue();
    assertThat(sent.findings())
        .filteredOn(finding -> finding.field().equals("CUST_FIELD5"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.toBuyer()).isTrue();
              assertThat(finding.value()).isEqualTo("Voor de jaarlijkse bijeenkomst van alle");
              assertThat(finding.sentence(DUTCH)).startsWith("Referentie (CUST_FIELD5) ");
            });
    assertThat(sent.findings())
        .filteredOn(finding -> finding.field().equals("DESCRIPTION"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.toBuyer()).isFalse());
  }

  @Test
  void wordsInAnotherScriptAreReportedAndTheBuyersOwnToHim() {
    OciReturn sent = sap(withReference(item("Яблоко", null, "1", "1"), "для Ани"));

    assertThat(sent.maySend()).isTrue();
    assertThat(sent.findings())
        .extracting(OciReturn.Finding::field, OciReturn.Finding::key, OciReturn.Finding::toBuyer)
        .containsExactly(
            tuple("DESCRIPTION", "oci.lettersLost", false),
            tuple("CUST_FIELD5", "oci.lettersLost", true));
  }

  @Test
  void aNameOfFortyOneCharactersKeepsTheAccentAtItsFortieth() {
    List<Rule> rules = new ArrayList<>(SAP.rules());
    rules.removeIf(rule -> rule.field().equals("DESCRIPTION"));
    rules.add(Rule.of("DESCRIPTION", "name"));
    OciReturn sent =
        OciReturn.of(
            List.of(item("x".repeat(39) + "e\u0308y", null, "1", "1")),
            SAP.with().rules(rules).build(),
            StandardCharsets.ISO_8859_1,
            DUTCH);

    assertThat(values(sent)).containsEntry("NEW_ITEM-DESCRIPTION[1]", "x".repeat(39) + "ë");
  }

  @Test
  void anEmojiFallsOutUnderLatin1AndStaysUnderUtf8() {
    OciItem apple = item("Appel 🍎 en peer 🍐", null, "1", "1");

    assertThat(values(sap(apple)).get("NEW_ITEM-DESCRIPTION[1]"))
        .isEqualTo("Appel en peer do 26-11 #K7Q-2");
    assertThat(
            values(OciReturn.of(List.of(apple), GENERIC, StandardCharsets.UTF_8, DUTCH))
                .get("NEW_ITEM-DESCRIPTION[1]"))
        .isEqualTo("Appel 🍎 en peer 🍐 do 26-11 #K7Q-2");
  }

  @Test
  void everyFindingHasAReasonAndARemedyInBothLanguages() {
    OciItem wrong = with(item("Яблоко", null, "0", "0"), "D97", "S", "KPL-12345678", "x");
    OciReturn sent = sap(wrong);

    assertThat(sent.findings()).hasSize(5);
    for (OciReturn.Finding finding : sent.findings()) {
      for (Locale reader : List.of(DUTCH, Locale.ENGLISH)) {
        String sentence = finding.sentence(reader);
        assertThat(sentence).doesNotContain("{");
        if (finding.blocking()) {
          assertThat(sentence).contains(". ");
        }
      }
    }
  }

  private static String description(String name, String place) {
    return values(sap(item(name, place, "1", "1"))).get("NEW_ITEM-DESCRIPTION[1]");
  }

  private static void assertBlocked(OciReturn sent, int item, String field, String key) {
    assertThat(sent.findings()).singleElement();
    OciReturn.Finding finding = sent.findings().get(0);
    assertThat(finding.item()).isEqualTo(item);
    assertThat(finding.field()).isEqualTo(field);
    assertThat(finding.key()).isEqualTo(key);
    assertThat(finding.blocking()).isTrue();
    assertThat(finding.toBuyer()).isTrue();
    assertThat(finding.sentence(DUTCH)).doesNotContain("{").contains(". ");
    assertThat(finding.sentence(Locale.ENGLISH)).doesNotContain("{").contains(". ");
  }

  private static OciReturn sap(OciProfile profile, String withoutField) {
    return OciReturn.of(
        List.of(item("A", null, "1", "1")),
        profile
            .with()
            .rules(
                profile.rules().stream()
                    .filter(rule -> !rule.field().equals(withoutField))
                    .toList())
            .build(),
        StandardCharsets.ISO_8859_1,
        DUTCH);
  }

  private static OciReturn sap(OciItem... items) {
    return OciReturn.of(List.of(items), SAP, StandardCharsets.ISO_8859_1, DUTCH);
  }

  private static Map<String, String> values(OciReturn sent) {
    Map<String, String> values =
        sent.fields().stream().collect(Collectors.toMap(FormField::name, FormField::value));
    return new HashMap<>(values);
  }

  static OciItem item(String name, String place, String quantity, String price) {
    return new OciItem(
        "FM-1004",
        name,
        new BigDecimal(quantity),
        "C62",
        new BigDecimal(price),
        "EUR",
        "Fruitmand Klassiek M\nVoor kamer 12",
        place,
        LocalDate.of(2026, 11, 26),
        "K7Q-2",
        "AV-2026-0042",
        "2",
        3,
        new BigDecimal("9.00"),
        "4120",
        "999102",
        "LH-03",
        "bewoner",
        null,
        null,
        null,
        null,
        "topfruit");
  }

  private static OciItem with(
      OciItem item, String unit, String sku, String costCentre, String longText) {
    return new OciItem(
        sku,
        item.name(),
        item.quantity(),
        unit,
        item.price(),
        item.currency(),
        longText,
        item.placeName(),
        item.deliverOn(),
        item.lineKey(),
        item.quoteId(),
        item.quoteItem(),
        item.leadTimeDays(),
        item.vatRate(),
        costCentre,
        item.ledgerCode(),
        item.branchCode(),
        item.purpose(),
        item.reference(),
        item.contact(),
        item.category(),
        item.pictureUrl(),
        item.webShop());
  }

  private static OciItem classified() {
    OciItem item = item("Fruitmand M", "Rozenhof", "2", "34.95");
    return new OciItem(
        item.sku(),
        item.name(),
        item.quantity(),
        item.unit(),
        item.price(),
        item.currency(),
        item.longText(),
        item.placeName(),
        item.deliverOn(),
        item.lineKey(),
        item.quoteId(),
        item.quoteItem(),
        item.leadTimeDays(),
        item.vatRate(),
        item.costCentre(),
        item.ledgerCode(),
        item.branchCode(),
        item.purpose(),
        item.reference(),
        item.contact(),
        "fruitmanden",
        "https://shop.example/fm.jpg",
        item.webShop());
  }

  private static OciItem withReference(OciItem item, String reference) {
    return new OciItem(
        item.sku(),
        item.name(),
        item.quantity(),
        item.unit(),
        item.price(),
        item.currency(),
        item.longText(),
        item.placeName(),
        item.deliverOn(),
        item.lineKey(),
        item.quoteId(),
        item.quoteItem(),
        item.leadTimeDays(),
        item.vatRate(),
        item.costCentre(),
        item.ledgerCode(),
        item.branchCode(),
        item.purpose(),
        reference,
        item.contact(),
        item.category(),
        item.pictureUrl(),
        item.webShop());
  }
}
