package nl.topfruit.shop.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import javax.sql.DataSource;
import nl.topfruit.shop.support.BuiltEar;
import nl.topfruit.shop.support.InContainer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What the configured server promises the application. */
@InContainer
class ServerSettingsIT {
  @Resource(lookup = "java:jboss/datasources/ShopDS")
  private DataSource shop;

  @Deployment
  static EnterpriseArchive shop() {
    return BuiltEar.with(ServerSettingsIT.class);
  }

  @Test
  void theServerLivesInAmsterdam() {
    assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
  }

  @Test
  void theDatabaseAnswers() throws SQLException {
    try (Connection connection = shop.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_user")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("shop");
    }
  }

  @Test
  void theServerMayNotAlterTheSchema() throws SQLException {
    try (Connection connection = shop.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("create table public.intruder (id int)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }
}
