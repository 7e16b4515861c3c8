package nl.topfruit.shop.launcher;

/** The shop cannot do what was asked; the message is one sentence for the person at the console. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
