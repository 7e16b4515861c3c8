package nl.topfruit.shop.protocol.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which of our values goes into which field of the return: data of the connection. A field that is
 * not named here is not sent, since some systems stumble over fields they do not expect.
 *
 * @param rules in the order in which the fields stand in the form
 */
public record OciFieldMapping(List<Rule> rules) {

  /** Lengths of OCI 4.0; a field outside this table (TAX, a customer's own) is cut at 255. */
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("DESCRIPTION", 40),
          Map.entry("MATNR", 40),
          Map.entry("QUANTITY", 15),
          Map.entry("UNIT", 3),
          Map.entry("PRICE", 15),
          Map.entry("CURRENCY", 5),
          Map.entry("PRICEUNIT", 5),
          Map.entry("LEADTIME", 5),
          Map.entry("LONGTEXT", Integer.MAX_VALUE),
          Map.entry("VENDOR", 10),
          Map.entry("VENDORMAT", 40),
          Map.entry("MANUFACTCODE", 10),
          Map.entry("MANUFACTMAT", 40),
          Map.entry("MATGROUP", 10),
          Map.entry("SERVICE", 1),
          Map.entry("CONTRACT", 10),
          Map.entry("CONTRACT_ITEM", 5),
          Map.entry("EXT_QUOTE_ID", 35),
          Map.entry("EXT_QUOTE_ITEM", 10),
          Map.entry("EXT_PRODUCT_ID", 40),
          Map.entry("ATTACHMENT", 255),
          Map.entry("ATTACHMENT_TITLE", 255),
          Map.entry("ATTACHMENT_PURPOSE", 1),
          Map.entry("EXT_SCHEMA_TYPE", 10),
          Map.entry("EXT_CATEGORY_ID", 60),
          Map.entry("EXT_CATEGORY", 40),
          Map.entry("SLD_SYS_NAME", 60),
          Map.entry("CUST_FIELD1", 10),
          Map.entry("CUST_FIELD2", 10),
          Map.entry("CUST_FIELD3", 10),
          Map.entry("CUST_FIELD4", 20),
          Map.entry("CUST_FIELD5", 50),
          Map.entry("ITEM_TYPE", 1),
          Map.entry("PARENT_ID", 5));

  /** What every OCI 4.0 system takes; the connection adds how accounting travels. */
  private static final List<Rule> CORE =
      List.of(
          Rule.of("DESCRIPTION", OciSource.DESCRIPTION),
          Rule.of("QUANTITY", OciSource.QUANTITY),
          Rule.of("UNIT", OciSource.UNIT),
          Rule.of("PRICE", OciSource.PRICE),
          Rule.of("PRICEUNIT", OciSource.PRICE_UNIT),
          Rule.of("CURRENCY", OciSource.CURRENCY),
          Rule.of("LEADTIME", OciSource.LEAD_TIME),
          Rule.of("LONGTEXT", OciSource.LONG_TEXT),
          Rule.of("VENDORMAT", OciSource.SKU),
          Rule.of("EXT_PRODUCT_ID", OciSource.SKU),
          Rule.of("EXT_QUOTE_ID", OciSource.QUOTE_ID),
          Rule.of("EXT_QUOTE_ITEM", OciSource.QUOTE_ITEM));

  /** SAP SRM and S/4HANA. */
  public static final OciFieldMapping SAP =
      with(
          Rule.of("CUST_FIELD1", OciSource.COST_CENTRE),
          Rule.of("CUST_FIELD2", OciSource.LEDGER_CODE),
          Rule.of("CUST_FIELD3", OciSource.DELIVERY_DAY_COMPACT),
          Rule.of("CUST_FIELD4", OciSource.BRANCH_CODE),
          Rule.of("CUST_FIELD5", OciSource.REFERENCE));

  /** Any other OCI 4.0 system. */
  public static final OciFieldMapping GENERIC =
      with(
          Rule.of("CUST_FIELD1", OciSource.COST_CENTRE),
          Rule.of("CUST_FIELD2", OciSource.LEDGER_CODE),
          Rule.of("CUST_FIELD3", OciSource.DELIVERY_DAY),
          Rule.of("CUST_FIELD4", OciSource.BRANCH_CODE),
          Rule.of("CUST_FIELD5", OciSource.REFERENCE));

  public OciFieldMapping {
    rules = List.copyOf(rules);
  }

  private static OciFieldMapping with(Rule... rules) {
    List<Rule> all = new ArrayList<>(CORE);
    all.addAll(List.of(rules));
    return new OciFieldMapping(all);
  }

  /** The field that carries this value, for a reader of what comes back; null when none does. */
  public String fieldOf(OciSource source) {
    return rules.stream()
        .filter(rule -> rule.source() == source)
        .map(Rule::field)
        .findFirst()
        .orElse(null);
  }

  /**
   * @param field name without {@code NEW_ITEM-} and index; {@code LONGTEXT} for the long text
   * @param source the value
   * @param constant the text itself for {@link OciSource#CONSTANT}, otherwise null
   * @param maxLength shorter or longer than the standard; null for the standard
   */
  public record Rule(String field, OciSource source, String constant, Integer maxLength) {
    public Rule {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(source, "source");
    }

    public static Rule of(String field, OciSource source) {
      return new Rule(field, source, null, null);
    }

    public static Rule constant(String field, String text) {
      return new Rule(field, OciSource.CONSTANT, text, null);
    }

    int length() {
      return maxLength != null ? maxLength : LENGTHS.getOrDefault(field, 255);
    }
  }
}
