package nl.topfruit.shop.punchout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.ordering.RequisitionLine.Promise;
import nl.topfruit.shop.protocol.oci.OciItem;

/**
 * What goes to the customer's system of each promised item. Card text and private recipient have no
 * way into it.
 */
@Dependent
class ReturnItems {
  private static final String TEXTS = "punchout.punchout";

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** A branch as it is called over there. */
  private record Place(String code, String name) {}

  /** The web shop that a line was put into the basket from. */
  private record Seller(String code, String name) {}

  /** A product as it stands in the shop, with the number of the whole and not of a VAT part. */
  private record Shelved(String sku, String category, String pictureHash) {}

  /**
   * @param number EXT_QUOTE_ID
   * @param lineKey key of the requisition, without the item
   */
  List<OciItem> of(List<Promise> promises, String number, String lineKey, Locale locale) {
    Map<UUID, Place> places = places(promises);
    Map<UUID, String> contents = contents(promises, locale);
    Map<UUID, Seller> webShops = webShops(promises);
    Map<UUID, Shelved> shelves = shelves(promises);
    List<OciItem> items = new ArrayList<>(promises.size());
    for (Promise promise : promises) {
      Place place = places.get(promise.destination().branchId());
      Seller webShop = webShops.get(promise.webShopId());
      Shelved shelf = promise.kind() == LineKind.GOODS ? shelves.get(promise.productId()) : null;
      items.add(
          new OciItem(
              promise.sku(),
              promise.name(),
              promise.quantity(),
              promise.unit(),
              promise.price().total().amount(),
              promise.price().total().currency(),
              longText(promise, place, webShop, contents.get(promise.productId()), locale),
              place == null ? null : place.name(),
              promise.deliverOn(),
              lineKey + "-" + promise.itemNumber(),
              number,
              String.valueOf(promise.itemNumber()),
              (int) ChronoUnit.DAYS.between(LocalDate.now(clock), promise.deliverOn()),
              promise.price().mixed() ? null : promise.price().parts().get(0).rate().percent(),
              promise.costCentre(),
              promise.ledgerCode(),
              place == null ? null : place.code(),
              promise.purpose(),
              promise.reference(),
              promise.destination().privateAddress() ? null : promise.destination().contactName(),
              shelf == null ? null : shelf.category(),
              shelf == null ? null : PictureAddress.of(shelf.sku(), shelf.pictureHash()),
              webShop.code()));
    }
    return items;
  }

  private static String longText(
      Promise promise, Place place, Seller webShop, String contents, Locale locale) {
    String where = place == null ? Texts.of(TEXTS, locale, "return.otherAddress") : place.name();
    return LongText.of(
        promise.name(),
        promise.kind() == LineKind.GOODS ? contents : null,
        List.of(promise.allergens()),
        Texts.of(
            TEXTS,
            locale,
            "return.delivery",
            where,
            CalendarText.in(locale).dayWithYear(promise.deliverOn())),
        // one delivery may bring goods of several
        promise.kind() == LineKind.DELIVERY ? null : webShop.name(),
        promise.price().mixed(),
        locale);
  }

  private Map<UUID, Place> places(List<Promise> promises) {
    List<UUID> ids =
        promises.stream()
            .map(p -> p.destination().branchId())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<UUID, Place> places = new HashMap<>();
    if (!ids.isEmpty()) {
      em.createQuery("select b.id, b.code, b.name from Branch b where b.id in :ids", Object[].class)
          .setParameter("ids", ids)
          .getResultStream()
          .forEach(row -> places.put((UUID) row[0], new Place((String) row[1], (String) row[2])));
    }
    return places;
  }

  private Map<UUID, Seller> webShops(List<Promise> promises) {
    List<UUID> ids = promises.stream().map(Promise::webShopId).distinct().toList();
    Map<UUID, Seller> sellers = new HashMap<>();
    em.createQuery("select w.id, w.code, w.name from WebShop w where w.id in :ids", Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .forEach(row -> sellers.put((UUID) row[0], new Seller((String) row[1], (String) row[2])));
    return sellers;
  }

  private Map<UUID, Shelved> shelves(List<Promise> promises) {
    List<UUID> ids =
        promises.stream().map(Promise::productId).filter(Objects::nonNull).distinct().toList();
    Map<UUID, Shelved> shelves = new HashMap<>();
    em.createQuery(
            """
            select p.id, p.sku, c.code, p.pictureHash from Product p join Category c on c.id = p.categoryId
            where p.id in :ids
            """,
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .forEach(
            row ->
                shelves.put(
                    (UUID) row[0], new Shelved((String) row[1], (String) row[2], (String) row[3])));
    return shelves;
  }

  private Map<UUID, String> contents(List<Promise> promises, Locale locale) {
    List<UUID> ids =
        promises.stream().map(Promise::productId).filter(Objects::nonNull).distinct().toList();
    String language = "en".equals(locale.getLanguage()) ? "c.nameEn" : "c.nameNl";
    Map<UUID, String> contents = new HashMap<>();
    em.createQuery(
            "select c.productId, c.quantity, "
                + language
                + " from Component c where c.productId in :ids order by c.position",
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .forEach(
            row -> contents.merge((UUID) row[0], row[1] + " " + row[2], (a, b) -> a + ", " + b));
    return contents;
  }
}
