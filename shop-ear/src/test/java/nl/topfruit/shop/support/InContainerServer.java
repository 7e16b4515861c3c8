package nl.topfruit.shop.support;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the server that Arquillian deploys to, without the application, and tells Arquillian its
 * port.
 */
final class InContainerServer implements BeforeAllCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(InContainerServer.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    if (insideServer()) {
      return;
    }
    ShopServer server =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                "server",
                key -> ShopServer.fresh("incontainer", Map.of(), List.of("--without-application")),
                ShopServer.class);
    System.setProperty("shop.it.management.port", Integer.toString(server.managementPort()));
    System.setProperty(
        "shop.it.wildfly", Home.path().resolve("wildfly-config/target/wildfly").toString());
  }

  /** The class runs a second time inside the server, where there is nothing to start. */
  private static boolean insideServer() {
    return System.getProperty("jboss.server.name") != null;
  }
}
