package nl.topfruit.shop.ordering;

/** What an item is: goods, the deposit on their crate, or the cost of delivering them. */
public enum LineKind {
  GOODS,
  DEPOSIT,
  DELIVERY
}
