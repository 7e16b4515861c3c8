class Orders {
  // TODO the rest
}
