package nl.topfruit.shop.invoicing.issuing;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import nl.topfruit.shop.invoicing.InvoicePdf;
import nl.topfruit.shop.invoicing.UblCheck;

/**
 * Loads the official rules and the fonts at start, beside everything else, so that the first
 * invoice does not wait for them.
 */
@Singleton
@Startup
@RunAs(SYSTEM)
public class WarmUp {
  @Resource private ManagedExecutorService executor;

  @PostConstruct
  void begin() {
    executor.execute(
        () -> {
          UblCheck.warmUp();
          InvoicePdf.warmUp();
        });
  }
}
