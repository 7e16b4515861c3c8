package nl.topfruit.shop.invoicing.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.catalog.SellingEntity;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.Mail;
import nl.topfruit.shop.messaging.Mailer;
import nl.topfruit.shop.messaging.OutboxHandler;

/** Sends an issued invoice to the desk that pays it: UBL for its system, PDF for its people. */
@ApplicationScoped
public class InvoiceMailing implements OutboxHandler {
  static final String KIND = "INVOICE_MAIL";
  private static final String TEXTS = "invoicing.issuing.issuing";

  @PersistenceContext private EntityManager em;
  @Inject private Mailer mailer;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(String dedupeKey, String payload) throws MessagingException, IOException {
    Invoice invoice = em.find(Invoice.class, UUID.fromString(payload));
    InvoiceFile file = em.find(InvoiceFile.class, invoice.id());
    InvoiceParty buyer = em.find(InvoiceParty.class, invoice.invoicePartyId());
    SellingEntity seller = em.find(SellingEntity.class, invoice.sellingEntityId());
    mailer.send(
        mail(invoice, file, buyer, seller),
        new Mailer.About(
            invoice.accountId(), invoice.number(), Links.invoice(invoice.orderId(), invoice.id())));
    invoice.sent();
  }

  private static Mail mail(
      Invoice invoice, InvoiceFile file, InvoiceParty buyer, SellingEntity seller) {
    Locale locale = Locale.forLanguageTag(invoice.language());
    boolean ordered = invoice.purchaseOrderNumber() != null;
    String order = ordered ? invoice.purchaseOrderNumber() : Texts.of(TEXTS, locale, "none");
    String subject =
        Texts.of(
            TEXTS,
            locale,
            ordered ? "mail.subjectOrder" : "mail.subject",
            invoice.number(),
            seller.name(),
            order);
    String due = CalendarText.in(locale).dayWithYear(invoice.dueOn());
    String text =
        Texts.of(
            TEXTS,
            locale,
            "mail.text",
            invoice.number(),
            seller.name(),
            order,
            invoice.gross().plain(),
            due);
    return new Mail(
        buyer.invoiceEmail(),
        subject,
        text,
        List.of(
            new Mail.Attachment(invoice.number() + ".xml", "application/xml", file.ubl()),
            new Mail.Attachment(invoice.number() + ".pdf", "application/pdf", file.pdf())));
  }
}
