package nl.topfruit.shop.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test the running {@link ShopServer} that all tests of this run share, as a parameter;
 * with a parameter of type {@link com.microsoft.playwright.BrowserContext} also a fresh browser
 * context, closed after the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ShopExtension.class, BrowserExtension.class})
public @interface WithShop {}
