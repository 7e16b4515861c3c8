package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.protocol.AuxiliaryId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/**
 * Which item of which promise each line of an order means. What a line says of us comes first: the
 * requisition line that it names, the line key in its description. Only then is its article looked
 * for, among the requisitions that the order names, or else among those that may be meant. Two
 * items that fit and differ are never guessed between.
 */
public final class Matching {
  private final List<Promise> promises;
  private final Map<UUID, BigDecimal> claimed = new HashMap<>();

  private Matching(List<Promise> promises) {
    this.promises = promises;
  }

  /**
   * What a line means.
   *
   * @param item null when it means none of ours, or cannot be told which
   * @param fitting how many items fit and differ; 0 when it could be told
   * @param unknownQuote the requisition that the line names and we do not know; null when none
   * @param unknownItem the item that the line names and its requisition does not have
   */
  public record Match(
      PurchaseOrderMessage.Line line,
      Promise promise,
      Promise.Item item,
      int fitting,
      String unknownQuote,
      String unknownItem) {

    public static Match of(PurchaseOrderMessage.Line line, Promise promise, Promise.Item item) {
      return new Match(line, promise, item, 0, null, null);
    }

    static Match none(PurchaseOrderMessage.Line line) {
      return new Match(line, null, null, 0, null, null);
    }

    public boolean found() {
      return item != null;
    }

    /** It points at nothing of ours: it may be meant as a line without a requisition. */
    public boolean pointsNowhere() {
      return item == null && fitting == 0 && unknownQuote == null && unknownItem == null;
    }
  }

  /** An item with the promise it stands in. */
  private record Candidate(Promise promise, Promise.Item item) {}

  /**
   * @param promises the requisitions that the order names, or those that may be meant when it names
   *     none
   */
  public static List<Match> of(PurchaseOrderMessage message, List<Promise> promises) {
    return new Matching(promises).match(message);
  }

  private List<Match> match(PurchaseOrderMessage message) {
    Map<PurchaseOrderMessage.Line, Match> found = new LinkedHashMap<>();
    Set<UUID> named = new HashSet<>();
    promise(message.quotationId()).ifPresent(promise -> named.add(promise.id()));
    List<PurchaseOrderMessage.Line> open = new ArrayList<>();
    Match[] matches = new Match[message.lines().size()];
    for (int i = 0; i < matches.length; i++) {
      PurchaseOrderMessage.Line line = message.lines().get(i);
      Optional<Match> explicit = explicit(line);
      if (explicit.isPresent()) {
        matches[i] = explicit.get();
        claim(explicit.get());
        if (explicit.get().promise() != null) {
          named.add(explicit.get().promise().id());
        }
      } else {
        open.add(line);
      }
    }
    List<Promise> pool =
        named.isEmpty()
            ? promises
            : promises.stream().filter(promise -> named.contains(promise.id())).toList();
    covering(open, pool).forEach(found::put);
    for (int i = 0; i < matches.length; i++) {
      if (matches[i] == null) {
        PurchaseOrderMessage.Line line = message.lines().get(i);
        matches[i] = found.containsKey(line) ? found.get(line) : byArticle(line, pool);
        claim(matches[i]);
      }
    }
    return List.of(matches);
  }

  private Optional<Promise> promise(String number) {
    return number == null
        ? Optional.empty()
        : promises.stream().filter(p -> p.number().equals(number.strip())).findFirst();
  }

  private Optional<Match> explicit(PurchaseOrderMessage.Line line) {
    Optional<AuxiliaryId> auxiliary = line.auxiliary();
    if (auxiliary.isPresent()) {
      Optional<Promise> promise = promise(auxiliary.get().quoteId());
      if (promise.isEmpty()) {
        return Optional.of(new Match(line, null, null, 0, auxiliary.get().quoteId(), null));
      }
      String quoteItem = auxiliary.get().quoteItem();
      return Optional.of(
          promise
              .get()
              .item(quoteItem)
              .map(item -> Match.of(line, promise.get(), item))
              .orElseGet(() -> new Match(line, promise.get(), null, 0, null, quoteItem)));
    }
    return line.lineKey().flatMap(key -> byLineKey(line, key));
  }

