package nl.topfruit.shop.ordering.ending;

/** What an orderer is told of a requisition of his. */
enum Letter {
  /** It ends soon. */
  REMINDER,
  EXPIRED,
  REJECTED,
  WITHDRAWN
}
