package nl.topfruit.shop.connection.desk;

import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.messaging.Message;

/**
 * What is agreed with a customer about a connection, apart from how its system spells things.
 *
 * @param systemName how the customer calls his system
 * @param webShops codes of the web shops it opens, the first of which by itself
 * @param branch code of the branch that is filled in for its buyers; null for none
 * @param costCentre code that is filled in; null for none
 * @param purpose code of the purpose that is filled in; null for none
 * @param hosts baskets may be posted to these, and only these may show us in a frame
 * @param plainHttp they may be reached without encryption
 * @param orderers what becomes of the person whom the system names
 * @param ordererDomains of e-mail addresses for which a person may be made
 * @param minimumOrder net euro of goods that a basket must have; null for no minimum
 * @param mixedVat what becomes of a product that bears two VAT rates
 * @param approvalDays working days that approval usually takes over there
 * @param validityDays days for which a basket that went over is kept
 * @param sessionHours hours for which a call-up keeps the shop open
 */
public record ConnectionSettings(
    String systemName,
    List<String> webShops,
    String branch,
    String costCentre,
    String purpose,
    List<String> hosts,
    boolean plainHttp,
    Connection.Orderers orderers,
    List<String> ordererDomains,
    Money minimumOrder,
    Connection.MixedVat mixedVat,
    Message.Channel orderChannel,
    boolean requisitionRequired,
    boolean fewerAllowed,
    Connection.OnDifference onDifference,
    Connection.LateOrder lateOrder,
    int approvalDays,
    int validityDays,
    int sessionHours) {

  /** The same for those of its web shops that are open to the account, or for all of them. */
  ConnectionSettings opening(List<String> ofAccount) {
    List<String> both = webShops.stream().filter(ofAccount::contains).toList();
    return with(systemName, both.isEmpty() ? ofAccount : both, true);
  }

  /**
   * The same under another name.
   *
   * @param sameAccount what is the customer's own (what is filled in, hosts, domains) stays
   */
  ConnectionSettings as(String name, boolean sameAccount) {
    return with(name, webShops, sameAccount);
  }

  private ConnectionSettings with(String name, List<String> shops, boolean sameAccount) {
    return new ConnectionSettings(
        name,
        shops,
        sameAccount ? branch : null,
        sameAccount ? costCentre : null,
        sameAccount ? purpose : null,
        sameAccount ? hosts : List.of(),
        sameAccount && plainHttp,
        sameAccount ? orderers : Connection.Orderers.NOT_ASKED,
        sameAccount ? ordererDomains : List.of(),
        minimumOrder,
        mixedVat,
        orderChannel,
        requisitionRequired,
        fewerAllowed,
        onDifference,
        lateOrder,
        approvalDays,
        validityDays,
        sessionHours);
  }

  public ConnectionSettings {
    webShops = List.copyOf(webShops);
    hosts = List.copyOf(hosts);
    ordererDomains = List.copyOf(ordererDomains);
  }
}
