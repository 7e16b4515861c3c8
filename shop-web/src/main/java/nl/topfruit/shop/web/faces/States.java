package nl.topfruit.shop.web.faces;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Locale;
import java.util.Map;

/**
 * How the state of a thing looks: a word, and a tone that carries colour and icon. The word stands
 * in a bundle under {@code state.⟨Kind⟩.⟨NAME⟩}, or {@code state.⟨NAME⟩} where all kinds say the
 * same; the kind is the enum's name without "State", or the name of the class the enum is in
 * ({@code Order.State} is "Order").
 */
public final class States {
  private static final Map<String, String> TONES =
      Map.ofEntries(
          Map.entry("OPEN", "info"),
          Map.entry("RETURNED", "good"),
          Map.entry("CANCELLED", "off"),
          Map.entry("EXPIRED", "off"),
          Map.entry("AWAITING_AUTHORISATION", "wait"),
          Map.entry("PARTLY_ORDERED", "wait"),
          Map.entry("ORDERED", "good"),
          Map.entry("REJECTED", "bad"),
          Map.entry("WITHDRAWN", "off"),
          Map.entry("REPLACED", "off"),
          Map.entry("RECEIVED", "info"),
          Map.entry("PLACED", "good"),
          Map.entry("PARTLY_PLACED", "wait"),
          Map.entry("HELD", "wait"),
          Map.entry("CONFLICT", "bad"),
          Map.entry("REFUSED", "bad"),
          Map.entry("DUPLICATE", "off"),
          Map.entry("SUPERSEDED", "off"),
          Map.entry("ON_HOLD", "wait"),
          Map.entry("IN_PREPARATION", "info"),
          Map.entry("PARTLY_DELIVERED", "wait"),
          Map.entry("DELIVERED", "good"),
          Map.entry("PLANNED", "info"),
          Map.entry("ON_THE_WAY", "info"),
          Map.entry("FAILED", "bad"),
          Map.entry("DRAFT", "off"),
          Map.entry("BLOCKED", "bad"),
          Map.entry("ISSUED", "info"),
          Map.entry("SENT", "good"),
          Map.entry("DISPUTED", "bad"),
          Map.entry("PARTLY_PAID", "wait"),
          Map.entry("PAID", "good"),
          Map.entry("PARTLY_CREDITED", "wait"),
          Map.entry("CREDITED", "off"),
          Map.entry("NONE", "off"),
          Map.entry("PARTLY", "wait"),
          Map.entry("FULLY", "good"),
          Map.entry("BOOKED", "good"),
          Map.entry("REQUESTED", "info"),
          Map.entry("NEW", "wait"),
          Map.entry("LINKED", "good"),
          Map.entry("DECLINED", "off"),
          Map.entry("TEST", "wait"),
          Map.entry("AGREED", "info"),
          Map.entry("LIVE", "good"),
          Map.entry("CLOSED", "off"),
          Map.entry("ACTIVE", "good"),
          Map.entry("INACTIVE", "off"));

  private States() {}

  /** "good", "wait", "bad", "info" or "off"; a state that nobody gave a tone is "info". */
  public static String tone(Object state) {
    return state == null ? "off" : TONES.getOrDefault(name(state), "info");
  }

  /** The enum's name, as it stands in {@code data-state}. */
  public static String name(Object state) {
    return state instanceof Enum<?> constant
        ? constant.name()
        : String.valueOf(state).toUpperCase(Locale.ROOT);
  }

  /** The word for it in the language of the page. */
  public static String word(Object state) {
    if (state == null) {
      return "";
    }
    Texts texts = CDI.current().select(Texts.class).get();
    String own = "state." + kind(state) + "." + name(state);
    return texts.get(texts.containsKey(own) ? own : "state." + name(state));
  }

  static String kind(Object state) {
    if (!(state instanceof Enum<?> constant)) {
      return "";
    }
    Class<?> type = constant.getDeclaringClass();
    String own = type.getSimpleName();
    if (type.getEnclosingClass() != null && "State".equals(own)) {
      return type.getEnclosingClass().getSimpleName();
    }
    return own.endsWith("State") ? own.substring(0, own.length() - "State".length()) : own;
  }
}
