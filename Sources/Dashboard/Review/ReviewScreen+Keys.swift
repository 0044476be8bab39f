import Cells

extension Context {
  static let review = Context("review")
}

extension Command {
  static let accept = Command("accept")
  static let acceptSure = Command("accept-sure")
  static let file = Command("file")
}

extension ReviewScreen {
  static let bindings: [Binding] = [
    Binding(.accept, ["a", .function(8)], "采纳", "accept", in: [.review], hint: 3),
    Binding(.drop, ["x", .delete], "舍弃", "drop", in: [.review], hint: 4),
    Binding(.amend, ["e", .function(4)], "修改", "amend", in: [.review], hint: 5),
    Binding(
      .acceptSure, ["A", .function(6)], "采纳有把握的", "accept the sure", in: [.review], hint: 5),
    Binding(.file, ["f", .function(5)], "入账", "file", in: [.review], hint: 7),
    Binding(.problems, ["!"], "只看问题", "problems", in: [.review], hint: 9),
  ]
}
