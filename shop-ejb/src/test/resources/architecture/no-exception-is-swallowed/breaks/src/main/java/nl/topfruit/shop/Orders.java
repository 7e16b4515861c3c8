class Orders {
  void read() {
    try {
      next();
    } catch (IOException e) {
    }
  }
}
