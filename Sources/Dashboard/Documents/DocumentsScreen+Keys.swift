import Cells

extension Context {
  static let documents = Context("documents")
}

extension Command {
  static let showDocuments = Command("documents")
}

extension Tab {
  static let documents = Tab(7, .showDocuments, Words.Tabs.documents)
}

extension DocumentsScreen {
  static let bindings: [Binding] =
    [
      Binding(.importDocument, ["i", .function(4)], "导入", "import", in: [.documents], hint: 3),
      Binding(.drop, ["x", .delete], "舍弃", "drop", in: [.documents], hint: 4),
      Binding(
        .nextView, ["v", .function(5)], "条款/脉络/不一致", "switch view", in: [.documents], hint: 4),
      .newTask(.documents),
    ] + Binding.hand(.documents) + Binding.narrowing(.documents) + ReviewScreen.bindings
}
