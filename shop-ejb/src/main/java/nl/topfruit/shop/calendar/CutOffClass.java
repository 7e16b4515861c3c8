package nl.topfruit.shop.calendar;

/**
 * How long before its delivery a product must be ordered; every product has one. What a class means
 * is data ({@link CutOff}); the usual meaning is {@link CutOff#USUAL}.
 */
public enum CutOffClass {
  /** The working day before. */
  A,
  /** Two working days. */
  B,
  /** Fruit at work: the Thursday before, for Monday. */
  C,
  /** Five working days. */
  D,
  /** Ten working days. */
  E
}
