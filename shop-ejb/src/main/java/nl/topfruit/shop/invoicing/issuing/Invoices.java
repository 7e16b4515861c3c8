package nl.topfruit.shop.invoicing.issuing;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.ORDERER;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.invoicing.InvoiceDocument;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.security.CurrentUser;

/** Issued invoices for those who may see them: the account's people, its systems, and our staff. */
@Stateless
public class Invoices {
  private static final int MOST = 1_000;

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;

  /**
   * An invoice as a system lists it.
   *
   * @param orderId null for an invoice of several orders
   */
  public record Listed(
      UUID id,
      UUID orderId,
      String number,
      LocalDate issued,
      String purchaseOrderNumber,
      InvoiceDocument.Kind kind) {}

  /** Which of the two documents. */
  public enum Form {
    UBL,
    PDF
  }

  /**
   * A document with the name that it is kept under.
   *
   * @param links the invoice and its order, for the message log
   */
  public record Document(String filename, String mimeType, byte[] content, Links links) {
    public Document {
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }
  }

  /**
   * The account's invoices for one of its orders, or since a day; none for an order of somebody
   * else. Open to all: the endpoint has authenticated the connection.
   *
   * @param orderNumber theirs, null for all
   * @param since day of issue, null for all
   */
  @PermitAll
  public List<Listed> of(Connection connection, String orderNumber, LocalDate since) {
    return em.createQuery(
            """
            select new nl.topfruit.shop.invoicing.issuing.Invoices$Listed(i.id, i.orderId, i.number, i.issuedOn, i.purchaseOrderNumber, i.kind)
            from Invoice i where i.accountId = :account and i.number is not null
              and (:order is null or i.purchaseOrderNumber = :order) and i.issuedOn >= :since
            order by i.issuedAt desc, i.number desc
            """,
            Listed.class)
        .setParameter("account", connection.accountId())
        .setParameter("order", orderNumber)
        .setParameter("since", since == null ? LocalDate.EPOCH : since)
        .setMaxResults(MOST)
        .getResultList();
  }

  /**
   * A document of one of the account's invoices. Open to all: the endpoint has authenticated the
   * connection.
   *
   * @throws NotFound when the account has no such invoice
   */
  @PermitAll
  public Document document(Connection connection, String number, Form form) {
    return document(number, connection.accountId(), form);
  }

  /**
   * A document of one of the account's invoices, for its people.
   *
   * @throws NotFound when the account has no such invoice
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Document own(String number, Form form) {
    return document(number, user.accountId(), form);
  }

  /** A document of any invoice, for staff. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Document any(String number, Form form) {
    return document(number, null, form);
  }

  private Document document(String number, UUID accountId, Form form) {
    Object[] found =
        em.createQuery(
                """
                select f, i.orderId, i.id from InvoiceFile f join Invoice i on i.id = f.invoiceId
                where i.number = :number and (:account is null or i.accountId = :account)
                """,
                Object[].class)
            .setParameter("number", number)
            .setParameter("account", accountId)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("invoice " + number));
    var file = (InvoiceFile) found[0];
    Links links = Links.invoice((UUID) found[1], (UUID) found[2]);
    return form == Form.UBL
        ? new Document(number + ".xml", "application/xml", file.ubl(), links)
        : new Document(number + ".pdf", "application/pdf", file.pdf(), links);
  }
}
