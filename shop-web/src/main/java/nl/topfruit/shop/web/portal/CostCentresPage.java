package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.account.CostCentreDirectory;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;
import nl.topfruit.shop.web.faces.Texts;

/** The cost centres of the account. */
@Named("portalCostCentres")
@RequestScoped
public class CostCentresPage extends ListPage<CostCentreDirectory.Entry> {
  private static final Set<String> FILTERS = Set.of("use");
  private static final Set<String> SORTS = Set.of("code", "name", "manager");

  @Inject private CostCentreDirectory directory;
  @Inject private Texts texts;

  @Override
  protected Page<CostCentreDirectory.Entry> find(TableQuery asked) {
    return directory.find(asked);
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  @Override
  protected Set<String> sorts() {
    return SORTS;
  }

  public List<Choice> getUses() {
    return List.of(
        new Choice("active", texts.get("portal.use.active")),
        new Choice("ended", texts.get("portal.use.ended")));
  }
}
