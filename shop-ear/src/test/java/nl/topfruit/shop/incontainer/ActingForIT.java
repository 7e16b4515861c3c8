package nl.topfruit.shop.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.topfruit.shop.security.CurrentUser;
import nl.topfruit.shop.support.BuiltEar;
import nl.topfruit.shop.support.InContainer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** The system may ask for somebody; nobody else may. */
@InContainer
class ActingForIT {
  @Inject private CurrentUser user;

  @Deployment
  static EnterpriseArchive shop() {
    return BuiltEar.with(ActingForIT.class);
  }

  @Test
  void nobody_but_the_system_acts_for_somebody() {
    var done = new AtomicBoolean();
    String somebody = CurrentUser.shopperName(UUID.randomUUID(), UUID.randomUUID());
    assertThatThrownBy(() -> user.actFor(somebody, () -> done.set(true)))
        .isInstanceOf(EJBAccessException.class);
    assertThat(done).isFalse();
    assertThat(user.name()).isNotEqualTo(somebody);
  }
}
