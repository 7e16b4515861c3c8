package nl.topfruit.shop.invoicing.issuing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import nl.topfruit.shop.catalog.SellingEntity;

/**
 * Invoice numbers without gaps, per selling entity and year. The counter's row stays locked until
 * the transaction that writes the invoice ends, and a rollback gives the number back.
 */
@Dependent
class InvoiceNumbers {
  @PersistenceContext private EntityManager em;

  String next(SellingEntity seller, int year) {
    Number last =
        (Number)
            em.createNativeQuery(
                    """
                    insert into invoice_number as n (selling_entity_id, year, last) values (:seller, :year, 1)
                    on conflict (selling_entity_id, year) do update set last = n.last + 1 returning last
                    """)
                .setParameter("seller", seller.id())
                .setParameter("year", year)
                .getSingleResult();
    return format(seller.invoicePrefix(), year, last.longValue());
  }

  static String format(String prefix, int year, long serial) {
    return "%s%d-%06d".formatted(prefix, year, serial);
  }

  /** Stands in a draft while it is checked; no invoice ever has it. */
  static String provisional(SellingEntity seller, int year) {
    return format(seller.invoicePrefix(), year, 0);
  }
}
