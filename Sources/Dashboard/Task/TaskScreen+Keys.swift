import Cells

extension Context {
  static let task = Context("task")
}

extension TaskScreen {
  static let bindings: [Binding] = Binding.work(.task) + Binding.hand(.task)
}
