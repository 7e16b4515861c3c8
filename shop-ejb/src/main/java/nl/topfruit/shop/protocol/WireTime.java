package nl.topfruit.shop.protocol;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Moments and days as they stand in messages. Read in every form that is met (offset, Z, none,
 * e-mail style); written in one, with a numeric offset, since cXML forbids Z. What has no zone is
 * Dutch time.
 */
public final class WireTime {

  /** Days and hours of our trade. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendOffset("+HH:MM", "+00:00")
          .toFormatter(Locale.ROOT);

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .append(DateTimeFormatter.ISO_LOCAL_DATE)
              .appendPattern("['T'][' ']")
              .append(DateTimeFormatter.ISO_LOCAL_TIME)
              .appendPattern("[' ']")
              .appendOptional(offset("+HH:MM"))
              .appendOptional(offset("+HHMM"))
              .appendOptional(offset("+HH"))
              .toFormatter(Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss [xx][zzz] uuuu", Locale.ENGLISH),
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss [xx][zzz]", Locale.ENGLISH));

  private static final DateTimeFormatter DAY =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendOptional(offset("+HH:MM"))
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private WireTime() {}

  private static DateTimeFormatter offset(String pattern) {
    return new DateTimeFormatterBuilder().appendOffset(pattern, "Z").toFormatter(Locale.ROOT);
  }

  /** A moment; a bare day is its midnight. Empty when it is none. */
  public static Optional<OffsetDateTime> moment(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    for (DateTimeFormatter form : FORMS) {
      Optional<OffsetDateTime> moment = parsed(text.strip(), form);
      if (moment.isPresent()) {
        return moment;
      }
    }
    return bareDay(text).map(day -> day.atStartOfDay(ZONE).toOffsetDateTime());
  }

  /**
   * The day in the Netherlands. A bare day is taken as it is, whatever zone stands behind it; a
   * moment is brought to Dutch time first, because systems send our midnight as 23:00Z of the day
   * before.
   */
  public static Optional<LocalDate> day(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return bareDay(text)
        .or(() -> moment(text).map(moment -> moment.atZoneSameInstant(ZONE).toLocalDate()));
  }

  /** With numeric offset of Dutch time: {@code 2026-11-26T09:00:00+01:00}. */
  public static String written(OffsetDateTime moment) {
    return WRITTEN.format(moment.atZoneSameInstant(ZONE));
  }

  private static Optional<LocalDate> bareDay(String text) {
    try {
      return Optional.of(LocalDate.from(DAY.parse(text.strip())));
    } catch (DateTimeException noBareDay) {
      return Optional.empty();
    }
  }

  private static Optional<OffsetDateTime> parsed(String text, DateTimeFormatter form) {
    try {
      TemporalAccessor parsed =
          form.parseBest(text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
      if (parsed instanceof ZonedDateTime zoned) {
        return Optional.of(zoned.toOffsetDateTime());
      }
      return parsed instanceof OffsetDateTime offset
          ? Optional.of(offset)
          : Optional.of(((LocalDateTime) parsed).atZone(ZONE).toOffsetDateTime());
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }
}
