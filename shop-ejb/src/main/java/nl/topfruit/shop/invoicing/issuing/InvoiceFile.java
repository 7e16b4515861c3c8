package nl.topfruit.shop.invoicing.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/** The documents of an invoice as they left, with their hashes; never made anew. */
@Entity
public class InvoiceFile {
  @Id
  @Column(name = "invoice_id")
  private UUID invoiceId;

  private byte[] ubl;

  @Column(name = "ubl_sha256")
  private String ublSha256;

  private byte[] pdf;

  @Column(name = "pdf_sha256")
  private String pdfSha256;

  protected InvoiceFile() {}

  InvoiceFile(UUID invoiceId, byte[] ubl, byte[] pdf) {
    this.invoiceId = invoiceId;
    this.ubl = ubl.clone();
    this.ublSha256 = sha256(ubl);
    this.pdf = pdf.clone();
    this.pdfSha256 = sha256(pdf);
  }

  byte[] ubl() {
    return ubl.clone();
  }

  byte[] pdf() {
    return pdf.clone();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
