package nl.topfruit.shop.purchasing.agreement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * In what an order differs from what we promised, or what is to be noted of it. Each has its
 * sentence in the bundle of this room, {@code reason.⟨name⟩}.
 */
public enum Reason {
  /** Ours, theirs. */
  PRICE(Weight.HOLDS, Argument.MONEY, Argument.MONEY),
  /** Ours, which counts; theirs, near enough to it. */
  PRICE_TOLERATED(Weight.NOTED, Argument.MONEY, Argument.MONEY),
  /** Promised, today's: the promise is over and the price rose. */
  PRICE_ROSE(Weight.HOLDS, Argument.MONEY, Argument.MONEY),
  /** The requisition whose time is over. */
  VALIDITY_OVER(Weight.NOTED, Argument.TEXT),
  /** Contract price, theirs; of a line without a requisition. */
  DIRECT_PRICE(Weight.HOLDS, Argument.MONEY, Argument.MONEY),
  /** What is still promised, theirs. */
  QUANTITY_MORE(Weight.HOLDS, Argument.NUMBER, Argument.NUMBER),
  /** What is still promised, theirs. */
  QUANTITY_MORE_PLACED(Weight.NOTED, Argument.NUMBER, Argument.NUMBER),
  /** What is still promised, theirs. */
  QUANTITY_FEWER_NOT_ALLOWED(Weight.HOLDS, Argument.NUMBER, Argument.NUMBER),
  QUANTITY_NOT_WHOLE(Weight.CANNOT_BE_PLACED, Argument.NUMBER),
  /** Promised, theirs, the quantity from which the price counts. */
  BELOW_TIER(Weight.HOLDS, Argument.NUMBER, Argument.NUMBER, Argument.NUMBER),
  /** The price that is kept, the quantity from which it counts. */
  TIER_PRICE_KEPT(Weight.NOTED, Argument.MONEY, Argument.NUMBER),
  /** Promised, today's for so many pieces, the quantity from which the promised one counts. */
  TIER_PRICE_LOST(Weight.NOTED, Argument.MONEY, Argument.MONEY, Argument.NUMBER),
  /** Theirs, the least that we sell. */
  MINIMUM_QUANTITY(Weight.HOLDS, Argument.NUMBER, Argument.NUMBER),
  /** Ours, theirs. */
  UNIT(Weight.HOLDS, Argument.TEXT, Argument.TEXT),
  CURRENCY(Weight.CANNOT_BE_PLACED, Argument.TEXT),
  UNKNOWN_ARTICLE(Weight.CANNOT_BE_PLACED, Argument.TEXT),
  /** Ours where their line points, theirs. */
  OTHER_ARTICLE(Weight.CANNOT_BE_PLACED, Argument.TEXT, Argument.TEXT),
  /** How many lines of ours fit. */
  AMBIGUOUS_LINE(Weight.CANNOT_BE_PLACED, Argument.NUMBER),
  NOT_IN_ASSORTMENT(Weight.CANNOT_BE_PLACED, Argument.TEXT),
  NO_REQUISITION(Weight.CANNOT_BE_PLACED, Argument.TEXT),
  UNKNOWN_REQUISITION(Weight.CANNOT_BE_PLACED, Argument.TEXT),
  /** Requisition, and the item of it that is named but does not exist. */
  UNKNOWN_REQUISITION_LINE(Weight.CANNOT_BE_PLACED, Argument.TEXT, Argument.TEXT),
  /** No branch of theirs is known to which it could go. */
  NO_ADDRESS(Weight.CANNOT_BE_PLACED),
  /** Requisition and its state. */
  REQUISITION_CLOSED(Weight.HOLDS, Argument.TEXT, Argument.REQUISITION_STATE),
  /** The requisition, from which was ordered before. */
  REQUISITION_USED(Weight.HOLDS, Argument.TEXT),
  /** How many. */
  SEVERAL_REQUISITIONS(Weight.HOLDS, Argument.NUMBER),
  TIED_PART_MISSING(Weight.CANNOT_BE_PLACED, Argument.TEXT),
  /** Of this line, of the line it is tied to. */
  TIED_QUANTITY(Weight.CANNOT_BE_PLACED, Argument.NUMBER, Argument.NUMBER),
  FEE_MISSING(Weight.HOLDS, Argument.TEXT),
  FEE_WITHOUT_GOODS(Weight.CANNOT_BE_PLACED),
  /** What belongs to the goods, theirs. */
  FEE_QUANTITY(Weight.HOLDS, Argument.NUMBER, Argument.NUMBER),
  /** Item of the requisition and its name. */
  LINE_MISSING(Weight.NOTED, Argument.TEXT, Argument.TEXT),
  /** Item of the requisition and its name. */
  LINE_MISSING_NOT_ALLOWED(Weight.HOLDS, Argument.TEXT, Argument.TEXT),
  MIXED_VAT_LINE(Weight.CANNOT_BE_PLACED, Argument.TEXT),
  /** Promised day, next possible day. */
  DAY_PASSED(Weight.HOLDS, Argument.DAY, Argument.DAY),
  NO_DAY_LEFT(Weight.HOLDS),
  /** As stated, as their own lines add up. */
  TOTAL(Weight.HOLDS, Argument.MONEY, Argument.MONEY),
  /** Lines that only go together with this one are held. */
  GOES_WITH_HELD(Weight.HOLDS),
  TEST_MESSAGE(Weight.HOLDS),
  /** The connection is not live: nothing that comes over it is delivered. */
  TEST_CONNECTION(Weight.CANNOT_BE_PLACED),
  /** Another order holds the number: its reference in the message log. */
  NUMBER_TAKEN(Weight.HOLDS, Argument.TEXT),
  /** A change of an earlier order that cannot be carried out as it is. */
  CHANGE(Weight.CANNOT_BE_PLACED),
  /** A change or withdrawal of an order that we do not have: its number. */
  UNKNOWN_ORDER(Weight.CANNOT_BE_PLACED, Argument.TEXT),
  /** A change or withdrawal that is older than what we have: its version, ours. */
  OLDER_VERSION(Weight.CANNOT_BE_PLACED, Argument.TEXT, Argument.TEXT),
  /** A change or withdrawal after packing began: the day of delivery. */
  TOO_LATE_TO_CHANGE(Weight.CANNOT_BE_PLACED, Argument.DAY),
  /** A change or withdrawal of what was delivered, in part or whole. */
  DELIVERED_ALREADY(Weight.CANNOT_BE_PLACED),
  /** A change or withdrawal of what was invoiced, in part or whole. */
  INVOICED_ALREADY(Weight.CANNOT_BE_PLACED),
  /** The document names somebody else's organisation as the buyer. */
  OTHER_BUYER(Weight.CANNOT_BE_PLACED),
  /** The identifiers by which the buyer is named. */
  BUYER_UNKNOWN(Weight.NOTED, Argument.TEXT),
  ACCOUNTING_SPLIT(Weight.NOTED),
  /** Theirs, ours. */
  OTHER_DAY(Weight.NOTED, Argument.DAY, Argument.DAY),
  /** Theirs, ours. */
  OTHER_DAY_HELD(Weight.HOLDS, Argument.DAY, Argument.DAY),
  /** Theirs, which counts; promised. */
  THEIR_DAY(Weight.NOTED, Argument.DAY, Argument.DAY),
  /** Theirs, promised. */
  THEIR_DAY_IMPOSSIBLE(Weight.HOLDS, Argument.DAY, Argument.DAY),
  /** Theirs, ours. */
  OTHER_ADDRESS(Weight.NOTED, Argument.TEXT, Argument.TEXT),
  /** Theirs, ours. */
  OTHER_ADDRESS_HELD(Weight.HOLDS, Argument.TEXT, Argument.TEXT),
  /** Theirs, which counts; promised. */
  THEIR_ADDRESS(Weight.NOTED, Argument.TEXT, Argument.TEXT),
  /** Theirs, which is no branch that we know; promised. */
  ADDRESS_UNKNOWN(Weight.HOLDS, Argument.TEXT, Argument.TEXT);

  /** What is found out about a message when it comes in, and not again when it is examined anew. */
  public static final Set<Reason> FOUND_ON_ARRIVAL =
      EnumSet.of(NUMBER_TAKEN, BUYER_UNKNOWN, OTHER_BUYER);

  /** What it means for the order. */
  enum Weight {
    /** Somebody looks at it; he may place it as it is. */
    HOLDS,
    /** Somebody looks at it; as it is it cannot be placed. */
    CANNOT_BE_PLACED,
    /** No obstacle. */
    NOTED
  }

  /** How an argument is written for people. */
  enum Argument {
    MONEY,
    NUMBER,
    DAY,
    TEXT,
    REQUISITION_STATE
  }

  private final Weight weight;
  private final List<Argument> arguments;

  Reason(Weight weight, Argument... arguments) {
    this.weight = weight;
    this.arguments = List.of(arguments);
  }

  public boolean holds() {
    return weight != Weight.NOTED;
  }

  /** Staff may place a line with this difference. */
  public boolean mayBePlaced() {
    return weight != Weight.CANNOT_BE_PLACED;
  }

  List<Argument> arguments() {
    return arguments;
  }
}
