package nl.topfruit.shop.connection.traffic;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.topfruit.shop.common.Clocks;
import nl.topfruit.shop.common.ListQuery;

/**
 * By what messages are looked for. Whatever stands in another table is asked for first and once
 * ("any(array(…))"), so that an index of the log serves the rest; the log itself knows only ids.
 */
final class TrafficSearch {
  /** A reference, the beginning of a subject, or whatever belongs to the thing of that number. */
  static final String ABOUT =
      """
      m.reference = :number or m.subject like :subject
      or m.session_id = any(array(
        select r.session_id from requisition r where r.number = :number
        union select r.session_id from requisition r join customer_order o on o.requisition_id = r.id where o.number = :number))
      or m.requisition_id = any(array(
        select r.id from requisition r where r.number = :number
        union select o.requisition_id from customer_order o where o.number = :number))
      or m.purchase_order_id = any(array(
        select o.purchase_order_id from customer_order o where o.number = :number
        union select p.id from purchase_order p join requisition r on r.id = p.requisition_id where r.number = :number))
      or m.order_id = any(array(
        select o.id from customer_order o where o.number = :number
        union select o.id from customer_order o join requisition r on r.id = o.requisition_id where r.number = :number
        union select i.order_id from invoice i where i.number = :number))
      or m.invoice_id = any(array(
        select i.id from invoice i where i.number = :number
        union select i.id from invoice i join customer_order o on o.id = i.order_id where o.number = :number))
      """;

  private TrafficSearch() {}

  static String beginning(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  static void ofAccount(ListQuery query, String words) {
    List<String> patterns = ListQuery.patterns(words);
    if (!patterns.isEmpty()) {
      StringBuilder names = new StringBuilder("select id from business_account where true");
      for (int i = 0; i < patterns.size(); i++) {
        names.append(" and lower(name) like :account").append(i);
        query.with("account" + i, patterns.get(i));
      }
      query.where("m.account_id = any(array(" + names + "))");
    }
  }

  static void ofAddress(ListQuery query, String address) {
    if (address.endsWith("*")) {
      query.where(
          "m.remote_address like :remote",
          "remote",
          beginning(address.substring(0, address.length() - 1)));
    } else if (!address.isEmpty()) {
      query.where("m.remote_address = :remote", "remote", address);
    }
  }

  /**
   * Days of Amsterdam, both included, each of them optional.
   *
   * @return false when one of them is no day, and nothing can be found
   */
  static boolean between(ListQuery query, String from, String until) {
    try {
      if (!from.isEmpty()) {
        query.where(
            "m.at >= :morning",
            "morning",
            LocalDate.parse(from).atStartOfDay(Clocks.AMSTERDAM).toInstant());
      }
      if (!until.isEmpty()) {
        query.where(
            "m.at < :night",
            "night",
            LocalDate.parse(until).plusDays(1).atStartOfDay(Clocks.AMSTERDAM).toInstant());
      }
      return true;
    } catch (DateTimeParseException notADay) {
      return false;
    }
  }
}
