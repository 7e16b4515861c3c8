package nl.topfruit.shop.purchasing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Branch;
import nl.topfruit.shop.catalog.Article;
import nl.topfruit.shop.catalog.Offer;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.purchasing.agreement.Contract;
import org.junit.jupiter.api.Test;

/** What lines without a requisition cost, and to which branch they go. */
class DirectOrdersTest {
  private static final Branch LINDEHOF = branch("001", "12", "9999 AA", "8712345000013");
  private static final Branch ROZENHOF = branch("002", "44-bis", "9999 BB", null);
  private static final List<Branch> BRANCHES = List.of(LINDEHOF, ROZENHOF);

  private static Branch branch(String code, String houseNumber, String postcode, String gln) {
    var branch =
        new Branch(
            UUID.randomUUID(),
            UUID.randomUUID(),
            code,
            code,
            new Address("Parkweg", houseNumber, postcode, "Lindewaard", "NL"));
    branch.knownAs(gln, "000012345678");
    return branch;
  }

  private static Offer offer(String sku, String reduced, String standard, Money deposit) {
    return new Offer(
        new Article(
            UUID.randomUUID(),
            sku,
            "Fruitmand",
            null,
            "manden",
            "C62",
            1,
            "A",
            List.of(),
            null,
            deposit,
            "hash"),
        UUID.randomUUID(),
        1,
        1,
        new PriceParts(Money.euro(reduced), Money.euro(standard)));
  }

  @Test
  void aPlainArticleCostsItsPrice() {
    Contract contract = DirectOrders.contract("FM-1004", offer("FM-1004", "34.95", "0", null));
    assertThat(contract.total().sameAs(Money.euro("34.95"))).isTrue();
    assertThat(contract.mixed()).isFalse();
    assertThat(contract.deposit()).isNull();
  }

  @Test
  void aVatPartCostsThatPartAndNamesTheOther() {
    Offer wine = offer("FM-1011", "31.55", "10.95", null);
    Contract part = DirectOrders.contract("FM-1011-21", wine);
    assertThat(part.total().sameAs(Money.euro("10.95"))).isTrue();
    assertThat(part.otherPart()).isEqualTo("FM-1011-9");
    assertThat(DirectOrders.contract("FM-1011", wine).mixed()).isTrue();
  }

  @Test
  void aPartOfAnArticleWithOneRateIsNothing() {
    assertThat(DirectOrders.contract("FM-1004-9", offer("FM-1004", "34.95", "0", null))).isNull();
  }

  @Test
  void aCrateAsksForItsDepositAndADepositIsADeposit() {
    Offer crate = offer("WF-0020", "26.50", "0", Money.euro("2.50"));
    assertThat(DirectOrders.contract("WF-0020", crate).deposit()).isEqualTo("WF-0020-SG");
    Contract deposit = DirectOrders.contract("WF-0020-SG", crate);
    assertThat(deposit.kind()).isEqualTo(LineKind.DEPOSIT);
    assertThat(deposit.total().sameAs(Money.euro("2.50"))).isTrue();
    assertThat(DirectOrders.contract("FM-1004-SG", offer("FM-1004", "34.95", "0", null))).isNull();
  }

  private static Branch named(String id, String street, String postcode) {
    return DirectOrders.named(
        new ShipTo(id, null, "Ergens", null, street, postcode, "Lindewaard", "NL"), BRANCHES);
  }

  @Test
  void aBranchIsKnownByCodeGlnOrEstablishmentNumber() {
    assertThat(named("002", null, null)).isSameAs(ROZENHOF);
    assertThat(named("8712345000013", null, null)).isSameAs(LINDEHOF);
  }

  @Test
  void aBranchIsKnownByPostcodeAndHouseNumber() {
    assertThat(named(null, "Parkweg 44 bis", "9999bb")).isNull();
    assertThat(named(null, "Parkweg 44-BIS, achterom", "9999bb")).isSameAs(ROZENHOF);
  }

  @Test
  void anAddressThatIsNoneOfTheirsMeansNoBranch() {
    assertThat(named("999", "Dorpsstraat 1", "1234 AA")).isNull();
    assertThat(DirectOrders.named(null, BRANCHES)).isNull();
  }
}
