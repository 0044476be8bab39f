import Cells

extension Context {
  static let compare = Context("compare")
  static let collection = Context("collection")
}

extension Command {
  static let showCompare = Command("compare")
  static let level = Command("level")
  static let neighbours = Command("neighbours")
  static let earlier = Command("earlier")
  static let later = Command("later")
  static let groupMeasures = Command("group-measures")
  static let sendBack = Command("send-back")
  static let sendFormBack = Command("send-form-back")
  static let lock = Command("lock")
}

extension Tab {
  static let compare = Tab(5, .showCompare, Words.Compare.title)
}

extension CompareScreen {
  static let bindings: [Binding] = {
    let both: Set<Context> = [.compare, .collection]
    return [
      Binding(.nextView, ["v", .function(5)], "换视图", "next view", in: both, hint: 3),
      Binding(.sendBack, ["r", .function(8)], "退回", "send back", in: [.collection], hint: 4),
      Binding(.sendFormBack, ["R"], "退回任务表", "send task form back", in: [.collection]),
      Binding(.lock, ["f", .function(9)], "锁定/解锁", "lock or open", in: [.collection], hint: 5),
      Binding(.sort, ["o", .function(6)], "按此列排序", "sort", in: [.compare], hint: 4),
      Binding(.reverse, ["O"], "倒序", "sort backwards", in: [.compare]),
      Binding(.measure, ["c"], "换显示内容", "change or gap", in: both, hint: 5),
      Binding(.mark, [" ", .insert], "选中对比", "pick", in: [.compare], hint: 6),
      Binding(.groupMeasures, ["y"], "集团指标", "group measures", in: [.compare], hint: 7),
      Binding(.level, ["t"], "换层级", "next level", in: both, hint: 7),
      Binding(.group, ["g"], "同类/市", "size or city", in: [.compare], hint: 8),
      Binding(.neighbours, ["b"], "前后三名", "neighbours", in: [.compare], hint: 9),
      Binding(.filter, ["/", .function(3)], "找地区", "find a place", in: both, hint: 12),
      Binding(.earlier, ["<", ","], "上一年（项）", "year or indicator before", in: both),
      Binding(.later, [">", "."], "下一年（项）", "year or indicator after", in: both),
      .papers([.compare]),
    ] + Binding.collecting
  }()
}
