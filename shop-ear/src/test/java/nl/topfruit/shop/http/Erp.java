package nl.topfruit.shop.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.support.ShopServer;

/** A customer's purchasing system that sends orders, as it would: text over HTTP. */
final class Erp {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern CODE = Pattern.compile("<Status code=\"(\\d{3})\"");
  private static final Pattern RESPONSE =
      Pattern.compile("<cbc:OrderResponseCode>(\\w\\w)</cbc:OrderResponseCode>");
  private static final Pattern REFERENCE = Pattern.compile("M-[2-9A-Z]{10}");

  private final ShopServer shop;
  private final String account;
  private final String domain;

  private Erp(ShopServer shop, String account, String domain) {
    this.shop = shop;
    this.account = account;
    this.domain = domain;
  }

  static Erp deLinde(ShopServer shop) {
    return new Erp(shop, "delinde", "DUNS");
  }

  static Erp direct(ShopServer shop) {
    return new Erp(shop, "direct", "NetworkID");
  }

  static Erp zuiderhaven(ShopServer shop) {
    return new Erp(shop, "zuiderhaven", "NetworkID");
  }

  /** What came back. */
  record Answer(int http, String type, String body) {
    /** Status of a cXML answer. */
    int status() {
      return Integer.parseInt(first(CODE));
    }

    /** AP, AB, CA or RE. */
    String code() {
      return first(RESPONSE);
    }

    /** Verdict of a plain answer. */
    String verdict() {
      return body.lines().findFirst().orElse("");
    }

    /** Number or reference of a plain answer. */
    String number() {
      return body.lines().skip(1).findFirst().orElse("");
    }

    /** The first of our references that stands in it. */
    String reference() {
      Matcher matcher = REFERENCE.matcher(body);
      return matcher.find() ? matcher.group() : "none";
    }

    private String first(Pattern pattern) {
      Matcher matcher = pattern.matcher(body);
      if (!matcher.find()) {
        throw new AssertionError("Not as expected: " + this);
      }
      return matcher.group(1);
    }
  }

  // ---- the form ----

  /** {@code /oci/order}; what follows are further fields, "QUANTITY[1]=2". */
  Answer plain(String quote, String orderNumber, String... fields) {
    StringBuilder form = new StringBuilder();
    form.append("USERNAME=").append(account).append("&PASSWORD=demo&QUOTE=").append(encode(quote));
    form.append("&ORDERNUMBER=").append(encode(orderNumber));
    for (String field : fields) {
      int equals = field.indexOf('=');
      form.append('&')
          .append(encode(field.substring(0, equals)))
          .append('=')
          .append(encode(field.substring(equals + 1)));
    }
    return form(form.toString());
  }

