package nl.topfruit.shop.protocol.oci;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.topfruit.shop.protocol.Quantities;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;

/**
 * A purchasing system opens our shop (OCI 4.0, call-up). Names are compared without case, values
 * are kept; what is not given is null.
 *
 * @param username as sent
 * @param password as sent; never printed
 * @param hook return address as sent, decoded once and otherwise untouched; {@link HookUrl} checks
 *     it
 * @param function SHOPPING when none was named
 * @param productId EXT_PRODUCT_ID for DETAIL and VALIDATE
 * @param quantity for VALIDATE; one when not given
 * @param searchString for SOURCING and BACKGROUND_SEARCH
 * @param vendor for SOURCING
 * @param target window of the return: {@code returntarget}, else {@code ~TARGET}
 * @param charset {@code http_content_charset}, the charset for the return
 * @param ociVersion informational
 * @param shop which web shop (ours: SHOP)
 * @param cancel address for a round without a basket, as sent; checked by {@link HookUrl} as the
 *     return address is. Null unless the connection names a parameter for it
 * @param orderer who shops, where the connection says which parameters tell it
 * @param echo every {@code ~} parameter with the name as sent, to be posted back
 * @param unknown every other parameter, in order, for the log
 * @param hookLooksCut parameters nobody knows follow an unencoded return address: its query was
 *     probably not encoded, see {@link OciNames#hookUnencoded()}
 */
