package nl.topfruit.shop.web.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.account.InvoicePartyDesk;
import nl.topfruit.shop.connection.desk.ConnectionDesk;

/** The legal entities that pay for what comes over a connection, with what an invoice needs. */
@Named("officeConnectionParties")
@RequestScoped
public class ConnectionParties {
  @Inject private ConnectionPage page;
  @Inject private ConnectionDesk desk;
  @Inject private InvoicePartyDesk parties;

  private final List<Form> forms = new ArrayList<>();

  /**
   * The form of one of them.
   *
   * @param of values by name of the input
   */
  public record Form(InvoicePartyDesk.Numbers party, Map<String, String> of) {}

  @PostConstruct
  void load() {
    for (InvoicePartyDesk.Numbers party : desk.parties(page.getKey())) {
      Map<String, String> values = new HashMap<>();
      values.put("version", String.valueOf(party.version()));
      values.put("kvk", party.kvkNumber());
      values.put("oin", party.oin());
      values.put("vat-id", party.vatId());
      values.put("scheme", party.endpointScheme());
      values.put("endpoint", party.endpointId());
      values.put("invoice-email", party.invoiceEmail());
      forms.add(new Form(party, values));
    }
  }

  public List<Form> getForms() {
    return forms;
  }

  public String save(UUID party) {
    Form form =
        forms.stream().filter(each -> each.party().id().equals(party)).findFirst().orElseThrow();
    parties.complete(
        new InvoicePartyDesk.Numbers(
            party,
            Integer.parseInt(form.of().get("version")),
            form.party().name(),
            form.of().get("kvk"),
            form.of().get("oin"),
            form.of().get("vat-id"),
            form.of().get("scheme"),
            form.of().get("endpoint"),
            form.of().get("invoice-email"),
            Set.of()));
    return page.here("saved");
  }
}
