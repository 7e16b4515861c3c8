package nl.topfruit.shop.calendar;

/** A Dutch day off: we do not deliver, and it counts for no working day. */
public enum Holiday {
  NEW_YEARS_DAY,
  EASTER_SUNDAY,
  EASTER_MONDAY,
  KINGS_DAY,
  LIBERATION_DAY,
  ASCENSION_DAY,
  WHIT_SUNDAY,
  WHIT_MONDAY,
  CHRISTMAS_DAY,
  SECOND_CHRISTMAS_DAY;

  /** Key of the name in the bundle {@code nl.topfruit.shop.calendar.calendar}. */
  public String key() {
    return "calendar.holiday." + name();
  }
}
