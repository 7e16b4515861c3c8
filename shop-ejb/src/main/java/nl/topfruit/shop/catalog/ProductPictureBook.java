package nl.topfruit.shop.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.topfruit.shop.catalog.illustration.Illustration;
import nl.topfruit.shop.catalog.illustration.IllustrationComposer;

/** Composes the pictures of products from what they contain. */
@Stateless
public class ProductPictureBook {
  private static final IllustrationComposer COMPOSER = new IllustrationComposer();

  @PersistenceContext private EntityManager em;

  /** The picture of a product, if there is such a product. Open to all: pictures are no secret. */
  @PermitAll
  public Optional<ProductPicture> picture(String sku) {
    List<Tuple> found =
        em.createQuery(
                "select p.nameNl as name, p.illustration as illustration, p.pictureHash as hash from Product p where p.sku = :sku",
                Tuple.class)
            .setParameter("sku", sku)
            .getResultList();
    return found.stream().findFirst().map(row -> draw(row, sku));
  }

  private static ProductPicture draw(Tuple row, String sku) {
    Illustration illustration = Illustration.parse(row.get("illustration", String.class));
    String prefix = "p-" + sku.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    return new ProductPicture(
        row.get("hash", String.class),
        COMPOSER.compose(illustration, row.get("name", String.class), prefix));
  }
}
