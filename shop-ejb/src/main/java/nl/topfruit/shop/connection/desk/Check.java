package nl.topfruit.shop.connection.desk;

import java.util.List;

/**
 * One thing that a connection needs before it goes live.
 *
 * @param key of its sentence: "connection.check.⟨key⟩.done" or "connection.check.⟨key⟩.missing"
 * @param done it is there
 * @param section of the page where it is mended
 * @param arguments what the sentence names
 */
public record Check(String key, boolean done, String section, List<Object> arguments) {
  public Check {
    arguments = List.copyOf(arguments);
  }

  /** The key of the sentence that says how it stands. */
  public String sentence() {
    return "connection.check." + key + (done ? ".done" : ".missing");
  }
}
