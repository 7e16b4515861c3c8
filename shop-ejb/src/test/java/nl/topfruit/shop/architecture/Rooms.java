package nl.topfruit.shop.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The list of rooms: a package of the business is a capability, and it may use what stands above it
 * and nothing below. A new room gets its line here first.
 */
final class Rooms {

  private static final List<String> FROM_TOP_TO_BOTTOM =
      List.of(
          "common", //       Money, VatRate, Page, TableQuery, BusinessRuleViolation
          "protocol", //     wire document <-> neutral record; pure functions
          "security", //     roles, current user and account, passwords, secret store
          "audit", //        who did what, append only
          "messaging", //    message log, outbox, mail
          "account", //      customer, legal entities, branches, cost centres, orderers
          "connection", //   one customer system: credentials, hosts, mapping, rules
          "catalog", //      web shops, categories, products, prices, assortment, search
          "calendar", //     delivery days: one rule class, used by all
          "greeting", //     card designs, cards, logos, print sheets
          "ordering", //     shopping session, basket, requisition, order
          "fulfilment", //   deliveries, runs, papers, outcomes
          "punchout", //     call-up, return, check before the return
          "purchasing", //   purchase-order intake: recognise, match, place or hold
          "invoicing", //    policies, invoices, numbering, sending
          "commitment", //   what is promised; read only
          "demo" //          demo data and the simulator
          );

  /** Room to the rooms that stand above it, which are the rooms it may use. */
  static final Map<String, Set<String>> MAY_USE =
      FROM_TOP_TO_BOTTOM.stream()
          .collect(
              Collectors.toMap(
                  room -> room,
                  room ->
                      Set.copyOf(FROM_TOP_TO_BOTTOM.subList(0, FROM_TOP_TO_BOTTOM.indexOf(room))),
                  (a, b) -> a,
                  LinkedHashMap::new));

  private Rooms() {}

  /** The room of a package, or the empty text for a package that is not below the root. */
  static String of(String packageName, String root) {
    if (!packageName.startsWith(root + ".")) {
      return "";
    }
    String below = packageName.substring(root.length() + 1);
    int end = below.indexOf('.');
    return end < 0 ? below : below.substring(0, end);
  }
}
