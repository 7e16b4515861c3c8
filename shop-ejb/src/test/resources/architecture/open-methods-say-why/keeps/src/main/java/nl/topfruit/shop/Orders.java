class Orders {
  /** Open, because a machine authenticates after reading. */
  @Override
  @PermitAll
  public void open() {}
}
