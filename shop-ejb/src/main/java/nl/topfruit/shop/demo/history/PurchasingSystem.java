package nl.topfruit.shop.demo.history;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Set;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.Masking;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.WireTime;
import nl.topfruit.shop.protocol.cxml.CxmlOrderWriter;
import nl.topfruit.shop.protocol.ubl.UblAccounting;
import nl.topfruit.shop.protocol.ubl.UblOrderWriter;
import nl.topfruit.shop.protocol.ubl.UblParty;
import nl.topfruit.shop.purchasing.channel.CxmlOrders;
import nl.topfruit.shop.purchasing.channel.PlainOrders;
import nl.topfruit.shop.purchasing.channel.UblOrders;

/**
 * Writes what a customer's system sends and gives it to the service that the endpoint gives it to.
 */
@Dependent
class PurchasingSystem {
  private static final String XML = "application/xml; charset=UTF-8";
  private static final String CXML = "text/xml; charset=UTF-8";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final PartyId TOPFRUIT = new PartyId("DUNS", "topfruit");

  @PersistenceContext private EntityManager em;
  @Inject private CxmlOrders cxmlOrders;
  @Inject private UblOrders ublOrders;
  @Inject private PlainOrders plainOrders;
  @Inject private MessageLog log;
  @Inject private Clock clock;

  /** As an OrderRequest to {@code /cxml}. */
  void cxml(Customer customer, TheirOrder order) {
    OffsetDateTime now = now();
    var sender =
        new CxmlOrderWriter.Sender(
            identity(customer), TOPFRUIT, Customer.SECRET, party(customer).name());
    post(
        CxmlOrderWriter.write(
            order.message(PurchaseOrderMessage.Channel.CXML, customer.account(), now),
            sender,
            now));
  }

  private static PartyId identity(Customer customer) {
    return new PartyId(customer.cxmlDomain(), customer.connection());
  }

  private void post(byte[] cxml) {
    cxmlOrders.receive(
        CXML, cxml, Stage.REMOTE, "/cxml", received(Message.Channel.CXML, CXML, cxml));
  }

  /** As a Peppol order to {@code /ubl/orders}. */
  void ubl(Customer customer, TheirOrder order) {
    InvoiceParty party = party(customer);
    PartyId buyer = order.buyer(new PartyId(party.endpointScheme(), party.endpointId()));
    byte[] document =
        UblOrderWriter.write(
            order.message(PurchaseOrderMessage.Channel.UBL, customer.account(), now()),
            new UblParty(buyer, party.name(), "NL"),
            new UblParty(new PartyId("0106", "90004321"), "Topfruit B.V.", "NL"),
            UblAccounting.LEDGER_CODE);
    String pair = customer.connection() + ":" + Customer.SECRET;
    ublOrders.receive(
        XML,
        document,
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
        Stage.REMOTE,
        received(Message.Channel.UBL_ORDER, XML, document));
  }

  /** As the form of {@code /oci/order}: all of the requisition that it names. */
  void plain(Customer customer, TheirOrder order) {
    String form =
        "USERNAME=%s&PASSWORD=%s&QUOTE=%s&ORDERNUMBER=%s"
            .formatted(
                customer.connection(),
                Customer.SECRET,
                URLEncoder.encode(order.quotation(), StandardCharsets.UTF_8),
                order.number());
    plainOrders.receive(
        FORM,
        form,
        Stage.REMOTE,
        received(Message.Channel.OCI_ORDER, FORM, form.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Tells {@code /cxml} that their approver said no. */
  void reject(Customer customer, Requisition requisition, String why) {
    PartyId from = identity(customer);
    String credential =
        "<Credential domain=\"%s\"><Identity>%s</Identity>".formatted(from.scheme(), from.value());
    OffsetDateTime now = now();
    post(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <cXML payloadID="status-%1$s@%2$s.example" timestamp="%3$s" xml:lang="nl">
          <Header>
            <From>%4$s</Credential></From>
            <To><Credential domain="DUNS"><Identity>topfruit</Identity></Credential></To>
            <Sender>%4$s<SharedSecret>%5$s</SharedSecret></Credential><UserAgent>Inkoopsysteem (demo)</UserAgent></Sender>
          </Header>
          <Request deploymentMode="production">
            <StatusUpdateRequest>
              <DocumentReference payloadID="%1$s@topfruit.nl"/>
              <Status code="403" text="Afgekeurd" xml:lang="nl">%6$s</Status>
            </StatusUpdateRequest>
          </Request>
        </cXML>
        """
            .formatted(
                requisition.number(),
                customer.account(),
                WireTime.written(now),
                credential,
                Customer.SECRET,
                why)
            .getBytes(StandardCharsets.UTF_8));
  }

  private MessageLog.Entry received(Message.Channel channel, String type, byte[] body) {
    return log.received(channel, Stage.REMOTE, type, Masking.maskPasswords(body, Set.of()));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).withNano(0);
  }

  /** The legal entity in whose name the system orders. */
  private InvoiceParty party(Customer customer) {
    return em.createQuery(
            """
            select p from InvoiceParty p, Connection c left join Branch b on b.id = c.branchId
            where c.key = :key and p.accountId = c.accountId and (b.id is null or p.id = b.invoicePartyId) order by p.name
            """,
            InvoiceParty.class)
        .setParameter("key", customer.connection())
        .setMaxResults(1)
        .getSingleResult();
  }
}
