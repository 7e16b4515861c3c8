package nl.topfruit.shop.ordering;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * The earliest day that can be promised now.
 *
 * @param day null when nothing is open within a year
 * @param approvedBefore when the order must be final for that day, null without a day
 */
public record DayPromise(LocalDate day, ZonedDateTime approvedBefore) {}
