package nl.topfruit.shop.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.protocol.oci.HookHandling;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;

/**
 * A link with one customer system. Everything in which systems differ is a value here, so that a
 * new system needs no new code. Its life:
 *
 * <pre>
 *  REQUESTED ──opensForTest──▶ TEST ──isAgreedBy──▶ AGREED ──goesLive──▶ LIVE
 *                               ▲                     │                    │
 *                               ├────opensForTest─────┴────────────────────┤
 *                               │                                          │
 *                             CLOSED ◀──────────────closes─────────────────┘ (from every state)
 * </pre>
 *
 * In TEST and AGREED the customer's system opens the shop and sends orders, but nothing is
 * delivered; REQUESTED and CLOSED open nothing.
 */
@Entity
public class Connection {
  /** How far it is; see the picture above. */
  public enum State {
    REQUESTED,
    TEST,
    AGREED,
    LIVE,
    CLOSED;

    /** The customer's system may open the shop and send orders. */
    public boolean isOpen() {
      return this == TEST || this == AGREED || this == LIVE;
    }
  }

  /** The language of the call-up. */
  public enum Protocol {
    OCI,
    CXML
  }

  /**
   * What becomes of a product that bears two VAT rates: two tied items, not offered, or one item.
   */
  public enum MixedVat {
    SPLIT,
    HIDE,
    WHOLE
  }

  /** What becomes of an order of which some lines agree with the promise and others do not. */
  public enum OnDifference {
    HOLD_WHOLE,
    PLACE_AGREED
  }

  /**
   * What becomes of an order that comes too late for its day: to the next possible day, or to a
   * person.
   */
  public enum LateOrder {
    MOVE,
    HOLD
  }