  /** "K7Q-2". Somebody else's description may hold such a key too: an unknown one says nothing. */
  private Optional<Match> byLineKey(PurchaseOrderMessage.Line line, String key) {
    int dash = key.lastIndexOf('-');
    return promises.stream()
        .filter(promise -> promise.lineKey().equalsIgnoreCase(key.substring(0, dash)))
        .findFirst()
        .flatMap(
            promise ->
                promise.item(key.substring(dash + 1)).map(item -> Match.of(line, promise, item)));
  }

  /**
   * Lines of one article that take up all that was promised of it, each a different number of
   * pieces: whichever stands where, the same is delivered.
   */
  private Map<PurchaseOrderMessage.Line, Match> covering(
      List<PurchaseOrderMessage.Line> lines, List<Promise> pool) {
    Map<String, List<PurchaseOrderMessage.Line>> bySku = new LinkedHashMap<>();
    for (PurchaseOrderMessage.Line line : lines) {
      if (line.sku() != null) {
        bySku.computeIfAbsent(line.sku().strip(), sku -> new ArrayList<>()).add(line);
      }
    }
    Map<PurchaseOrderMessage.Line, Match> found = new LinkedHashMap<>();
    bySku.forEach(
        (sku, ofSku) -> {
          List<Candidate> candidates = remaining(candidates(sku, pool));
          if (ofSku.size() < 2 || candidates.size() != ofSku.size()) {
            return;
          }
          Map<BigDecimal, Candidate> byQuantity = new HashMap<>();
          candidates.forEach(c -> byQuantity.put(plain(left(c.item())), c));
          Set<BigDecimal> asked = new HashSet<>();
          ofSku.forEach(line -> asked.add(plain(line.quantity())));
          if (asked.size() == ofSku.size() && asked.equals(byQuantity.keySet())) {
            for (PurchaseOrderMessage.Line line : ofSku) {
              Candidate candidate = byQuantity.get(plain(line.quantity()));
              found.put(line, Match.of(line, candidate.promise(), candidate.item()));
            }
          }
        });
    return found;
  }

  private Match byArticle(PurchaseOrderMessage.Line line, List<Promise> pool) {
    if (line.sku() == null) {
      return Match.none(line);
    }
    List<Candidate> all = candidates(line.sku().strip(), pool);
    if (all.isEmpty()) {
      return Match.none(line);
    }
    List<Candidate> fitting =
        all.stream()
            .filter(c -> c.promise().open() && left(c.item()).compareTo(line.quantity()) >= 0)
            .filter(c -> agreesOnPrice(line, c.item()))
            .toList();
    List<Candidate> choice = fitting.isEmpty() ? all : fitting;
    Candidate first = choice.get(0);
    boolean same = choice.stream().allMatch(c -> c.item().sameAs(first.item()));
    return same
        ? Match.of(line, first.promise(), first.item())
        : new Match(line, null, null, choice.size(), null, null);
  }

  private static boolean agreesOnPrice(PurchaseOrderMessage.Line line, Promise.Item item) {
    return line.unitPrice() == null || line.unitPrice().compareTo(item.price().amount()) == 0;
  }

  private static List<Candidate> candidates(String sku, List<Promise> pool) {
    return pool.stream()
        .flatMap(
            promise ->
                promise.items().stream()
                    .filter(item -> item.sku().equals(sku))
                    .map(item -> new Candidate(promise, item)))
        .toList();
  }

  private List<Candidate> remaining(List<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> c.promise().open() && left(c.item()).signum() > 0)
        .toList();
  }

  private BigDecimal left(Promise.Item item) {
    return item.remaining().subtract(claimed.getOrDefault(item.lineId(), BigDecimal.ZERO));
  }

  private void claim(Match match) {
    if (match.found()) {
      claimed.merge(match.item().lineId(), match.line().quantity(), BigDecimal::add);
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.stripTrailingZeros();
  }
}
