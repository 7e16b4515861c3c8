package nl.topfruit.shop.calendar;

import java.time.LocalDate;

/**
 * One day of the calendar as a buyer sees it for one class of products.
 *
 * @param date the delivery day
 * @param status whether it can be chosen
 * @param holiday which one, null unless status is HOLIDAY
 * @param reason the reason that staff gave, null unless status is CLOSED
 */
public record Day(LocalDate date, DayStatus status, Holiday holiday, String reason) {

  public boolean open() {
    return status.open();
  }
}
