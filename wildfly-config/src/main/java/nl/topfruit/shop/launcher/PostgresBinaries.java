package nl.topfruit.shop.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs: unpacked once from the archive that Maven brought.
 *
 * @param folder where they are, or will be
 */
record PostgresBinaries(Path folder) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String COMPLETE = "complete";

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /** Unpacks the programs unless that was done; a run that broke off halfway is done again. */
  void unpack() {
    if (Files.exists(folder.resolve(COMPLETE))) {
      return;
    }
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new Refusal(
            "There is no embedded PostgreSQL for this kind of machine; give an outside one with SHOP_DB_URL.");
      }
      Files.createDirectories(folder);
      unpack(
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive))));
      Files.createFile(folder.resolve(COMPLETE));
    } catch (IOException e) {
      throw new UncheckedIOException("The PostgreSQL programs cannot be unpacked to " + folder, e);
    }
  }

  private void unpack(TarArchiveInputStream tar) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("Entry outside the folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
        continue;
      }
      Files.createDirectories(target.getParent());
      if (entry.isSymbolicLink()) {
        Files.deleteIfExists(target);
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      } else {
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
