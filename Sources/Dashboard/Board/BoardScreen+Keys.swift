import Cells

extension Context {
  public static let board = Context("board")
}

extension Command {
  static let showTasks = Command("tasks")
}

extension Tab {
  static let tasks = Tab(2, .showTasks, Words.Tabs.tasks)
}

extension BoardScreen {
  static let bindings: [Binding] =
    Binding.work(.board) + Binding.narrowing(.board) + [
      Binding(.group, ["g"], "分组", "group", in: [.board], hint: 8),
      Binding(.problems, ["!"], "只看问题", "problems", in: [.board], hint: 9),
      Binding(.sort, ["o", .function(6)], "排序", "sort", in: [.board]),
      Binding(.reverse, ["O"], "倒序", "sort backwards", in: [.board]),
      Binding(.importDocument, ["i"], "导入任务表", "import a form", in: [.board]),
      Binding(.template, ["F"], "做任务表", "make forms", in: [.board]),
      .papers([.board]), .newTask(.board),
      Binding(
        .showLeftOut, ["v", .function(5)], "看移出的", "what is left out", in: [.board]),
    ] + Binding.hand(.board)
}