public record OciCallUp(
    String username,
    String password,
    String hook,
    OciFunction function,
    String productId,
    BigDecimal quantity,
    String searchString,
    String vendor,
    String target,
    Charset charset,
    String ociVersion,
    String shop,
    String cancel,
    Orderer orderer,
    List<FormField> echo,
    List<FormField> unknown,
    boolean hookLooksCut) {

  private static final Set<String> NAMES =
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
          "shop");

  private static final int LONGEST_TARGET = 60;

  /**
   * The person who shops, as his system tells; what it does not tell is null. It is no proof of who
   * he is: the password is that of the connection.
   */
  public record Orderer(String email, String name, String phone) {
    /** Without personal data. */
    @Override
    public String toString() {
      return "Orderer[]";
    }
  }

  public OciCallUp {
    echo = List.copyOf(echo);
    unknown = List.copyOf(unknown);
  }

  /**
   * What may be the user name, before the connection and with it the names and charset are known:
   * one value per name that any connection uses, in the order of {@code names}.
   *
   * @param names usually {@link OciNames#union}
   * @throws UnreadableMessage when there is none, or one name is there twice
   */
  public static List<String> usernames(List<RawParameter> parameters, OciNames names) {
    RawParameter.refuseNul(parameters);
    List<String> found = new ArrayList<>();
    for (String name : names.username()) {
      List<RawParameter> sent =
          parameters.stream()
              .filter(parameter -> parameter.name().strip().equalsIgnoreCase(name))
              .toList();
      if (sent.size() > 1) {
        throw new UnreadableMessage(Reason.DOUBLE, name, "double", name);
      }
      sent.stream().map(RawParameter::value).filter(value -> !value.isBlank()).forEach(found::add);
    }
    if (found.isEmpty()) {
      String name = names.username().get(0);
      throw new UnreadableMessage(Reason.MISSING, name, "missing", name);
    }
    return found;
  }

  /**
   * @throws UnreadableMessage for a parameter that is missing, double or holds what cannot be used,
   *     and for an unknown function; the fault names the parameter
   */
  public static OciCallUp read(List<RawParameter> parameters, OciNames names) {
    RawParameter.refuseNul(parameters);
    return new Reader(parameters, names).callUp();
  }

  /** A name that has a meaning of its own in every call-up, so that no connection may use it. */
  public static boolean isOurs(String name) {
    return name.startsWith("~") || NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "OciCallUp[" + username + ", " + function + ", " + hook + "]";
  }

  /** One call-up being read. */
  private static final class Reader {
    private final OciNames names;
    private final Map<String, RawParameter> known = new LinkedHashMap<>();
    private final List<String> doubles = new ArrayList<>();
    private final List<FormField> echo = new ArrayList<>();
    private final List<FormField> unknown = new ArrayList<>();
    private final StringBuilder hookRest = new StringBuilder();
    private boolean hookUnencoded;
    private boolean unknownAfterHook;

    Reader(List<RawParameter> parameters, OciNames names) {
      this.names = names;
      for (RawParameter parameter : parameters) {
        sort(parameter);
      }
    }

    private void sort(RawParameter parameter) {
      String name = parameter.name().strip().toLowerCase(Locale.ROOT);
      boolean isHook = contains(names.hook(), name);
      if (NAMES.contains(name) || name.startsWith("~") || isNamed(name)) {
        if (known.putIfAbsent(canonical(name), parameter) != null) {
          doubles.add(canonical(name));
        }
        if (isHook) {
          hookUnencoded = parameter.raw().contains("?");
        }
        if (name.startsWith("~")) {
          echo.add(new FormField(parameter.name().strip(), parameter.value()));
        }
      } else if (hookUnencoded && names.hookUnencoded()) {
        hookRest.append('&').append(parameter.raw());
      } else {
        unknownAfterHook |= hookUnencoded;
        unknown.add(new FormField(parameter.name(), parameter.value()));
      }
    }

    OciCallUp callUp() {
      if (!doubles.isEmpty()) {
        throw new UnreadableMessage(
            Reason.DOUBLE, shown(doubles.get(0)), "double", shown(doubles.get(0)));
      }
      OciFunction function =
          OciFunction.named(optional("function"))
              .orElseThrow(
                  () ->
                      new UnreadableMessage(
                          Reason.UNSUPPORTED,
                          "FUNCTION",
                          "unsupportedFunction",
                          Quantities.shortened(optional("function")),
                          OciFunction.names()));
      String username = required(names.username());
      String password = required(names.password());
      String hook = function.needsHook() ? required(names.hook()) : optional(names.hook());
      if (hook != null) {
        hook = hook + hookRest;
      }
      if (function.needsProduct()) {
        required(List.of("PRODUCTID"));
      }
      return new OciCallUp(
          username,
          password,
          hook,
          function,
          optional("productid"),
          quantity(),
          optional("searchstring"),
          optional("vendor"),
          target(),
          charset(),
          Optional.ofNullable(optional("oci_version")).orElse(optional("ociversion")),
          optional("shop"),
          optional(names.cancel()),
          new Orderer(
              optional(names.ordererEmail()),
              optional(names.ordererName()),
              optional(names.ordererPhone())),
          echo,
          unknown,
          unknownAfterHook);
    }

    private BigDecimal quantity() {
      String quantity = optional("quantity");
      if (quantity == null) {
        return BigDecimal.ONE;
      }
      Quantities.faultOfQuantity("QUANTITY", quantity)
          .ifPresent(
              fault -> {
                throw new UnreadableMessage(Reason.WRONG_VALUE, List.of(fault));
              });
      return Quantities.number(quantity).orElseThrow();
    }

    private String target() {
      String target = Optional.ofNullable(optional("returntarget")).orElse(optional("~target"));
      if (target != null && target.length() > LONGEST_TARGET) {
        String longest = Integer.toString(LONGEST_TARGET);
        throw new UnreadableMessage(
            Reason.WRONG_VALUE, "returntarget", "tooLong", "returntarget", longest);
      }
      return target;
    }

    private Charset charset() {
      String name = optional("http_content_charset");
      return name == null
          ? null
          : OciCharset.named(name)
              .orElseThrow(
                  () ->
                      new UnreadableMessage(
                          Reason.WRONG_VALUE,
                          "http_content_charset",
                          "charsetUnknown",
                          Quantities.shortened(name)));
    }

    private String required(List<String> aliases) {
      String name = aliases.get(0);
      String value = optional(aliases);
      if (value == null) {
        throw new UnreadableMessage(Reason.MISSING, name, "missing", name);
      }
      return value;
    }

    private String optional(List<String> aliases) {
      return aliases.isEmpty() ? null : optional(aliases.get(0));
    }

    private String optional(String name) {
      RawParameter parameter = known.get(canonical(name.toLowerCase(Locale.ROOT)));
      return parameter == null || parameter.value().isBlank() ? null : parameter.value();
    }

    /** Aliases of one thing share its first name, so that two of them are a double. */
    private String canonical(String name) {
      for (List<String> aliases : names.aliases()) {
        if (contains(aliases, name)) {
          return aliases.get(0).toLowerCase(Locale.ROOT);
        }
      }
      return name;
    }

    private boolean isNamed(String name) {
      return names.aliases().stream().anyMatch(aliases -> contains(aliases, name));
    }

    private static boolean contains(List<String> aliases, String name) {
      return aliases.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String shown(String name) {
      return name.toUpperCase(Locale.ROOT);
    }
  }
}
