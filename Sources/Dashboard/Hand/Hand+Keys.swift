import Cells
import Reform

extension Command {
  static let newTask = Command("new-task")
  static let amendTask = Command("amend-task")
  static let leaveOut = Command("leave-out")
  static let showLeftOut = Command("left-out")
}

extension Binding {
  /// The keys by which an office changes its own catalogue.
  static func hand(_ context: Context) -> [Binding] {
    [
      Binding(.amendTask, ["E"], "修改任务", "amend the task", in: [context]),
      Binding(.leaveOut, ["-"], "移出/移回", "leave out or take in", in: [context]),
    ]
  }

  static func newTask(_ context: Context) -> Binding {
    Binding(.newTask, ["a"], "新建任务", "new task", in: [context])
  }
}
