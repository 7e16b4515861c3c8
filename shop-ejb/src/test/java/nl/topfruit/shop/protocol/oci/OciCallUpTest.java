package nl.topfruit.shop.protocol.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OciCallUpTest {

  private static final String LOGIN = "USERNAME=delinde&PASSWORD=demo";
  private static final String HOOK = "&HOOK_URL=https%3A%2F%2Ferp.example%2Fx%3Fa%3D1";

  @Test
  void everyParameterOfTheSpecificationIsReadAndUnknownOnesAreKeptInOrder() {
    OciCallUp callUp =
        read(
            "sap-client=100&"
                + LOGIN
                + "&OCI_VERSION=4.0&~OkCode=ADDI&~TARGET=_top&~CALLER=CTLG&returntarget=_parent"
                + "&http_content_charset=iso-8859-1&SHOP=topfruit&sap-language=NL"
                + HOOK);

    assertThat(callUp.username()).isEqualTo("delinde");
    assertThat(callUp.password()).isEqualTo("demo");
    assertThat(callUp.hook()).isEqualTo("https://erp.example/x?a=1");
    assertThat(callUp.function()).isEqualTo(OciFunction.SHOPPING);
    assertThat(callUp.target()).isEqualTo("_parent");
    assertThat(callUp.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    assertThat(callUp.ociVersion()).isEqualTo("4.0");
    assertThat(callUp.shop()).isEqualTo("topfruit");
    assertThat(callUp.echo())
        .containsExactly(
            new FormField("~OkCode", "ADDI"),
            new FormField("~TARGET", "_top"),
            new FormField("~CALLER", "CTLG"));
    assertThat(callUp.unknown())
        .containsExactly(new FormField("sap-client", "100"), new FormField("sap-language", "NL"));
    assertThat(callUp.hookLooksCut()).isFalse();
  }

  @Test
  void namesAreComparedWithoutCaseAndValuesAreKept() {
    OciCallUp callUp =
        read("username=DeLinde&passWord=DeMo&hook_url=https%3A%2F%2FERP.example%2FX");

    assertThat(callUp.username()).isEqualTo("DeLinde");
    assertThat(callUp.password()).isEqualTo("DeMo");
    assertThat(callUp.hook()).isEqualTo("https://ERP.example/X");
  }

  @ParameterizedTest
  @CsvSource({
    "HOOK_URL missing, USERNAME=a&PASSWORD=b, MISSING, HOOK_URL",
    "HOOK_URL empty, USERNAME=a&PASSWORD=b&HOOK_URL=, MISSING, HOOK_URL",
    "user missing, PASSWORD=b&HOOK_URL=https://e/, MISSING, USERNAME",
    "password missing, USERNAME=a&HOOK_URL=https://e/, MISSING, PASSWORD",
    "HOOK_URL double, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&hook_url=https://f/, DOUBLE, HOOK_URL",
    "user double, USERNAME=a&username=a&PASSWORD=b&HOOK_URL=https://e/, DOUBLE, USERNAME",
    "function double, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&FUNCTION=DETAIL&FUNCTION=VALIDATE, DOUBLE, FUNCTION",
    "function unknown, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&FUNCTION=QUANTITYCHECK, UNSUPPORTED, FUNCTION",
    "function named as ours, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&FUNCTION=SHOPPING, UNSUPPORTED, FUNCTION",
    "detail of nothing, USERNAME=a&PASSWORD=b&FUNCTION=DETAIL, MISSING, PRODUCTID",
    "validate of nothing, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&FUNCTION=VALIDATE&QUANTITY=1, MISSING, PRODUCTID",
    "validate of 0, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&FUNCTION=VALIDATE&PRODUCTID=x&QUANTITY=0, WRONG_VALUE, QUANTITY",
    "validate of 1e9, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&FUNCTION=VALIDATE&PRODUCTID=x&QUANTITY=1e9, WRONG_VALUE, QUANTITY",
    "NUL in any value, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&~x=a%00b, WRONG_VALUE, ~x",
    "charset unknown, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&http_content_charset=klingon, WRONG_VALUE, http_content_charset",
    "charset no form is sent in, USERNAME=a&PASSWORD=b&HOOK_URL=https://e/&http_content_charset=utf-16, WRONG_VALUE, http_content_charset",
  })
  void aWrongCallUpNamesTheParameter(String name, String query, Reason reason, String location) {
    UnreadableMessage wrong = catchThrowableOfType(UnreadableMessage.class, () -> read(query));

    assertThat(wrong).as(name).isNotNull();
    assertThat(wrong.reason()).isEqualTo(reason);
    assertThat(wrong.reason().ociStatus()).isEqualTo(400);
    assertThat(wrong.fault().location()).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"detail", "BACKGROUND_SEARCH", "Sourcing", "VALIDATE"})
  void functionsAreReadWithoutCase(String function) {
    OciCallUp callUp =
        read(LOGIN + HOOK + "&FUNCTION=" + function + "&PRODUCTID=FM-1004&SEARCHSTRING=appel");

    assertThat(callUp.function()).isEqualTo(OciFunction.valueOf(function.toUpperCase()));
    assertThat(callUp.productId()).isEqualTo("FM-1004");
    assertThat(callUp.quantity()).isEqualByComparingTo("1");
    assertThat(callUp.searchString()).isEqualTo("appel");
  }

  @Test
  void aSearchFromServerToServerNeedsNoReturnAddress() {
    assertThat(read(LOGIN + "&FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=").hook()).isNull();
  }

  @Test
  void namesOfTheConnectionAreUsed() {
    OciNames names = new OciNames(List.of("login"), List.of("cid"), List.of("MM_HOOK_URL"), false);
    OciCallUp callUp =
        OciCallUp.read(
            parse("Login=x&CID=y&mm_hook_url=https%3A%2F%2Ferp.example%2F&USERNAME=anna"), names);

    assertThat(callUp.username()).isEqualTo("x");
    assertThat(callUp.password()).isEqualTo("y");
    assertThat(callUp.hook()).isEqualTo("https://erp.example/");
    assertThat(callUp.unknown()).containsExactly(new FormField("USERNAME", "anna"));
  }

  @Test
  void everyNameOfAnyConnectionIsACandidateForTheUserName() {
    OciNames names =
        OciNames.union(
            List.of(
                new OciNames(List.of("login"), List.of("pw"), List.of("HOOK_URL"), false),
                OciNames.STANDARD));

    assertThat(OciCallUp.usernames(parse("USERNAME=anna&login=delinde"), names))
        .containsExactly("anna", "delinde");
  }

  @Test
  void whoShopsAndWhereNothingGoesAreReadUnderTheNamesOfTheConnection() {
    OciNames names = everyName(false);
    OciCallUp callUp =
        OciCallUp.read(
            parse(
                LOGIN
                    + HOOK
                    + "&EMAIL=anna%40delinde.example&naam=Anna&OCICANCEL=https%3A%2F%2Fe%2Fc"),
            names);

    assertThat(callUp.orderer())
        .isEqualTo(new OciCallUp.Orderer("anna@delinde.example", "Anna", null));
    assertThat(callUp.cancel()).isEqualTo("https://e/c");
    assertThat(callUp.unknown()).isEmpty();
    assertThat(callUp.orderer().toString()).doesNotContain("Anna");
    assertThat(read(LOGIN + HOOK + "&EMAIL=a&OCICANCEL=b"))
        .satisfies(
            other -> {
              assertThat(other.orderer()).isEqualTo(new OciCallUp.Orderer(null, null, null));
              assertThat(other.cancel()).isNull();
              assertThat(other.unknown()).hasSize(2);
            });
  }

  @Test
  void aParameterOfTheirsIsNoPartOfAnUnencodedReturnAddress() {
    OciCallUp callUp =
        OciCallUp.read(
            parse(LOGIN + "&HOOK_URL=https://erp.example/x?a=1&b=2&email=anna&c=3"),
            everyName(true));

    assertThat(callUp.hook()).isEqualTo("https://erp.example/x?a=1&b=2&c=3");
    assertThat(callUp.orderer().email()).isEqualTo("anna");
  }

  private static OciNames everyName(boolean hookUnencoded) {
    return new OciNames(
        List.of("USERNAME"),
        List.of("PASSWORD"),
        List.of("HOOK_URL"),
        hookUnencoded,
        List.of("ocicancel"),
        List.of(" email "),
        List.of("naam"),
        List.of("tel"));
  }

  @Test
  void anUnencodedReturnAddressIsPutTogetherAgainWhereTheConnectionSaysSo() {
    String query = LOGIN + "&HOOK_URL=https://erp.example/x?a=1&b=%7B2%7D&b=3&~OkCode=ADDI&c=4#f";
    OciNames unencoded =
        new OciNames(List.of("USERNAME"), List.of("PASSWORD"), List.of("HOOK_URL"), true);

    OciCallUp joined = OciCallUp.read(parse(query), unencoded);
    OciCallUp cut = read(query);

    assertThat(joined.hook()).isEqualTo("https://erp.example/x?a=1&b=%7B2%7D&b=3&c=4#f");
    assertThat(joined.unknown()).isEmpty();
    assertThat(joined.echo()).containsExactly(new FormField("~OkCode", "ADDI"));
    assertThat(cut.hook()).isEqualTo("https://erp.example/x?a=1");
    assertThat(cut.hookLooksCut()).isTrue();
  }

  @Test
  void theQueryIsDecodedInTheCharsetOfTheConnectionAndNeverRefusedForIt() {
    assertThat(RawParameter.parse("n=M%FCller", StandardCharsets.ISO_8859_1).get(0).value())
        .isEqualTo("Müller");
    assertThat(RawParameter.parse("n=M%C3%BCller", StandardCharsets.UTF_8).get(0).value())
        .isEqualTo("Müller");
    assertThat(RawParameter.parse("n=M%FCller", StandardCharsets.UTF_8).get(0).value())
        .isEqualTo("Müller");
    assertThat(RawParameter.parse("p=100%&q=%zz&r", StandardCharsets.UTF_8))
        .extracting(RawParameter::value)
        .containsExactly("100%", "%zz", "");
  }

  @Test
  void aReturnAddressOfFourThousandCharactersIsNotCut() {
    String token = "x".repeat(4000);

    assertThat(read(LOGIN + "&HOOK_URL=https%3A%2F%2Ferp.example%2F%3Ft%3D" + token).hook())
        .isEqualTo("https://erp.example/?t=" + token);
  }

  @Test
  void aTargetLongerThanAnyWindowIsRefused() {
    UnreadableMessage wrong =
        catchThrowableOfType(
            UnreadableMessage.class, () -> read(LOGIN + HOOK + "&~TARGET=" + "x".repeat(61)));

    assertThat(wrong.fault().key()).isEqualTo("tooLong");
  }

  @Test
  void thePasswordIsNeverPrinted() {
    assertThat(read(LOGIN + HOOK).toString()).doesNotContain("demo");
    assertThat(parse(LOGIN).toString()).doesNotContain("demo");
  }

  private static OciCallUp read(String query) {
    return OciCallUp.read(parse(query), OciNames.STANDARD);
  }

  private static List<RawParameter> parse(String query) {
    return RawParameter.parse(query, StandardCharsets.UTF_8);
  }
}
