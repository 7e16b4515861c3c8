package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.connection.desk.CredentialDesk;
import nl.topfruit.shop.connection.desk.CredentialRow;
import nl.topfruit.shop.connection.desk.IssuedSecret;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.Suggestion;
import nl.topfruit.shop.web.faces.Texts;

/**
 * The credentials of a connection. A new secret stands in the answer to the button that made it and
 * nowhere else: reloading or coming back does not show it again.
 */
@Named("officeConnectionSecrets")
@RequestScoped
public class ConnectionSecrets {
  private static final int USUAL_OVERLAP_DAYS = 14;

  @Inject private ConnectionPage page;
  @Inject private CredentialDesk desk;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private List<CredentialRow> rows;
  private IssuedSecret issued;
  private String kind = ConnectionCredential.Kind.OCI.name();
  private String domain;
  private String identity;
  private String label;
  private String party;
  private String branch;
  private String shop;
  private String lastDay;

  public List<CredentialRow> getRows() {
    if (rows == null) {
      rows = desk.of(page.getKey());
    }
    return rows;
  }

  public void add() {
    issued =
        desk.add(
            page.getKey(),
            new CredentialDesk.Wanted(
                ConnectionCredential.Kind.valueOf(kind),
                domain,
                identity,
                label,
                party == null || party.isEmpty() ? null : UUID.fromString(party),
                Suggestion.code(branch),
                shop));
    identity = null;
    rows = null;
  }

  public void rotate(UUID credential) {
    issued = desk.rotate(page.getKey(), credential, day());
    rows = null;
  }

  private LocalDate day() {
    try {
      return lastDay == null || lastDay.isBlank() ? null : LocalDate.parse(lastDay);
    } catch (DateTimeException notADay) {
      throw new BusinessRuleViolation("last-day", "connection.day");
    }
  }

  public void end(UUID credential) {
    desk.end(page.getKey(), credential);
    rows = null;
  }

  /** What was just made; null at every other time. */
  public IssuedSecret getIssued() {
    return issued;
  }

  public List<Choice> getKinds() {
    return Stream.of(ConnectionCredential.Kind.values())
        .map(each -> new Choice(each.name(), texts.get("con.kind." + each)))
        .toList();
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getDomain() {
    return domain;
  }

  public void setDomain(String domain) {
    this.domain = domain;
  }

  /** The key of the connection is the usual name of its system. */
  public String getIdentity() {
    return identity == null ? page.getKey() : identity;
  }

  public void setIdentity(String identity) {
    this.identity = identity;
  }

  public String getLastDay() {
    return lastDay == null ? LocalDate.now(clock).plusDays(USUAL_OVERLAP_DAYS).toString() : lastDay;
  }

  /** An emptied day means "from now on". */
  public void setLastDay(String lastDay) {
    this.lastDay = lastDay == null ? "" : lastDay;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getParty() {
    return party;
  }

  public void setParty(String party) {
    this.party = party;
  }

  public String getBranch() {
    return branch;
  }

  public void setBranch(String branch) {
    this.branch = branch;
  }

  public String getShop() {
    return shop;
  }

  public void setShop(String shop) {
    this.shop = shop;
  }
}
