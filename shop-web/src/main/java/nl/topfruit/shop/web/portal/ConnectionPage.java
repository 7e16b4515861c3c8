package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import nl.topfruit.shop.connection.ConnectionCredential.Kind;
import nl.topfruit.shop.connection.desk.OwnConnections;
import nl.topfruit.shop.connection.desk.OwnConnections.Name;
import nl.topfruit.shop.connection.desk.OwnConnections.Own;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.Rule;
import nl.topfruit.shop.web.endpoint.PublicAddress;
import nl.topfruit.shop.web.faces.ConnectionSteps;
import nl.topfruit.shop.web.faces.ConnectionSteps.Step;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/** The account's own connections: how far each is, and what to enter in the customer's system. */
@Named("portalConnection")
@RequestScoped
public class ConnectionPage {
  @Inject private OwnConnections connections;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  private List<Own> all;

  /** One thing to enter: where in their system is for them to know. */
  public record Entry(String name, String value, String remark) {}

  public List<Own> getAll() {
    if (all == null) {
      all = connections.all();
    }
    return all;
  }

  public List<Step> steps(Own own) {
    return ConnectionSteps.of(own.state(), when -> texts.get("own.step." + when));
  }

  /** What their system needs to open our shop. */
  public List<Entry> callUp(Own own) {
    OciProfile profile = own.profile();
    List<Entry> entries = new ArrayList<>();
    entries.add(entry("own.address", PublicAddress.of(request, "/oci"), "own.address.hint"));
    own.names().stream()
        .filter(name -> name.kind() == Kind.OCI)
        .forEach(
            name ->
                entries.add(new Entry(profile.names().username().get(0), name.identity(), null)));
    entries.add(new Entry(profile.names().password().get(0), texts.get("own.secret"), null));
    entries.add(new Entry(profile.names().hook().get(0), texts.get("own.hook"), hosts(own)));
    if (own.webShops().size() > 1) {
      entries.add(new Entry("SHOP", String.join(", ", own.webShops()), texts.get("own.shop.hint")));
    }
    entries.add(
        new Entry("http_content_charset", profile.charset(), texts.get("own.charset.hint")));
    return entries;
  }

  private String hosts(Own own) {
    return own.hosts().isEmpty()
        ? texts.get("own.hosts.none")
        : texts.with("own.hosts", String.join(", ", own.hosts()));
  }

  /** Field by field what comes back. */
  public List<Entry> fields(Own own) {
    return own.profile().rules().stream().map(rule -> field(own.profile(), rule)).toList();
  }

  private Entry field(OciProfile profile, Rule rule) {
    String name =
        "LONGTEXT".equals(rule.field())
            ? "NEW_ITEM-LONGTEXT_n:132[]"
            : "NEW_ITEM-" + rule.field() + "[n]";
    String meaning =
        rule.value()
            .values()
            .map(value -> value.label(Language.of(request).locale()))
            .distinct()
            .reduce((a, b) -> a + ", " + b)
            .orElse(rule.value().toString());
    int length = profile.length(rule.field());
    return new Entry(name, meaning, length > 1_000 ? null : texts.with("own.length", length));
  }

  /** Where the approved order goes, and how an invoice is fetched. */
  public List<Entry> orders(Own own) {
    List<Entry> entries = new ArrayList<>();
    String order =
        switch (own.orderChannel()) {
          case CXML -> "/cxml";
          case UBL_ORDER -> "/ubl/orders";
          default -> "/oci/order";
        };
    entries.add(
        new Entry(
            texts.get("own.orders"),
            PublicAddress.of(request, order),
            texts.get("own.orders." + own.orderChannel())));
    for (Name name : own.names()) {
      if (name.kind() == Kind.CXML) {
        entries.add(new Entry("From", name.domain() + "/" + name.identity(), "To: DUNS/topfruit"));
      }
      if (name.kind() == Kind.BASIC) {
        entries.add(
            new Entry(
                texts.get("own.invoices"),
                PublicAddress.of(request, "/ubl/invoices")
                    + "?since="
                    + texts.get("own.invoices.day"),
                texts.with("own.basic", name.identity())));
      }
    }
    return entries;
  }

  private Entry entry(String label, String value, String remark) {
    return new Entry(texts.get(label), value, texts.get(remark));
  }

  public String agree(String key) {
    connections.agree(key);
    return "/portal/connection?faces-redirect=true&notice=connectionAgreed";
  }
}
