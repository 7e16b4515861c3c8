package nl.topfruit.shop.demo.history;

/** The customers of the history, each with the system it calls and orders with. */
enum Customer {
  DE_LINDE("delinde", "delinde", "DUNS"),
  /** De Linde's kitchen orders with a system of its own, partly without a requisition. */
  KITCHEN("delinde", "delinde-keuken", "DUNS"),
  MERENWAARD("merenwaard", "merenwaard", null),
  ZUIDERHAVEN("zuiderhaven", "zuiderhaven", "NetworkID"),
  NOORDWAL("noordwal", null, null);

  /** All secrets of the demo. */
  static final String SECRET = "demo";

  private final String account;
  private final String connection;
  private final String cxmlDomain;

  Customer(String account, String connection, String cxmlDomain) {
    this.account = account;
    this.connection = connection;
    this.cxmlDomain = cxmlDomain;
  }

  String account() {
    return account;
  }

  /** Key of its connection, also its user name; null for a customer without one. */
  String connection() {
    return connection;
  }

  /** Domain of its cXML identity; null when it does not speak cXML. */
  String cxmlDomain() {
    return cxmlDomain;
  }
}
