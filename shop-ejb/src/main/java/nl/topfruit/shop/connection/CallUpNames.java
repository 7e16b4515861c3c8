package nl.topfruit.shop.connection;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import nl.topfruit.shop.protocol.oci.OciNames;
import nl.topfruit.shop.protocol.oci.RawParameter;

/**
 * The parameter names that any connection uses: what a call-up is read by before its connection is
 * known. They change seldom and are asked for with every call-up, so that they are kept here, and
 * read anew as soon as a call-up uses none of them. That finds what another node changed, too.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class CallUpNames {
  @PersistenceContext private EntityManager em;

  private volatile OciNames kept = OciNames.STANDARD;

  /**
   * The names to read this call-up by. Open to all: nobody is known yet.
   *
   * @param parameters of the call-up
   */
  @PermitAll
  public OciNames of(List<RawParameter> parameters) {
    OciNames names = kept;
    return isThere(parameters, names.username()) && isThere(parameters, names.password())
        ? names
        : anew();
  }

  /** The same read from the database. Open to all, as above. */
  @PermitAll
  public OciNames anew() {
    @SuppressWarnings("unchecked")
    List<String> all =
        em.createNativeQuery(
                "select distinct cast(cast(c.profile as jsonb) -> 'names' as varchar) from connection c where c.protocol = 'OCI' order by 1",
                String.class)
            .getResultList();
    kept =
        OciNames.union(
            all.stream()
                .filter(Objects::nonNull)
                .map(names -> ProfileJson.read("{\"names\":" + names + "}").names())
                .toList());
    return kept;
  }

  private static boolean isThere(List<RawParameter> parameters, List<String> names) {
    return parameters.stream()
        .anyMatch(parameter -> names.stream().anyMatch(parameter.name().strip()::equalsIgnoreCase));
  }
}
