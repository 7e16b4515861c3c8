package nl.topfruit.shop.messaging;

import jakarta.activation.DataHandler;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.security.Role;

/**
 * Sends letters, from the outbox only: over SMTP (SHOP_MAIL_*), or in demo mode without a mail
 * server as a file in the folder mail of the shop's data.
 */
@Stateless
public class Mailer {
  @Resource(lookup = "java:jboss/mail/Default")
  private Session session;

  @Inject private MessageLog log;
  @Inject private Clock clock;

  /**
   * What a letter is about, for the message log.
   *
   * @param subject number of the order or invoice
   */
  public record About(UUID accountId, String subject, Links links) {}

  /**
   * Sends a letter, and writes it down in the caller's transaction: its text and the names of its
   * files, which are kept with the invoice.
   *
   * @throws MessagingException when the mail server refuses or is not there
   * @throws IOException when the file cannot be written
   */
  @RolesAllowed(Role.SYSTEM)
  public void send(Mail mail, About about) throws MessagingException, IOException {
    MimeMessage message = message(mail);
    boolean toFile =
        "true".equals(System.getenv("SHOP_DEMO")) && System.getenv("SHOP_MAIL_HOST") == null;
    if (toFile) {
      write(message);
    } else {
      String user = System.getenv("SHOP_MAIL_USER");
      if (user == null || user.isBlank()) {
        Transport.send(message);
      } else {
        Transport.send(message, user, System.getenv("SHOP_MAIL_PASSWORD"));
      }
    }
    log.ended(
        log.sent(
            Message.Channel.MAIL,
            "text/plain; charset=UTF-8",
            written(mail).getBytes(StandardCharsets.UTF_8)),
        new MessageLog.Ending(null, about.accountId(), about.subject(), "SENT", 0, null, null, null)
            .about(about.links()));
  }

  private static String written(Mail mail) {
    var text = new StringBuilder("To: " + mail.to() + "\nSubject: " + mail.subject() + "\n");
    for (Mail.Attachment file : mail.attachments()) {
      text.append("Attachment: ").append(file.filename()).append('\n');
    }
    return text.append('\n').append(mail.text()).toString();
  }

  private static void write(MimeMessage message) throws MessagingException, IOException {
    Path folder = Files.createDirectories(Path.of(System.getenv("SHOP_DATA"), "mail"));
    UUID id = Ids.next();
    Path draft = folder.resolve(id + ".part");
    try (OutputStream out = Files.newOutputStream(draft)) {
      message.writeTo(out);
    }
    Files.move(draft, folder.resolve(id + ".eml"));
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    var message = new MimeMessage(session);
    String from = System.getenv("SHOP_MAIL_FROM");
    message.setFrom(new InternetAddress(from == null ? "no-reply@topfruit.example" : from));
    message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject().replaceAll("\\R", " "), StandardCharsets.UTF_8.name());
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(clock)));
    var text = new MimeBodyPart();
    text.setText(mail.text(), StandardCharsets.UTF_8.name());
    var body = new MimeMultipart(text);
    for (Mail.Attachment attachment : mail.attachments()) {
      var part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mimeType())));
      part.setFileName(attachment.filename());
      body.addBodyPart(part);
    }
    message.setContent(body);
    message.saveChanges();
    return message;
  }
}
