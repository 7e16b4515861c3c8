package nl.topfruit.shop.support;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The EAR as Maven built it: what is tested is what is delivered. */
public final class BuiltEar {
  private BuiltEar() {}

  public static EnterpriseArchive archive() {
    return ShrinkWrap.create(ZipImporter.class, "shop.ear")
        .importFrom(Home.path().resolve("shop-ear/target/shop.ear").toFile())
        .as(EnterpriseArchive.class);
  }
}