  /**
   * What becomes of the person whom the system names in the call-up: he is not asked for, he must
   * be a person of the account already, or he is made one when he comes for the first time.
   */
  public enum Orderers {
    NOT_ASKED,
    KNOWN_ONLY,
    CREATE
  }

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"]+@(?<domain>[^\\s@<>\"]+\\.[^\\s@<>\"]+)");

  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  private String key;

  @Column(name = "system_name")
  private String systemName;

  @Enumerated(EnumType.STRING)
  private Protocol protocol;

  private String preset;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "state_since")
  private Instant stateSince;

  @Column(name = "agreed_by")
  private String agreedBy;

  @Column(name = "agreed_at")
  private Instant agreedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "mixed_vat")
  private MixedVat mixedVat;

  @Column(name = "allowed_hosts")
  private String[] allowedHosts;

  @Column(name = "plain_http_allowed")
  private boolean plainHttpAllowed;

  private String profile;

  @Column(name = "approval_days")
  private int approvalDays;

  @Column(name = "validity_days")
  private int validityDays;

  @Column(name = "requisition_required")
  private boolean requisitionRequired;

  @Column(name = "fewer_allowed")
  private boolean fewerAllowed;

  @Enumerated(EnumType.STRING)
  @Column(name = "on_difference")
  private OnDifference onDifference;

  @Enumerated(EnumType.STRING)
  @Column(name = "late_order")
  private LateOrder lateOrder;

  @Column(name = "order_rules")
  private String orderRules;

  @Column(name = "session_hours")
  private int sessionHours;

  @Enumerated(EnumType.STRING)
  @Column(name = "order_channel")
  private Message.Channel orderChannel;

  @Column(name = "branch_id")
  private UUID branchId;

  @Column(name = "cost_centre_code")
  private String costCentreCode;

  @Column(name = "purpose_id")
  private UUID purposeId;

  @Enumerated(EnumType.STRING)
  private Orderers orderers;

  @Column(name = "orderer_domains")
  private String[] ordererDomains;

  @Column(name = "minimum_order")
  private Money minimumOrder;

  protected Connection() {}

  /**
   * A connection with the usual rules: mixed VAT hidden, a requisition required, fewer pieces
   * allowed, the whole order held when something differs, a late order moved.
   *
   * @param systemName how the customer calls his system ("ProActive"); shown on the button that
   *     goes back to it
   * @param preset what it begins with
   */
  public Connection(
      UUID accountId, String key, String systemName, Protocol protocol, Presets.Preset preset) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.key = key;
    this.systemName = systemName;
    this.protocol = protocol;
    this.preset = preset.key();
    this.profile = ProfileJson.write(preset.profile());
    this.state = State.REQUESTED;
    this.stateSince = Instant.EPOCH;
    this.mixedVat = MixedVat.HIDE;
    this.allowedHosts = new String[0];
    this.validityDays = 30;
    this.requisitionRequired = true;
    this.fewerAllowed = true;
    this.onDifference = OnDifference.HOLD_WHOLE;
    this.lateOrder = LateOrder.MOVE;
    this.orderRules = OrderRules.USUAL.json();
    this.sessionHours = 8;
    this.orderChannel = Message.Channel.OCI_ORDER;
    this.orderers = Orderers.NOT_ASKED;
    this.ordererDomains = new String[0];
  }

  /** A connection that a customer has asked for, with OCI as the language of its call-up. */
  public static Connection requested(
      UUID accountId, String key, String systemName, Presets.Preset preset, Instant now) {
    var connection = new Connection(accountId, key, systemName, Protocol.OCI, preset);
    connection.stateSince = now;
    return connection;
  }

  /**
   * It can be tried: the shop opens, orders are held. What was agreed before no longer counts.
   *
   * @throws BusinessRuleViolation "connection.notFromHere" when it is being tried already
   */
  public void opensForTest(Instant now) {
    from(EnumSet.complementOf(EnumSet.of(State.TEST)), State.TEST, now);
    agreedBy = null;
    agreedAt = null;
  }

  /**
   * The customer has tried it and agrees that it goes live.
   *
   * @param who name of the person, for people
   * @throws BusinessRuleViolation "connection.notFromHere" when it is not being tried
   */
  public void isAgreedBy(String who, Instant now) {
    from(EnumSet.of(State.TEST), State.AGREED, now);
    agreedBy = who;
    agreedAt = now;
  }

  /**
   * From now on its orders are placed and delivered.
   *
   * @param complete nothing is missing to deliver and invoice over it
   * @throws BusinessRuleViolation "connection.notComplete"; "connection.notFromHere" when the
   *     customer has not agreed
   */
  public void goesLive(boolean complete, Instant now) {
    if (!complete) {
      throw new BusinessRuleViolation(null, "connection.notComplete");
    }
    from(EnumSet.of(State.AGREED), State.LIVE, now);
  }

  /**
   * It opens nothing any more.
   *
   * @throws BusinessRuleViolation "connection.notFromHere" when it is closed already
   */
  public void closes(Instant now) {
    from(EnumSet.complementOf(EnumSet.of(State.CLOSED)), State.CLOSED, now);
  }

  private void from(Set<State> allowed, State next, Instant now) {
    if (!allowed.contains(state)) {
      throw new BusinessRuleViolation(null, "connection.notFromHere", state, next);
    }
    state = next;
    stateSince = now;
  }

  /** Baskets may be posted to these hosts only. */
  public void mayReturnTo(boolean plainHttp, String... hosts) {
    this.plainHttpAllowed = plainHttp;
    this.allowedHosts = hosts.clone();
  }

  /** What is filled in for its buyers. */
  public void prefills(UUID branchId, String costCentreCode, UUID purposeId) {
    this.branchId = branchId;
    this.costCentreCode = costCentreCode;
    this.purposeId = purposeId;
  }

  public void mixedVatIs(MixedVat mixedVat) {
    this.mixedVat = mixedVat;
  }

  /** Orders come over this channel; without a requisition only where that is allowed. */
  public void ordersBy(Message.Channel channel, boolean requisitionRequired) {
    this.orderChannel = channel;
    this.requisitionRequired = requisitionRequired;
  }

  /** How the customer calls his system; shown on the button that goes back to it. */
  public void isCalled(String systemName) {
    this.systemName = systemName;
  }

  /** For how many days a basket that went over is kept, and for how many hours the shop is open. */
  public void keeps(int validityDays, int sessionHours) {
    this.validityDays = validityDays;
    this.sessionHours = sessionHours;
  }

  public void approvalTakes(int workingDays) {
    this.approvalDays = workingDays;
  }

  public void onDifference(OnDifference onDifference, boolean fewerAllowed, LateOrder lateOrder) {
    this.onDifference = onDifference;
    this.fewerAllowed = fewerAllowed;
    this.lateOrder = lateOrder;
  }

  /**
   * Who may order through it.
   *
   * @param domains of e-mail addresses for which a person may be made ("delinde.example"); none:
   *     nobody is made
   */
  public void ordersFor(Orderers orderers, String... domains) {
    this.orderers = orderers;
    this.ordererDomains = domains.clone();
  }

  /**
   * Nothing is handed over below this amount.
   *
   * @param net euro of goods, without deposits and delivery; null for no minimum
   */
  public void minimumOrderIs(Money net) {
    this.minimumOrder = net;
  }

  /** From now on its messages are spelled like this. */
  public void speaks(OciProfile profile) {
    this.profile = ProfileJson.write(profile);
  }

  public UUID id() {
    return id;
  }

  public UUID accountId() {
    return accountId;
  }

  public String key() {
    return key;
  }

  public String systemName() {
    return systemName;
  }

  public Protocol protocol() {
    return protocol;
  }

  public String preset() {
    return preset;
  }

  public State state() {
    return state;
  }

  /** Since when it is in its state. */
  public Instant stateSince() {
    return stateSince;
  }

  /** Who of the customer agreed; null as long as nobody did. */
  public String agreedBy() {
    return agreedBy;
  }

  public Instant agreedAt() {
    return agreedAt;
  }

  /** What comes over it is delivered. */
  public boolean live() {
    return state == State.LIVE;
  }

  /** The technical side: how its messages are spelled. Read anew each time. */
  public OciProfile profile() {
    return ProfileJson.read(profile);
  }

  /** See {@link OciProfile#charset()}. */
  public String charset() {
    return profile().charset();
  }

  public HookHandling hookHandling() {
    return profile().hookHandling();
  }

  /** See {@link OciProfile#target()}. */
  public String returnTarget() {
    return profile().target();
  }

  public MixedVat mixedVat() {
    return mixedVat;
  }

  public List<String> allowedHosts() {
    return List.of(allowedHosts);
  }

  public boolean plainHttpAllowed() {
    return plainHttpAllowed;
  }

  public int approvalDays() {
    return approvalDays;
  }

  /**
   * @return hours for which a call-up keeps the shop open
   */
  public int sessionHours() {
    return sessionHours;
  }

  public int validityDays() {
    return validityDays;
  }

  public boolean requisitionRequired() {
    return requisitionRequired;
  }

  public boolean fewerAllowed() {
    return fewerAllowed;
  }

  public OnDifference onDifference() {
    return onDifference;
  }

  /** How far an order may differ from the promise. */
  public OrderRules orderRules() {
    return OrderRules.read(orderRules);
  }

  /** So far an order may differ from the promise from now on. */
  public void orderRulesAre(OrderRules rules) {
    this.orderRules = rules.json();
  }

  public LateOrder lateOrder() {
    return lateOrder;
  }

  public Duration sessionDuration() {
    return Duration.ofHours(sessionHours);
  }

  public Message.Channel orderChannel() {
    return orderChannel;
  }

  public UUID branchId() {
    return branchId;
  }

  public String costCentreCode() {
    return costCentreCode;
  }

  public UUID purposeId() {
    return purposeId;
  }

  public Orderers orderers() {
    return orderers;
  }

  public List<String> ordererDomains() {
    return List.of(ordererDomains);
  }

  /** A person of this address whom nobody knows yet may become an orderer. */
  public boolean makesOrderer(String email) {
    Matcher address = EMAIL.matcher(email.strip());
    return orderers == Orderers.CREATE
        && address.matches()
        && Stream.of(ordererDomains).anyMatch(address.group("domain")::equalsIgnoreCase);
  }

  /** Net euro of goods that a return must have at least; null for no minimum. */
  public Money minimumOrder() {
    return minimumOrder;
  }

  /**
   * What is missing to the minimum order.
   *
   * @param goods net euro of goods, without deposits and delivery
   * @return zero when it is enough
   */
  public Money missingWith(Money goods) {
    return minimumOrder == null || goods.compareTo(minimumOrder) >= 0
        ? Money.ZERO
        : minimumOrder.minus(goods);
  }
}
