class Orders {
  @Override
  @PermitAll
  public void open() {}

  @PermitAll
  public void alsoOpen() {}
}
