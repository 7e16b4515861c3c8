package nl.topfruit.shop.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test whose methods run inside the server, beside the built EAR: Arquillian deploys {@link
 * BuiltEar} on a server with a database of its own, started before the first such class. Beans of
 * the shop are injected with {@code @Inject} or {@code @EJB}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InContainerServer.class)
@ArquillianTest
public @interface InContainer {}
