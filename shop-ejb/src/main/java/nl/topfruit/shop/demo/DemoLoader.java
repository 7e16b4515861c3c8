package nl.topfruit.shop.demo;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import nl.topfruit.shop.catalog.WebShop;

/** Fills an empty database with demo data, once, when the shop runs with SHOP_DEMO=true. */
@Singleton
@Startup
@RunAs(SYSTEM)
public class DemoLoader {
  private static final Logger LOG = System.getLogger(DemoLoader.class.getName());

  @PersistenceContext private EntityManager em;
  @Inject private DemoCatalogue catalogue;
  @Inject private DemoAccounts accounts;

  @PostConstruct
  void load() {
    if (!"true".equals(System.getenv("SHOP_DEMO"))) {
      return;
    }
    Number existing =
        (Number) em.createNativeQuery("select count(*) from business_account").getSingleResult();
    if (existing.longValue() > 0) {
      return;
    }
    Map<String, WebShop> webShops = catalogue.load(em);
    accounts.load(em, webShops);
    if ("true".equals(System.getenv("SHOP_DEMO_SCALE"))) {
      accounts.loadScale(em, webShops);
    }
    em.flush();
    LOG.log(Level.INFO, "Demo data loaded");
  }
}
