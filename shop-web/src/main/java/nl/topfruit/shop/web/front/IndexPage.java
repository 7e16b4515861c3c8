package nl.topfruit.shop.web.front;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** The front page: what we are, and in demo mode the way in to try it. */
@Named("frontIndex")
@RequestScoped
public class IndexPage {
  private static final List<String> PEOPLE = List.of("beheer", "besteller", "akkoord");
  private static final List<Step> STEPS =
      Stream.of("call", "choose", "approve", "book").map(Step::of).toList();
  private static final List<DemoAccount> ACCOUNTS =
      List.of(
          new DemoAccount("delinde", "Zorggroep De Linde", true),
          new DemoAccount("merenwaard", "Gemeente Merenwaard", true),
          new DemoAccount("zuiderhaven", "Universiteit Zuiderhaven", true),
          new DemoAccount("noordwal", "Bouwbedrijf Noordwal", false),
          new DemoAccount("direct", "Testklant Direct", true));

  /**
   * An account to try.
   *
   * @param linked it has a purchasing system, which the simulator plays
   */
  public record DemoAccount(String key, String name, boolean linked) {}

  /**
   * A step of the picture that tells how a link works.
   *
   * @param drawing its symbol in the file of drawings, with the hash sign
   */
  public record Step(String drawing, String title, String text) {
    static Step of(String name) {
      return new Step("#" + name, "front.step." + name, "front.step." + name + ".text");
    }
  }

  /** Demo data and simulator are there. */
  public boolean isDemo() {
    return Boolean.parseBoolean(System.getenv("SHOP_DEMO"));
  }

  public List<Step> getSteps() {
    return STEPS;
  }

  public List<DemoAccount> getAccounts() {
    return ACCOUNTS;
  }

  /** First parts of the mail addresses that people of an account sign in with. */
  public List<String> getPeople() {
    return PEOPLE;
  }
}
