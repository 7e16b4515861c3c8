package nl.topfruit.shop.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the shared shop on first use; JUnit closes it with its root store, after the last test.
 */
final class ShopExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ShopExtension.class);

  static ShopServer shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("shop", key -> new Started(), Started.class)
        .shop();
  }

  /** The shop, or why it did not start: asking again would only take the time again. */
  private static final class Started implements AutoCloseable {
    private ShopServer shop;
    private RuntimeException failure;

    Started() {
      try {
        shop = ShopServer.fresh("shop");
      } catch (RuntimeException e) {
        failure = e;
      }
    }

    ShopServer shop() {
      if (failure != null) {
        throw new IllegalStateException("The shop did not start: " + failure.getMessage(), failure);
      }
      return shop;
    }

    @Override
    public void close() {
      if (shop != null) {
        shop.close();
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ShopServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context);
  }
}
