class Orders {
  String todo = "TODOS";
}
