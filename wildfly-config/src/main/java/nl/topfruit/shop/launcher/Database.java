package nl.topfruit.shop.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where the data is and who reaches it.
 *
 * @param url JDBC address
 * @param owner who migrates: may create and alter tables
 * @param user who the server signs in as; with the embedded database one without that right
 */
record Database(String url, User owner, User user) {

  /** A database user and the password of that user. */
  record User(String name, String password) {
    @Override
    public String toString() {
      return name;
    }
  }

  boolean hasUserOfItsOwn() {
    return !owner.name().equals(user.name());
  }

  Connection connectAsOwner() throws SQLException {
    return DriverManager.getConnection(url, owner.name(), owner.password());
  }
}