  Answer form(String body) {
    return post("/oci/order", "application/x-www-form-urlencoded", body, null);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  // ---- cXML ----

  /** An order of these lines, each written by {@link #item}. */
  String cxmlOrder(String orderNumber, String... items) {
    return cxml(
        """
        <OrderRequest>
          <OrderRequestHeader orderID="%s" orderDate="2026-11-25T09:00:00+01:00" type="new">
            <Total><Money currency="EUR">%s</Money></Total>
            <BillTo><Address><Name xml:lang="nl">Klant</Name></Address></BillTo>
          </OrderRequestHeader>
          %s
        </OrderRequest>
        """
            .formatted(orderNumber, total(items), String.join("", items)));
  }

  private static String total(String... items) {
    BigDecimal total = BigDecimal.ZERO;
    for (String item : items) {
      Matcher line =
          Pattern.compile(
                  "quantity=\"([\\d.]+)\".*?<Money currency=\"\\w+\">([\\d.]+)<", Pattern.DOTALL)
              .matcher(item);
      if (line.find()) {
        total = total.add(new BigDecimal(line.group(1)).multiply(new BigDecimal(line.group(2))));
      }
    }
    return total.toPlainString();
  }

  /** One line. */
  static String item(String line, String sku, String auxiliaryId, String quantity, String price) {
    return item(line, sku, auxiliaryId, quantity, price, "4120", "999103");
  }

  static String item(
      String line,
      String sku,
      String auxiliaryId,
      String quantity,
      String price,
      String costCentre,
      String ledgerCode) {
    return """
    <ItemOut quantity="%s" lineNumber="%s">
      <ItemID><SupplierPartID>%s</SupplierPartID>%s</ItemID>
      <ItemDetail>
        <UnitPrice><Money currency="EUR">%s</Money></UnitPrice>
        <Description xml:lang="nl">Fruitmand</Description>
        <UnitOfMeasure>EA</UnitOfMeasure>
        <Classification domain="UNSPSC">50300000</Classification>
      </ItemDetail>
      <Distribution>
        <Accounting name="Kosten">
          <AccountingSegment id="%s"><Name xml:lang="en">Cost Center</Name><Description xml:lang="nl">k</Description></AccountingSegment>
          <AccountingSegment id="%s"><Name xml:lang="en">Account</Name><Description xml:lang="nl">g</Description></AccountingSegment>
        </Accounting>
        <Charge><Money currency="EUR">%s</Money></Charge>
      </Distribution>
    </ItemOut>
    """
        .formatted(
            quantity,
            line,
            sku,
            auxiliaryId == null
                ? ""
                : "<SupplierPartAuxiliaryID>" + auxiliaryId + "</SupplierPartAuxiliaryID>",
            price,
            costCentre,
            ledgerCode,
            price);
  }

  /** Any request of this customer. */
  String cxml(String request) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/cXML.dtd">
    <cXML payloadID="%s@%s.example" timestamp="2026-11-25T09:00:00+01:00" xml:lang="nl">
      <Header>
        <From><Credential domain="%s"><Identity>%s</Identity></Credential></From>
        <To><Credential domain="DUNS"><Identity>topfruit</Identity></Credential></To>
        <Sender>
          <Credential domain="%s"><Identity>%s</Identity><SharedSecret>demo</SharedSecret></Credential>
          <UserAgent>Proef</UserAgent>
        </Sender>
      </Header>
      <Request>%s</Request>
    </cXML>
    """
        .formatted(System.nanoTime(), account, domain, account, domain, account, request);
  }

  Answer send(String cxml) {
    return post("/cxml", "text/xml; charset=UTF-8", cxml, null);
  }

  // ---- UBL ----

  /** An order of these lines, each written by {@link #line}. */
  String ublOrder(String orderNumber, String buyerKvk, String quote, String... lines) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
        xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
        xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
      <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
      <cbc:ID>%s</cbc:ID>
      <cbc:IssueDate>2026-11-25</cbc:IssueDate>
      <cbc:OrderTypeCode>220</cbc:OrderTypeCode>
      <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
      <cbc:AccountingCost>4120</cbc:AccountingCost>
      %s
      <cac:BuyerCustomerParty><cac:Party>
        <cbc:EndpointID schemeID="0106">%s</cbc:EndpointID>
        <cac:PartyLegalEntity><cbc:RegistrationName>Koper</cbc:RegistrationName></cac:PartyLegalEntity>
      </cac:Party></cac:BuyerCustomerParty>
      <cac:SellerSupplierParty><cac:Party>
        <cbc:EndpointID schemeID="0106">90004321</cbc:EndpointID>
        <cac:PostalAddress><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
        <cac:PartyLegalEntity><cbc:RegistrationName>Topfruit</cbc:RegistrationName></cac:PartyLegalEntity>
      </cac:Party></cac:SellerSupplierParty>
      %s
    </Order>
    """
        .formatted(
            orderNumber,
            quote == null
                ? ""
                : "<cac:QuotationDocumentReference><cbc:ID>"
                    + quote
                    + "</cbc:ID></cac:QuotationDocumentReference>",
            buyerKvk,
            String.join("", lines));
  }

  /** One line. */
  static String line(String number, String sku, String quantity, String price) {
    return """
    <cac:OrderLine><cac:LineItem>
      <cbc:ID>%s</cbc:ID>
      <cbc:Quantity unitCode="C62">%s</cbc:Quantity>
      <cbc:AccountingCost>999103</cbc:AccountingCost>
      <cac:Price><cbc:PriceAmount currencyID="EUR">%s</cbc:PriceAmount></cac:Price>
      <cac:Item><cbc:Name>Fruitmand</cbc:Name><cac:SellersItemIdentification><cbc:ID>%s</cbc:ID></cac:SellersItemIdentification></cac:Item>
    </cac:LineItem></cac:OrderLine>
    """
        .formatted(number, quantity, price, sku);
  }

  Answer sendUbl(String ubl) {
    return sendUbl(ubl, "application/xml", account + ":demo");
  }

  Answer sendUbl(String ubl, String type, String basic) {
    return post("/ubl/orders", type, ubl, basic);
  }

  // ---- the wire ----

  Answer post(String path, String type, String body, String basic) {
    return post(path, type, body.getBytes(StandardCharsets.UTF_8), basic);
  }

  Answer post(String path, String type, byte[] body, String basic) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(shop.url(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (basic != null) {
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
