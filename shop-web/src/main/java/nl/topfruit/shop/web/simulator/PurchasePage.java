package nl.topfruit.shop.web.simulator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.demo.InvoiceMatch;
import nl.topfruit.shop.demo.SimulatedPurchase;
import nl.topfruit.shop.demo.SimulatedPurchase.State;
import nl.topfruit.shop.demo.SimulatedPurchases;
import nl.topfruit.shop.demo.Simulator;

/** One purchase in the simulated system, from returned basket to booked invoice. */
@Named("simulatorPurchase")
@RequestScoped
public class PurchasePage {
  private static final int STEPS = 6;

  @Inject private SimulatedPurchases purchases;
  @Inject private Simulator simulator;
  @Inject private HttpServletRequest request;

  private SimulatedPurchase purchase;
  private SimulatedPurchases.CallUp firm;
  private List<Row> rows;
  private InvoiceMatch match;

  /** A line with the quantity that the approver may change. */
  public static final class Row {
    private final SimulatedPurchase.Line line;
    private String quantity;

    Row(SimulatedPurchase.Line line) {
      this.line = line;
      this.quantity = line.approved().stripTrailingZeros().toPlainString();
    }

    public SimulatedPurchase.Line getLine() {
      return line;
    }

    public Money getPrice() {
      return Money.euro(line.price());
    }

    public Money getNet() {
      return Money.euro(line.net());
    }

    public String getQuantity() {
      return quantity;
    }

    public void setQuantity(String quantity) {
      this.quantity = quantity;
    }
  }

  @PostConstruct
  void load() {
    UUID id = id(request.getParameter("id"));
    if (waiting()) {
      simulator.fetchInvoice(id, Simulation.ownAddress(request)).ifPresent(m -> match = m);
    }
    purchase = purchases.find(id);
    firm = purchases.callUp(purchase.accountKey());
    rows = new ArrayList<>();
    purchase.lines().forEach(line -> rows.add(new Row(line)));
    if (purchase.state() == State.BOOKED && match == null) {
      match = simulator.fetchInvoice(id, Simulation.ownAddress(request)).orElse(null);
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(String.valueOf(text));
    } catch (IllegalArgumentException e) {
      throw new NotFound("simulated purchase");
    }
  }

  private boolean waiting() {
    return request.getParameter("waiting") != null;
  }

  public String authorise() {
    purchases.approve(purchase.id(), rows.stream().map(Row::getQuantity).toList());
    return again("");
  }

  public String reject() {
    purchases.reject(purchase.id());
    return again("");
  }

  public String sendOrder() {
    simulator.sendOrder(purchase.id(), Simulation.ownAddress(request));
    return again("");
  }

  public String deliver() {
    simulator.deliver(purchase.id());
    return again("");
  }

  public String fetchInvoice() {
    return again("&waiting=1");
  }

  private String again(String more) {
    return "/simulator/purchase?faces-redirect=true&id=" + purchase.id() + more;
  }

  public SimulatedPurchase getPurchase() {
    return purchase;
  }

  public SimulatedPurchases.CallUp getFirm() {
    return firm;
  }

  public List<Row> getRows() {
    return rows;
  }

  public InvoiceMatch getMatch() {
    return match;
  }

  /** The invoice was asked for and is not there yet: the page asks again by itself. */
  public boolean isRefreshing() {
    return waiting() && match == null;
  }

  public boolean is(String state) {
    return purchase.state().name().equals(state);
  }

  /** The order went out; an invoice may come of it. */
  public boolean isPlaced() {
    return is("ORDERED") || is("DELIVERED") || is("BOOKED");
  }

  public Money getNet() {
    return Money.euro(
        purchase.lines().stream()
            .map(SimulatedPurchase.Line::net)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** How far along, from 1 to 6. */
  public int getStep() {
    return switch (purchase.state()) {
      case RETURNED, REJECTED -> 3;
      case AUTHORISED, HELD, REFUSED -> 4;
      case ORDERED, DELIVERED -> 5;
      case BOOKED -> STEPS;
    };
  }
}
