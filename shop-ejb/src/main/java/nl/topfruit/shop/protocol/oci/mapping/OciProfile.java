package nl.topfruit.shop.protocol.oci.mapping;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.topfruit.shop.protocol.Units;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.HookHandling;
import nl.topfruit.shop.protocol.oci.HookUrl;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciHtml;
import nl.topfruit.shop.protocol.oci.OciNames;

/**
 * The technical side of a connection: how its call-up is spelled and how it wants its return. All
 * of it is data, changed in the back office without a line of code; {@link #with} changes a copy.
 *
 * @param version which of the standards they read
 * @param charset of the call-up, and of the return when the call-up names none; a name as in {@link
 *     OciCharset#named}
 * @param target window of the return when the call-up names none; null for {@code _top}
 * @param hookHandling what happens to the query of the return address
 * @param cancel how a round without a basket goes back
 * @param names of the parameters of the call-up
 * @param rules which value goes where, in the order in which the fields stand in the form
 * @param customFields fields agreed with them that no standard knows, with their longest value in
 *     characters
 * @param units from UN/ECE Rec 20 to the code they know; a unit that is missing here may not be
 *     sent, because their system drops such a line without a word
 * @param priceDecimals decimals they keep, 0 to 3
 * @param priceUnit they reckon with PRICEUNIT, so that a finer price may be given per ten or more
 * @param decimalComma they read a comma as decimal sign, against the standard
 * @param longestReturn lines that they take at once; null for no limit
 */
public record OciProfile(
    Version version,
    String charset,
    String target,
    HookHandling hookHandling,
    CancelHandling cancel,
    OciNames names,
    List<Rule> rules,
    Map<String, Integer> customFields,
    Map<String, String> units,
    int priceDecimals,
    boolean priceUnit,
    boolean decimalComma,
    Integer longestReturn) {

  /** The standards that are in use. */
  public enum Version {
    OCI_4_0("4.0"),
    OCI_5_0("5.0");

    private final String number;

    Version(String number) {
      this.number = number;
    }

    public String number() {
      return number;
    }
  }

  /** What the standard says where nothing was agreed; nothing is mapped. */
  public static final OciProfile BARE =
      new OciProfile(
          Version.OCI_4_0,
          "UTF-8",
          null,
          HookHandling.WHOLE,
          CancelHandling.EMPTY_FORM,
          OciNames.STANDARD,
          List.of(),
          Map.of(),
          Map.of(),
          2,
          false,
          false,
          null);

  private static final int LENGTH_OF_UNKNOWN_FIELD = 255;

  /** Takes what is being edited as it is. */
  public OciProfile {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(hookHandling, "hookHandling");
    Objects.requireNonNull(cancel, "cancel");
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(charset, "charset");
    rules = List.copyOf(rules);
    customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
  }

  /** A copy that can be changed. */
  public Builder with() {
    return new Builder(this);
  }

  /**
   * What would let their system drop or misread lines; a profile with a blocking one may not be
   * used. Empty for one that is right.
   */
  public List<ProfileFault> faults() {
    return new ProfileCheck(this).faults();
  }

  /** The charset of the return: that of the call-up, else that of the connection. */
  public Charset charset(OciCallUp callUp) {
    return callUp != null && callUp.charset() != null
        ? callUp.charset()
        : OciCharset.named(charset).orElseThrow();
  }

  /** The window of the return: returntarget, else ~TARGET, else the connection's, else _top. */
  public String target(OciCallUp callUp) {
    if (callUp != null && callUp.target() != null) {
      return callUp.target().strip();
    }
    return target != null && !target.isBlank() ? target : "_top";
  }

  /** The form of one return, as call-up and connection want it. */
  public OciHtml.Form form(OciCallUp callUp, List<FormField> items) {
    return new OciHtml.Form(
        callUp.hook() == null ? null : HookUrl.parse(callUp.hook()),
        hookHandling,
        target(callUp),
        charset(callUp),
        callUp.echo(),
        items);
  }

  /** The rule for a field, if it has one. */
  public Optional<Rule> rule(String field) {
    return rules.stream().filter(rule -> rule.field().equals(field)).findFirst();
  }

  /**
   * How many characters of a field they take: by its rule, else by agreement, else the standard.
   */
  public int length(String field) {
    Integer own = rule(field).map(Rule::length).orElse(customFields.get(field));
    return own != null
        ? own
        : StandardField.named(field).map(StandardField::length).orElse(LENGTH_OF_UNKNOWN_FIELD);
  }

  /** The unit in their code, or null when they do not know it. */
  String theirs(String unit) {
    String code = units.get(unit);
    return code != null ? code : units.get(Units.normalise(unit));
  }

  /** A profile being changed; each method as the component of that name. */
  public static final class Builder {
    private Version version;
    private String charset;
    private String target;
    private HookHandling hookHandling;
    private CancelHandling cancel;
    private OciNames names;
    private List<Rule> rules;
    private Map<String, Integer> customFields;
    private Map<String, String> units;
    private int priceDecimals;
    private boolean priceUnit;
    private boolean decimalComma;
    private Integer longestReturn;

    private Builder(OciProfile from) {
      version = from.version;
      charset = from.charset;
      target = from.target;
      hookHandling = from.hookHandling;
      cancel = from.cancel;
      names = from.names;
      rules = from.rules;
      customFields = from.customFields;
      units = from.units;
      priceDecimals = from.priceDecimals;
      priceUnit = from.priceUnit;
      decimalComma = from.decimalComma;
      longestReturn = from.longestReturn;
    }

    public Builder version(Version version) {
      this.version = version;
      return this;
    }

    public Builder charset(String charset) {
      this.charset = charset;
      return this;
    }

    public Builder target(String target) {
      this.target = target;
      return this;
    }

    public Builder hookHandling(HookHandling hookHandling) {
      this.hookHandling = hookHandling;
      return this;
    }

    public Builder cancel(CancelHandling cancel) {
      this.cancel = cancel;
      return this;
    }

    public Builder names(OciNames names) {
      this.names = names;
      return this;
    }

    public Builder rules(List<Rule> rules) {
      this.rules = rules;
      return this;
    }

    public Builder customFields(Map<String, Integer> customFields) {
      this.customFields = customFields;
      return this;
    }

    public Builder units(Map<String, String> units) {
      this.units = units;
      return this;
    }

    public Builder priceDecimals(int priceDecimals) {
      this.priceDecimals = priceDecimals;
      return this;
    }

    public Builder priceUnit(boolean priceUnit) {
      this.priceUnit = priceUnit;
      return this;
    }

    public Builder decimalComma(boolean decimalComma) {
      this.decimalComma = decimalComma;
      return this;
    }

    public Builder longestReturn(Integer longestReturn) {
      this.longestReturn = longestReturn;
      return this;
    }

    public OciProfile build() {
      return new OciProfile(
          version,
          charset,
          target,
          hookHandling,
          cancel,
          names,
          rules,
          customFields,
          units,
          priceDecimals,
          priceUnit,
          decimalComma,
          longestReturn);
    }
  }
}
