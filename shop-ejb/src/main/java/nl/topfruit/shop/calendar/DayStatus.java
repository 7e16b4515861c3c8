package nl.topfruit.shop.calendar;

/** Whether a day can be chosen, and if not, why not. */
public enum DayStatus {
  OPEN,
  /** Before today. */
  PAST,
  /** Further ahead than {@link DeliveryCalendar#HORIZON_DAYS}. */
  TOO_FAR,
  /** A weekday on which we never deliver. */
  CLOSED_WEEKDAY,
  HOLIDAY,
  /** A day that staff closed, with their reason. */
  CLOSED,
  /** We deliver, but not products of this class. */
  OTHER_WEEKDAY,
  /** The order would be final too late for this day, the usual approval time included. */
  CUT_OFF_PASSED,
  /** Capacity is exhausted. */
  FULL;

  public boolean open() {
    return this == OPEN;
  }

  /** Key of the sentence in the bundle {@code nl.topfruit.shop.calendar.calendar}. */
  public String key() {
    return "calendar.status." + name();
  }
}
