package nl.topfruit.shop.connection.request;

import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.connection.Connection;

/**
 * A request as it was filled in; read once, it holds only what can be true.
 *
 * @param kvkNumber eight digits of the trade register
 * @param phone null where none was given
 * @param systemName the purchasing system, as they call it
 * @param protocol null where they do not know
 * @param remarks null for none
 * @param language of the page, "nl" or "en"
 */
public record Asking(
    String organisation,
    String kvkNumber,
    String name,
    String email,
    String phone,
    String systemName,
    Connection.Protocol protocol,
    String remarks,
    String language) {

  /**
   * @throws BusinessRuleViolation with the field that is missing or cannot be right
   */
  public Asking {
    organisation = text("organisation", organisation, 120);
    name = text("name", name, 120);
    systemName = text("system", systemName, 60);
    email = text("email", email, 254);
    must(
        email.matches("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}"),
        "email",
        "connection.ask.emailShape");
    kvkNumber = text("kvk", kvkNumber, 40).replaceAll("[\\s.]", "");
    must(kvkNumber.matches("\\d{8}"), "kvk", "connection.ask.kvkShape");
    phone = optional("phone", phone, 40);
    must(
        phone == null || phone.matches("[+0-9][0-9 ()./-]{7,}"),
        "phone",
        "connection.ask.phoneShape");
    remarks = optional("remarks", remarks, 2_000);
  }

  private static String text(String field, String given, int most) {
    String text = optional(field, given, most);
    must(text != null, field, "connection.ask." + field);
    return text;
  }

  private static String optional(String field, String given, int most) {
    String text = given == null ? "" : given.strip();
    must(text.length() <= most, field, "connection.ask.tooLong", most);
    boolean lines = "remarks".equals(field);
    must(
        text.chars()
            .noneMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r'))),
        field,
        "connection.ask.characters");
    return text.isEmpty() ? null : text;
  }

  private static void must(boolean right, String field, String key, Object... arguments) {
    if (!right) {
      throw new BusinessRuleViolation(field, key, arguments);
    }
  }
}
