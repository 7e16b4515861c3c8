package nl.topfruit.shop.protocol.oci.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.topfruit.shop.connection.Presets;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.OciNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileFaultTest {

  private static final OciProfile GENERIC = Presets.of("oci-4.0").profile();

  @Test
  void noPresetHasAFault() {
    for (Presets.Preset preset : Presets.list()) {
      assertThat(preset.profile().faults()).as(preset.key()).isEmpty();
    }
  }

  @Test
  void aBareProfileSaysEverythingThatIsStillToBeDone() {
    assertThat(OciProfile.BARE.faults())
        .filteredOn(ProfileFault::blocking)
        .extracting(ProfileFault::field)
        .containsExactly("units", "DESCRIPTION", "QUANTITY", "UNIT");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("charset", "profile.charset", true, p -> p.with().charset("utf-16").build()),
        fault(
            "target", "profile.targetTooLong", true, p -> p.with().target("x".repeat(61)).build()),
        fault("target", "profile.targetSelf", false, p -> p.with().target("_self").build()),
        fault("priceDecimals", "profile.priceDecimals", true, p -> decimals(p, 4)),
        fault("priceDecimals", "profile.priceDecimals", true, p -> decimals(p, -1)),
        fault("priceDecimals", "profile.fewPriceDecimals", false, p -> decimals(p, 1)),
        fault(
            "longestReturn", "profile.longestReturn", true, p -> p.with().longestReturn(0).build()),
        fault(
            "cancel",
            "profile.cancelName",
            true,
            p -> p.with().cancel(CancelHandling.CANCEL_URL).build()),
        fault("names", "profile.nameTwice", true, p -> named(p, "password")),
        fault("names", "profile.nameIsOurs", true, p -> named(p, "Function")),
        fault("names", "profile.nameIsOurs", true, p -> named(p, "~user")),
        fault("names", "profile.nameEmpty", true, p -> named(p, " ")),
        fault("units", "profile.noUnits", true, p -> p.with().units(Map.of()).build()),
        fault(
            "units", "profile.noPieces", false, p -> p.with().units(Map.of("KGM", "KGM")).build()),
        fault("units.C62", "profile.unitTooLong", true, p -> unit(p, "EACH")),
        fault("units.C62", "profile.unitEmpty", true, p -> unit(p, " ")),
        fault("VENDOR", "profile.customIsStandard", false, p -> custom(p, "VENDOR", 10)),
        fault("TAX", "profile.length", true, p -> custom(p, "TAX", 0)),
        fault("UNIT", "profile.fieldTwice", true, p -> and(p, "UNIT", "unit", null)),
        fault("tax rate", "profile.fieldName", true, p -> and(p, "tax rate", "vat-rate", null)),
        fault(
            "NEW_ITEM-TAX[1]",
            "profile.fieldName",
            true,
            p -> and(p, "NEW_ITEM-TAX[1]", "vat-rate", null)),
        fault("TAX", "profile.unknownField", false, p -> and(p, "TAX", "vat-rate", null)),
        fault("ITEM_TYPE", "profile.onlyOfFive", false, p -> and(p, "ITEM_TYPE", "\"R\"", null)),
        fault("VENDOR", "profile.length", true, p -> and(p, "VENDOR", "\"1\"", 0)),
        fault(
            "MATGROUP",
            "profile.longerThanStandard",
            false,
            p -> and(p, "MATGROUP", "category", 20)),
        fault("VENDOR", "profile.neverFits", true, p -> and(p, "VENDOR", "\"00000104711\"", null)),
        fault(
            "VENDOR",
            "profile.neverFits",
            true,
            p -> and(p, "VENDOR", "pad(branch-code, 11, \"0\")", null)),
        fault(
            "SERVICE",
            "profile.neverFits",
            true,
            p -> and(p, "SERVICE", "table(web-shop, \"a\"=\"X\", else \"nee\")", null)),
        fault("CUST_FIELD3", "profile.neverFits", true, p -> with(p, "delivery-day", 8)),
        fault(
            "CUST_FIELD3",
            "profile.neverFits",
            true,
            p -> with(p, "date(delivery-day, \"yyyy-MM-dd\")", 8)),
        fault("VENDOR", "profile.constantEmpty", false, p -> and(p, "VENDOR", "\" \"", null)),
        fault(
            "VENDOR",
            "profile.constantCharset",
            true,
            p -> and(p.with().charset("ISO-8859-1").build(), "VENDOR", "\"Ł\"", null)),
        fault("QUANTITY", "profile.onlyNumber", true, p -> instead(p, "QUANTITY", "\"1\"")),
        fault("QUANTITY", "profile.onlyNumber", true, p -> instead(p, "QUANTITY", "price")),
        fault("PRICE", "profile.onlyNumber", true, p -> instead(p, "PRICE", "cost-centre")),
        fault("PRICEUNIT", "profile.onlyNumber", true, p -> instead(p, "PRICEUNIT", "\"10\"")),
        fault("LEADTIME", "profile.onlyNumber", true, p -> instead(p, "LEADTIME", "\"snel\"")),
        fault("X", "profile.numberCut", true, p -> and(custom(p, "X", 9), "X", "cut(price, 3)", 9)),
        fault(
            "CUST_FIELD1",
            "profile.codeCut",
            false,
            p -> instead(p, "CUST_FIELD1", "join(\"-\", last(cost-centre, 4), \"x\")")),
        fault("DESCRIPTION", "profile.noRule", true, p -> without(p, "DESCRIPTION")),
        fault("QUANTITY", "profile.noRule", true, p -> without(p, "QUANTITY")),
        fault("UNIT", "profile.noRule", true, p -> without(p, "UNIT")),
        fault("PRICE", "profile.needs", true, p -> without(p, "CURRENCY")),
        fault("EXT_QUOTE_ITEM", "profile.needs", true, p -> without(p, "EXT_QUOTE_ID")),
        fault("CONTRACT_ITEM", "profile.needs", true, p -> and(p, "CONTRACT_ITEM", "\"10\"", null)),
        fault(
            "EXT_CATEGORY_ID",
            "profile.needs",
            true,
            p -> and(p, "EXT_CATEGORY_ID", "category", null)),
        fault(
            "ATTACHMENT_PURPOSE",
            "profile.needs",
            true,
            p -> and(p, "ATTACHMENT_PURPOSE", "\"C\"", null)),
        fault("MATNR", "profile.materialAndDescription", false, p -> and(p, "MATNR", "sku", null)),
        fault("PRICE", "profile.noPrice", false, p -> without(p, "PRICE")),
        fault(
            "PRICEUNIT",
            "profile.priceUnitNotSent",
            true,
            p -> without(p.with().priceUnit(true).build(), "PRICEUNIT")),
        fault("EXT_PRODUCT_ID", "profile.noProduct", false, p -> without(p, "EXT_PRODUCT_ID")),
        fault(
            "EXT_QUOTE_ID",
            "profile.noWayBack",
            false,
            p ->
                instead(
                    without(without(p, "EXT_QUOTE_ID"), "EXT_QUOTE_ITEM"), "DESCRIPTION", "name")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfAProfileIsFoundWhileItIsEdited(
      String field, String key, boolean blocking, Function<OciProfile, OciProfile> change) {
    List<ProfileFault> faults = change.apply(GENERIC).faults();

    assertThat(faults).singleElement();
    ProfileFault fault = faults.get(0);
    assertThat(fault.field()).isEqualTo(field);
    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.blocking()).isEqualTo(blocking);
    for (Locale reader : List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH)) {
      assertThat(fault.sentence(reader)).doesNotContain("{").contains(". ").endsWith(".");
    }
  }

  @Test
  void aLineWithTheirOwnMaterialNumberNeedsNoDescriptionAndNoUnit() {
    OciProfile material =
        without(without(and(GENERIC, "MATNR", "sku", null), "DESCRIPTION"), "UNIT");

    assertThat(material.faults()).isEmpty();
  }

  @Test
  void whatWasAgreedAsACustomFieldIsNoSurprise() {
    assertThat(and(custom(GENERIC, "TAX", 5), "TAX", "vat-rate", null).faults()).isEmpty();
    assertThat(
            and(
                    GENERIC.with().version(OciProfile.Version.OCI_5_0).build(),
                    "ITEM_TYPE",
                    "\"R\"",
                    null)
                .faults())
        .isEmpty();
  }

  private static Arguments fault(
      String field, String key, boolean blocking, Function<OciProfile, OciProfile> change) {
    return arguments(field, key, blocking, change);
  }

  private static OciProfile decimals(OciProfile profile, int decimals) {
    return profile.with().priceDecimals(decimals).build();
  }

  private static OciProfile named(OciProfile profile, String username) {
    OciNames names = profile.names();
    return profile
        .with()
        .names(new OciNames(List.of(username), names.password(), names.hook(), false))
        .build();
  }

  private static OciProfile unit(OciProfile profile, String code) {
    return profile.with().units(Map.of("C62", code)).build();
  }

  private static OciProfile custom(OciProfile profile, String name, int length) {
    return profile.with().customFields(Map.of(name, length)).build();
  }

  private static OciProfile and(OciProfile profile, String field, String value, Integer length) {
    List<Rule> rules = new ArrayList<>(profile.rules());
    rules.add(new Rule(field, Expression.parse(value), length));
    return profile.with().rules(rules).build();
  }

  private static OciProfile with(OciProfile profile, String value, int length) {
    return and(without(profile, "CUST_FIELD3"), "CUST_FIELD3", value, length);
  }

  private static OciProfile instead(OciProfile profile, String field, String value) {
    return and(without(profile, field), field, value, null);
  }

  private static OciProfile without(OciProfile profile, String field) {
    return profile
        .with()
        .rules(profile.rules().stream().filter(rule -> !rule.field().equals(field)).toList())
        .build();
  }
}
