package nl.topfruit.shop.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.web.Requests;
import org.junit.jupiter.api.Test;

class ListPageTest {

  private static final class Orders extends ListPage<String> {
    private final long count;
    private int reads;

    Orders(String query, long count) {
      this.request = Requests.get("/portal/orders" + query);
      this.count = count;
    }

    @Override
    protected Page<String> find(TableQuery asked) {
      reads++;
      long left = Math.max(0, count - asked.first());
      return new Page<>(
          Collections.nCopies((int) Math.min(asked.size(), left), "order"),
          Math.min(count, Page.CAP));
    }

    @Override
    protected Set<String> filters() {
      return Set.of("state", "branch");
    }

    @Override
    protected Set<String> sorts() {
      return Set.of("number");
    }
  }

  @Test
  void theAddressSaysWhatIsAskedFor() {
    TableQuery asked = new Orders("?q=linde&state=HELD&sort=-number&page=3", 100).getQuery();
    assertThat(asked.search()).isEqualTo("linde");
    assertThat(asked.filters()).containsExactly(java.util.Map.entry("state", "HELD"));
    assertThat(asked.sort()).isEqualTo("number");
    assertThat(asked.descending()).isTrue();
    assertThat(asked.first()).isEqualTo(2 * TableQuery.PAGE);
  }

  @Test
  void whatTheListDoesNotKnowIsIgnored() {
    TableQuery asked = new Orders("?sort=-password&account=other&page=-1", 100).getQuery();
    assertThat(asked.sort()).isNull();
    assertThat(asked.descending()).isFalse();
    assertThat(asked.filters()).isEmpty();
    assertThat(asked.first()).isZero();
  }

  @Test
  void anotherPageKeepsSearchFilterAndSort() {
    Orders orders = new Orders("?q=linde&state=HELD&sort=number", 100);
    assertThat(orders.link(2)).isEqualTo("?q=linde&state=HELD&sort=number&page=2");
  }

  @Test
  void sortingTurnsRoundAndBeginsAtTheFirstPage() {
    assertThat(new Orders("?page=4", 100).sortLink("number")).isEqualTo("?sort=number");
    assertThat(new Orders("?sort=number", 100).sortLink("number")).isEqualTo("?sort=-number");
    assertThat(new Orders("?sort=-number", 100).sortLink("number")).isEqualTo("?sort=number");
    assertThat(new Orders("?sort=-number", 100).sorted("number")).isEqualTo("descending");
    assertThat(new Orders("", 100).sorted("number")).isEqualTo("none");
  }

  @Test
  void aFilterIsSetAndCleared() {
    Orders orders = new Orders("?state=HELD&page=2", 100);
    assertThat(orders.filterLink("branch", "a&b=c")).isEqualTo("?state=HELD&branch=a%26b%3Dc");
    assertThat(orders.filterLink("state", "")).isEqualTo("?");
  }

  @Test
  void theRowsAreReadOnce() {
    Orders orders = new Orders("", 60);
    assertThat(orders.getRows()).hasSize(TableQuery.PAGE);
    assertThat(orders.getCount()).isEqualTo(60);
    assertThat(orders.isNothing()).isFalse();
    assertThat(orders.reads).isEqualTo(1);
  }

  @Test
  void theLastPageHasNoNext() {
    assertThat(new Orders("", 60).getPages()).isEqualTo(3);
    assertThat(new Orders("?page=2", 60).isMore()).isTrue();
    assertThat(new Orders("?page=3", 60).isMore()).isFalse();
  }

  @Test
  void aListLongerThanCountingGoesCanBeLeafedOn() {
    assertThat(new Orders("?page=400", 20_000).isMore()).isTrue();
    assertThat(new Orders("?page=401", 20_000).isMore()).isTrue();
    assertThat(new Orders("?page=800", 20_000).isMore()).isTrue();
    assertThat(new Orders("?page=801", 20_000).isMore()).isFalse();
  }

  @Test
  void anEmptyListKnowsWhetherItWasNarrowed() {
    assertThat(new Orders("", 0).isNarrowed()).isFalse();
    assertThat(new Orders("?q=x", 0).isNarrowed()).isTrue();
    assertThat(new Orders("?branch=x", 0).isNarrowed()).isTrue();
  }
}
