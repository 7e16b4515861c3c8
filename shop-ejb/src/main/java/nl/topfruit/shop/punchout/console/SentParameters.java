package nl.topfruit.shop.punchout.console;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciNames;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.punchout.console.Diagnosis.Fault;

/**
 * A call-up by the names and in the charset of a connection, and what is wrong with it by itself.
 */
final class SentParameters {
  private static final int LONGEST_SHOWN = 80;
  private static final int MOST_NAMES = 8;

  /** Names that the specification gives a meaning; a user name has none of them. */
  private static final Set<String> STANDARD =
      Set.of(
          "function",
          "productid",
          "quantity",
          "searchstring",
          "vendor",
          "returntarget",
          "http_content_charset",
          "oci_version",
          "ociversion",
          "opi_version",
          "shop",
          "sap-client",
          "sap-language");

  private final OciNames names;
  private final List<RawParameter> sent;

  SentParameters(String raw, OciProfile profile) {
    Charset charset = OciCharset.named(profile.charset()).orElse(StandardCharsets.UTF_8);
    this.names = profile.names();
    this.sent = RawParameter.parse(raw, charset);
  }

  OciCallUp callUp() {
    return OciCallUp.read(sent, names);
  }

  String username() {
    return value(names.username());
  }

  String password() {
    return value(names.password());
  }

  private String value(List<String> aliases) {
    return sent.stream()
        .filter(it -> isOneOf(aliases, it.name()))
        .map(RawParameter::value)
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private static boolean isOneOf(List<String> aliases, String name) {
    return aliases.stream().anyMatch(name.strip()::equalsIgnoreCase);
  }

  /** What lets nobody be known: a user name or password that is missing or there twice. */
  Diagnosis unnamed() {
    for (RawParameter parameter : sent) {
      if (parameter.name().indexOf(0) >= 0 || parameter.value().indexOf(0) >= 0) {
        return Diagnosis.of(Fault.CONTROL_CHARACTER, parameter.name().replace("\u0000", ""));
      }
    }
    if (username().isEmpty()) {
      String others = others();
      return others.isEmpty()
          ? Diagnosis.of(Fault.NO_USER_NAME_AT_ALL, expected(names.username()))
          : Diagnosis.of(Fault.NO_USER_NAME, expected(names.username()), others);
    }
    if (sent.stream().filter(it -> isOneOf(names.username(), it.name())).count() > 1) {
      return Diagnosis.of(Fault.DOUBLE, expected(names.username()));
    }
    if (password().isEmpty()) {
      return Diagnosis.of(Fault.NO_PASSWORD, expected(names.password()));
    }
    return null;
  }

  private static String expected(List<String> aliases) {
    return String.join(" / ", aliases);
  }

  /** Names that were sent, and of which one may have been meant for the user name. */
  private String others() {
    return sent.stream()
        .map(it -> it.name().strip())
        .filter(name -> !name.isEmpty() && !name.startsWith("~"))
        .filter(name -> !STANDARD.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> names.aliases().stream().noneMatch(aliases -> isOneOf(aliases, name)))
        .distinct()
        .limit(MOST_NAMES)
        .collect(Collectors.joining(", "));
  }

  /** What the reader of call-ups could not read, as a fault of ours. */
  Diagnosis unreadable(UnreadableMessage unreadable) {
    UnreadableMessage.Fault fault = unreadable.fault();
    String first = fault.arguments().isEmpty() ? fault.location() : fault.arguments().get(0);
    return switch (fault.key()) {
      case "double" -> Diagnosis.of(Fault.DOUBLE, first);
      case "controlCharacter" -> Diagnosis.of(Fault.CONTROL_CHARACTER, first);
      case "unsupportedFunction" ->
          Diagnosis.of(Fault.FUNCTION_UNKNOWN, first, fault.arguments().get(1));
      case "charsetUnknown" -> Diagnosis.of(Fault.CHARSET_UNKNOWN, first);
      case "hookNotAbsolute" -> Diagnosis.of(Fault.HOOK_NO_ADDRESS, shortened(value(names.hook())));
      case "hookCharacters", "hookUserInfo", "hookHost" ->
          Diagnosis.of(Fault.HOOK_UNREADABLE, shortened(value(names.hook())));
      case "missing" -> missing(fault.location());
      case "tooLong" ->
          "returntarget".equals(fault.location())
              ? Diagnosis.of(Fault.TARGET_TOO_LONG, fault.arguments().get(1))
              : other(unreadable);
      default ->
          "QUANTITY".equals(fault.location())
              ? Diagnosis.of(Fault.QUANTITY, shortened(value(List.of("QUANTITY"))))
              : other(unreadable);
    };
  }

  private Diagnosis missing(String name) {
    if (isOneOf(names.hook(), name)) {
      return Diagnosis.of(Fault.NO_HOOK, expected(names.hook()));
    }
    return "PRODUCTID".equals(name)
        ? Diagnosis.of(Fault.NO_PRODUCT, value(List.of("FUNCTION")))
        : Diagnosis.of(Fault.OTHER, name);
  }

  private static Diagnosis other(UnreadableMessage unreadable) {
    return Diagnosis.of(
        Fault.OTHER, ProtocolTexts.sentence(Locale.forLanguageTag("nl"), unreadable));
  }

  static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
  }
}
