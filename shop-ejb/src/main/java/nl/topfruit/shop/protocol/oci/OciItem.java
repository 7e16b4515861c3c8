package nl.topfruit.shop.protocol.oci;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One line of a basket as it may go to the customer's system; which field it goes to is data of the
 * connection (the rules of its {@code OciProfile}). There is no place for the text of a card or the
 * name of a private recipient: neither ever travels. Everything but the first six may be null.
 *
 * @param sku our article number: VENDORMAT and EXT_PRODUCT_ID
 * @param name short name for DESCRIPTION
 * @param quantity more than zero
 * @param unit UN/ECE Rec 20 code; the unit table of the connection makes it theirs
 * @param price of one unit, excluding VAT
 * @param currency ISO 4217
 * @param longText full name, contents, allergens, where and when
 * @param placeName short name of the branch, for DESCRIPTION; null for a private address
 * @param deliverOn the day of delivery
 * @param lineKey "K7Q-2"; stands at the end of DESCRIPTION
 * @param quoteId EXT_QUOTE_ID, 35 characters at most
 * @param quoteItem EXT_QUOTE_ITEM, 10 characters at most
 * @param leadTimeDays LEADTIME in whole days
 * @param vatRate percentage
 * @param costCentre the customer's code
 * @param ledgerCode the customer's code
 * @param branchCode the customer's code of the branch
 * @param purpose what it is for
 * @param reference the orderer's own reference
 * @param contact name of the contact at the place
 * @param category our code of its category; theirs or a UNSPSC code comes of it by a table
 * @param pictureUrl absolute address of a picture
 * @param webShop code of the web shop that it comes from
 */
public record OciItem(
    String sku,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal price,
    String currency,
    String longText,
    String placeName,
    LocalDate deliverOn,
    String lineKey,
    String quoteId,
    String quoteItem,
    Integer leadTimeDays,
    BigDecimal vatRate,
    String costCentre,
    String ledgerCode,
    String branchCode,
    String purpose,
    String reference,
    String contact,
    String category,
    String pictureUrl,
    String webShop) {

  public OciItem {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(currency, "currency");
  }

  /** What something costs, before anybody asked for it: no place, no day and no request. */
  public OciItem(
      String sku,
      String name,
      BigDecimal quantity,
      String unit,
      BigDecimal price,
      String currency,
      String longText,
      BigDecimal vatRate,
      String category,
      String pictureUrl) {
    this(
        sku,
        name,
        quantity,
        unit,
        price,
        currency,
        longText,
        null,
        null,
        null,
        null,
        null,
        null,
        vatRate,
        null,
        null,
        null,
        null,
        null,
        null,
        category,
        pictureUrl,
        null);
  }
}
