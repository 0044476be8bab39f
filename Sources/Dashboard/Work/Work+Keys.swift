import Cells

extension Command {
  static let setStatus = Command("set-status")
  static let note = Command("note")
  static let evidence = Command("evidence")
  static let setDue = Command("set-due")
}

extension Binding {
  /// The keys by which work on a task is entered.
  static func work(_ context: Context) -> [Binding] {
    [
      Binding(.close, ["d", .function(8)], "办结", "close", in: [context], hint: 3),
      Binding(.setStatus, ["s", .function(9)], "状态", "status", in: [context], hint: 4),
      Binding(.note, ["n", .function(4)], "备注", "note", in: [context], hint: 5),
      Binding(.evidence, ["e"], "佐证", "evidence", in: [context]),
      Binding(.setDue, ["t"], "定时限", "set due day", in: [context]),
      Binding(.mark, [" ", .insert], "选中", "select", in: [context]),
    ]
  }
}
