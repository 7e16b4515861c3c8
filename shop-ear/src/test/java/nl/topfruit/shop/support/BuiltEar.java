package nl.topfruit.shop.support;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The EAR as Maven built it (what is tested is what is delivered), with the in-container test
 * classes added to its web module: the one place from where they see the pages and the business
 * both.
 */
public final class BuiltEar {
  private static final String WEB = "shop-web.war";

  private BuiltEar() {}

  /**
   * @param test the test class; all of its package goes along
   */
  public static EnterpriseArchive with(Class<?> test) {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "shop.ear")
            .importFrom(Home.path().resolve("shop-ear/target/shop.ear").toFile())
            .as(EnterpriseArchive.class);
    WebArchive web =
        ear.getAsType(WebArchive.class, "/" + WEB)
            .addPackages(true, test.getPackage())
            .addPackage(BuiltEar.class.getPackage())
            .addAsLibrary(jarOf(Assertions.class));
    ear.delete("/" + WEB);
    return ear.addAsModule(web);
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
