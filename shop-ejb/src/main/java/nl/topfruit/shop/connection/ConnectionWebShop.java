package nl.topfruit.shop.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** A web shop that a connection opens; the first in order is the one it opens by itself. */
@Entity
@IdClass(ConnectionWebShop.Key.class)
public class ConnectionWebShop {
  /** Both ids together. */
  public record Key(UUID connectionId, UUID webShopId) implements Serializable {}

  @Id
  @Column(name = "connection_id")
  private UUID connectionId;

  @Id
  @Column(name = "web_shop_id")
  private UUID webShopId;

  private int position;

  protected ConnectionWebShop() {}

  public ConnectionWebShop(UUID connectionId, UUID webShopId, int position) {
    this.connectionId = connectionId;
    this.webShopId = webShopId;
    this.position = position;
  }
}
