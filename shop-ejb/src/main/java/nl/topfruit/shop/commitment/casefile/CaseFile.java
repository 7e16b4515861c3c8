package nl.topfruit.shop.commitment.casefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.topfruit.shop.common.Clocks;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.connection.traffic.MessageRow;
import nl.topfruit.shop.connection.traffic.Traffic;

/** Writes a case as a zip that a person can read without our shop. */
final class CaseFile {
  private static final String TEXTS = "commitment.commitment";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx");

  private final Locale reader;
  private final Withheld withheld;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
  private final StringBuilder summary = new StringBuilder();

  CaseFile(Locale reader, Withheld withheld) {
    this.reader = reader;
    this.withheld = withheld;
  }

  /** What the case is about, and when the file was made. */
  void begin(String subject, CaseView view, Instant now) {
    line("case.title", subject);
    line("case.made", moment(now));
    line("case.withheld");
    summary.append('\n');
    for (CaseView.Visit visit : view.sessions()) {
      line(
          "case.session",
          visit.state().name(),
          moment(visit.openedAt()),
          visit.endedAt() == null ? "-" : moment(visit.endedAt()),
          visit.returnHost() == null ? "-" : visit.returnHost());
    }
    things("case.requisition", view.requisitions());
    things("case.purchaseOrder", view.purchaseOrders());
    things("case.order", view.orders());
    things("case.invoice", view.invoices());
    summary.append('\n');
    line("case.messages");
  }

  private void things(String key, List<CaseView.Thing> things) {
    things.forEach(thing -> line(key, thing.number(), thing.state().name()));
  }

  /** One message with its answer; the files are named in the order in which things happened. */
  void message(int position, MessageRow row, Traffic.Kept kept) {
    String name =
        "%02d-%s-%s"
            .formatted(position, row.channel().name().toLowerCase(Locale.ROOT), row.reference());
    line(
        "case.message",
        name,
        moment(row.at()),
        row.direction().name(),
        row.outcome() == null ? "-" : row.outcome(),
        row.status() == null ? "-" : row.status().toString(),
        row.durationMs() == null ? "-" : row.durationMs().toString(),
        row.systemName() == null ? "-" : row.systemName());
    if (kept.detail() != null) {
      summary.append("    ").append(text(kept.detail())).append('\n');
    }
    if (kept.blanked()) {
      line("case.blanked");
      return;
    }
    add(name + ending(kept.contentType()), withheld.strikeOut(kept.payload()));
    if (kept.answer() != null) {
      add(name + "-answer" + ending(kept.answerType()), withheld.strikeOut(kept.answer()));
    }
  }

  private String text(String sentence) {
    return new String(
            withheld.strikeOut(sentence.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
        .replaceAll("\\R", "\n    ");
  }

  private static String ending(String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.contains("multipart")) {
      return ".txt";
    }
    return type.contains("xml") ? ".xml" : type.contains("json") ? ".json" : ".txt";
  }

  /** The lines of the requisitions as they were promised. */
  void lines(List<List<Object>> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String head = Texts.of(TEXTS, reader, "case.lines.columns");
    String rows =
        lines.stream()
            .map(
                line ->
                    line.stream()
                        .map(cell -> cell(cell.toString()))
                        .collect(Collectors.joining(";")))
            .collect(Collectors.joining("\r\n"));
    add(
        "lines.csv",
        withheld.strikeOut(
            ("\ufeff" + head + "\r\n" + rows + "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** A cell that a spreadsheet would reckon with is text. */
  private static String cell(String value) {
    String text = value.matches("[=+\\-@].*") ? "'" + value : value;
    return text.matches("(?s).*[;\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** The whole file. */
  byte[] finish() {
    add("summary.txt", summary.toString().getBytes(StandardCharsets.UTF_8));
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void line(String key, Object... arguments) {
    summary.append(Texts.of(TEXTS, reader, key, arguments)).append('\n');
  }

  private static String moment(Instant moment) {
    return MOMENT.format(ZonedDateTime.ofInstant(moment, Clocks.AMSTERDAM));
  }

  private void add(String name, byte[] content) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
