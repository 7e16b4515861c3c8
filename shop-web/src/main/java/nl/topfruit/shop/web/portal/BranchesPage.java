package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.account.BranchDirectory;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;
import nl.topfruit.shop.web.faces.Texts;

/** The branches of the account by legal entity. */
@Named("portalBranches")
@RequestScoped
public class BranchesPage extends ListPage<BranchDirectory.Row> {
  private static final Set<String> FILTERS = Set.of("party", "use");

  @Inject private BranchDirectory directory;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  private List<BranchDirectory.Party> parties;

  /**
   * Branches of one legal entity that stand on this page of the list.
   *
   * @param all how many it has in all
   */
  public record Group(String name, long all, List<BranchDirectory.Row> branches) {}

  @Override
  protected Page<BranchDirectory.Row> find(TableQuery asked) {
    return directory.find(asked);
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  public List<BranchDirectory.Party> getParties() {
    if (parties == null) {
      parties = directory.parties();
    }
    return parties;
  }

  /** How many branches the account has. */
  public long getAll() {
    return getParties().stream().mapToLong(BranchDirectory.Party::branches).sum();
  }

  /** The rows of this page under their legal entities. */
  public List<Group> getGroups() {
    List<Group> groups = new ArrayList<>();
    for (BranchDirectory.Row row : getRows()) {
      Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      if (last == null || !last.name().equals(row.partyName())) {
        last = new Group(row.partyName(), branches(row.partyName()), new ArrayList<>());
        groups.add(last);
      }
      last.branches().add(row);
    }
    return groups;
  }

  private long branches(String party) {
    return getParties().stream()
        .filter(p -> p.name().equals(party))
        .mapToLong(BranchDirectory.Party::branches)
        .sum();
  }

  /** The list as it is now, for a page beside it. */
  public String listLink(int number) {
    return request.getContextPath() + "/portal/branches" + link(number);
  }

  /** A branch beside the list as it is now. */
  public String branchLink(String code) {
    String list = link(getNumber());
    return request.getContextPath()
        + "/portal/branch"
        + list
        + (list.length() > 1 ? "&" : "")
        + "code="
        + URLEncoder.encode(code, StandardCharsets.UTF_8);
  }

  public List<Choice> getPartyChoices() {
    return getParties().stream().map(p -> new Choice(p.name(), p.name())).toList();
  }

  public List<Choice> getUses() {
    return List.of(
        new Choice("active", texts.get("portal.use.active")),
        new Choice("ended", texts.get("portal.use.ended")));
  }
}
