package nl.topfruit.shop.web.simulator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.topfruit.shop.demo.SimulatedPurchase;
import nl.topfruit.shop.demo.SimulatedPurchases;

/** The start page of the simulated system: the link to our shop, and earlier purchases. */
@Named("simulatorIndex")
@RequestScoped
public class IndexPage {
  @Inject private SimulatedPurchases purchases;
  @Inject private HttpServletRequest request;

  private SimulatedPurchases.CallUp callUp;
  private List<SimulatedPurchase> latest;

  @PostConstruct
  void load() {
    String asked = request.getParameter("account");
    callUp = purchases.callUp(asked == null ? "delinde" : asked);
    latest = purchases.latest(callUp.accountKey());
  }

  public SimulatedPurchases.CallUp getCallUp() {
    return callUp;
  }

  public List<SimulatedPurchase> getLatest() {
    return latest;
  }

  /** Where the basket is to be posted: an address with a query of its own, as real systems have. */
  public String getHookUrl() {
    return Simulation.base(request)
        + "/simulator/hook/"
        + callUp.accountKey()
        + "?sap-client=100&session="
        + latest.size();
  }
}
