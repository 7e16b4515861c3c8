package nl.topfruit.shop.calendar;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Days and moments in words, for pages, mails and PDFs: "do 26 nov", "wo 25 nov 12:00",
 * "goedgekeurd vóór wo 12:00: do 26 nov". The names of days and months stand in our own bundle,
 * because those of the JDK change between its versions ("nov" and "nov.").
 */
public final class CalendarText {

  private static final String BUNDLE = "nl.topfruit.shop.calendar.calendar";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int DAYS_A_WEEKDAY_IS_CLEAR = 6;

  private static final CalendarText DUTCH = new CalendarText(Locale.forLanguageTag("nl"));
  private static final CalendarText ENGLISH = new CalendarText(Locale.ENGLISH);

  private final Locale locale;
  private final ResourceBundle bundle;

  private CalendarText(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            CalendarText.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** English for English readers, Dutch for all others. */
  public static CalendarText in(Locale reader) {
    return Locale.ENGLISH.getLanguage().equals(reader.getLanguage()) ? ENGLISH : DUTCH;
  }

  /** "do 26 nov". */
  public String day(LocalDate day) {
    return sentence("calendar.day", weekday(day), day.getDayOfMonth(), month(day));
  }

  /** "do 26 nov 2026". */
  public String dayWithYear(LocalDate day) {
    return day(day) + " " + day.getYear();
  }

  /** "wo 25 nov 12:00", in the time of the Netherlands. */
  public String moment(ZonedDateTime moment) {
    ZonedDateTime here = moment.withZoneSameInstant(DeliveryCalendar.ZONE);
    return day(here.toLocalDate()) + " " + time(here.toLocalTime());
  }

  /** "wo 12:00" within the week that begins today, else as {@link #moment}. */
  public String nearMoment(ZonedDateTime moment, LocalDate today) {
    ZonedDateTime here = moment.withZoneSameInstant(DeliveryCalendar.ZONE);
    long ahead = ChronoUnit.DAYS.between(today, here.toLocalDate());
    return ahead >= 0 && ahead <= DAYS_A_WEEKDAY_IS_CLEAR
        ? weekday(here.toLocalDate()) + " " + time(here.toLocalTime())
        : moment(moment);
  }

  /**
   * The honest day on a product card: "goedgekeurd vóór wo 12:00: do 26 nov", or "besteld vóór …"
   * where no approval comes between.
   */
  public String promise(
      LocalDate day, ZonedDateTime approvedBefore, LocalDate today, boolean needsApproval) {
    return sentence(
        needsApproval ? "calendar.promise.approved" : "calendar.promise.ordered",
        nearMoment(approvedBefore, today),
        day(day));
  }

  /** The hint below a calendar: "Goedgekeurd vóór wo 25 nov 12:00, dan bezorgd do 26 nov." */
  public String hint(LocalDate day, ZonedDateTime approvedBefore, boolean needsApproval) {
    return sentence(
        needsApproval ? "calendar.hint.approved" : "calendar.hint.ordered",
        moment(approvedBefore),
        day(day));
  }

  /** Why the day can or cannot be chosen, as a whole sentence. */
  public String status(Day day) {
    Object reason =
        switch (day.status()) {
          case HOLIDAY -> holiday(day.holiday());
          case CLOSED -> day.reason();
          case CLOSED_WEEKDAY, OTHER_WEEKDAY ->
              bundle.getString("calendar.weekday.long." + number(day.date()));
          default -> "";
        };
    return sentence(day.status().key(), day(day.date()), reason);
  }

  public String holiday(Holiday holiday) {
    return bundle.getString(holiday.key());
  }

  /** "do". */
  public String weekday(LocalDate day) {
    return bundle.getString("calendar.weekday." + number(day));
  }

  private String month(LocalDate day) {
    return bundle.getString("calendar.month." + day.getMonthValue());
  }

  private static int number(LocalDate day) {
    return day.getDayOfWeek().getValue();
  }

  private static String time(LocalTime time) {
    return TIME.format(time);
  }

  private String sentence(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
