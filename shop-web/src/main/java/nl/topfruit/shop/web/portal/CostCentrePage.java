package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.account.CostCentreDirectory;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.ordering.history.OrderHistory;
import nl.topfruit.shop.ordering.history.OrderRow;
import nl.topfruit.shop.web.faces.Asked;

/** One cost centre of the account, with what was ordered on it. */
@Named("portalCostCentre")
@RequestScoped
public class CostCentrePage {
  private static final int LATEST = 10;

  @Inject private Asked asked;
  @Inject private CostCentreDirectory directory;
  @Inject private OrderHistory orders;

  private CostCentreDirectory.Entry costCentre;
  private Page<OrderRow> ordered;

  public CostCentreDirectory.Entry getCostCentre() {
    if (costCentre == null) {
      costCentre = directory.costCentre(asked.text("code"));
    }
    return costCentre;
  }

  private Page<OrderRow> ordered() {
    if (ordered == null) {
      Map<String, String> onIt = Map.of("costCentre", getCostCentre().code());
      ordered = orders.find(new TableQuery("", onIt, null, false, 0, LATEST));
    }
    return ordered;
  }

  public List<OrderRow> getOrders() {
    return ordered().rows();
  }

  public long getOrderCount() {
    return ordered().count();
  }
}
