package nl.topfruit.shop.security;

/**
 * Names of the container roles. {@link #SYSTEM} is reached only by {@code @RunAs}; no person and no
 * machine can be given it.
 */
public final class Role {
  /** Whoever holds the token of an open shopping session. */
  public static final String SHOPPER = "shopper";

  public static final String ORDERER = "orderer";
  public static final String APPROVER = "approver";
  public static final String ACCOUNT_ADMIN = "account-admin";
  public static final String OFFICE = "office";
  public static final String WAREHOUSE = "warehouse";
  public static final String SHOP_ADMIN = "shop-admin";
  public static final String SYSTEM = "system";

  private Role() {}
}
