package nl.topfruit.shop.support;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A buyer in the shop, in a window of his own or in a frame of his system. He finds things by the
 * hooks of CONTRACT, so he reads any language and minds no layout.
 */
public final class Buyer {
  private static final Pattern ADDRESS = Pattern.compile("(https?://[^/]+/shop/[^/]+/).*");

  private static final AtomicInteger STARTS = new AtomicInteger();

  private final Frame frame;

  public Buyer(Page page) {
    this(page.mainFrame());
  }

  public Buyer(Frame frame) {
    this.frame = frame;
  }

  /**
   * Goes shopping from a page of his purchasing system, in the same window.
   *
   * @param callUp its HOOK_URL leads to that system
   */
  public static Buyer from(Erp erp, ShopServer shop, Page page, Form callUp) {
    String start = "/start-" + STARTS.incrementAndGet();
    page.navigate(erp.startPage(start, shop.url("/oci").toString(), callUp, "_self", ""));
    page.locator("#go").click();
    return new Buyer(page).arrive();
  }

  /** The same with the usual call-up of an account. */
  public static Buyer from(Erp erp, ShopServer shop, Page page, String user, String hookPath) {
    return from(erp, shop, page, CallUp.of(user, erp.url(hookPath)));
  }

  /** Waits until the shop is open and shows its list. */
  public Buyer arrive() {
    frame.waitForURL(ADDRESS);
    one("[data-sku]").waitFor();
    return this;
  }

  public Frame frame() {
    return frame;
  }

  /** {@code http://…/shop/⟨token⟩/}, wherever in the shop he is. */
  public String root() {
    Matcher address = ADDRESS.matcher(frame.url());
    if (!address.matches()) {
      throw new AssertionError("Not in the shop: " + frame.url());
    }
    return address.group(1);
  }

  /** Opens a page of the shop by its name. */
  public Buyer go(String page) {
    frame.navigate(root() + page);
    return this;
  }

  /** Chooses a product that he sees in the list. */
  public Buyer choose(String sku) {
    one("[data-sku='" + sku + "'] a").click();
    action("add").waitFor();
    return this;
  }

  /** Opens the page of a product by its address. */
  public Buyer open(String sku) {
    go("product?sku=" + sku);
    action("add").waitFor();
    return this;
  }

  /** Types into a field, as CONTRACT says, and leaves it by Tab. */
  public Buyer fill(String field, String value) {
    field(field).fill(value);
    field(field).press("Tab");
    return this;
  }

  /** The days that can be chosen for this product, earliest first. */
  public List<LocalDate> days() {
    one("#calendar input[type=radio]").waitFor();
    return frame.locator("#calendar input[type=radio]").all().stream()
        .map(day -> LocalDate.parse(day.getAttribute("value")))
        .toList();
  }

  /** Into the basket, which opens. */
  public Buyer add() {
    action("add").click();
    action("checkout").waitFor();
    return this;
  }

  /** Tries to put it into the basket and stays on the page. */
  public Buyer addInVain() {
    action("add").click();
    one("[aria-invalid=true], .msg.bad").waitFor();
    return this;
  }

  /** From the basket to the review. */
  public Buyer checkout() {
    if (!action("checkout").isVisible()) {
      go("basket");
    }
    action("checkout").click();
    one("[data-action=return], [data-action=place]").waitFor();
    return this;
  }

  public void handOver() {
    action("return").click();
  }

  public void place() {
    action("place").click();
  }

  public Locator action(String name) {
    return one("[data-action=" + name + "]");
  }

  public Locator field(String name) {
    return one("[data-field=" + name + "]");
  }

  /** The total of a kind that the page shows. */
  public String total(String kind) {
    return one("[data-total-kind=" + kind + "]").getAttribute("data-total");
  }

  /** Waits for something in this state. */
  public Locator state(String state) {
    Locator found = one("[data-state=" + state + "]");
    found.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    return found;
  }

  private Locator one(String selector) {
    return frame.locator(selector).first();
  }
}
