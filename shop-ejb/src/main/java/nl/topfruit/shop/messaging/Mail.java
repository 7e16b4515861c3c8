package nl.topfruit.shop.messaging;

import java.util.List;

/**
 * A letter to one person or desk.
 *
 * @param text plain text
 */
public record Mail(String to, String subject, String text, List<Attachment> attachments) {

  /** A file that goes with it. */
  public record Attachment(String filename, String mimeType, byte[] content) {
    public Attachment {
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }
  }
}
