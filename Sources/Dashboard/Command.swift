import Cells
import Reform

/// What a person can ask for: each has a name, words, and keys in one table.
public enum Command: String, Sendable, CaseIterable, Hashable {
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case top, bottom
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case nextTab = "next-tab"
  case previousTab = "previous-tab"
  case showOverview = "overview"
  case showTasks = "tasks"
  case showIndicators = "indicators"
  case showPlaces = "places"
  case showCompare = "compare"
  case showDocuments = "documents"
  case open, back, quit
  case help, palette
  case filter
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case mark
  case sort
  case reverse = "sort-backwards"
  case group
  case problems
  case place
  case close
  case setStatus = "set-status"
  case undo, redo
  case note, evidence
  case setDue = "set-due"
  case explain
  case measure
  case look = "as-of"
  case importDocument = "import"
  case nextView = "switch-view"
  case accept
  case acceptSure = "accept-sure"
  case drop, amend, file
  case level, neighbours, earlier, later
  case groupMeasures = "group-measures"
  case sendBack = "send-back"
  case lock
  case add
  case export
  case language, redraw, suspend
}

/// Where a command means something.
public enum Context: Hashable, Sendable, CaseIterable {
  case overview, board, task, indicators, places, group, compare, collection, documents, review

  public static let everywhere = Set(Context.allCases)

  /// Whether it is the screen of places: of a place, or of a medical group.
  var isPlaces: Bool { self == .places || self == .group }
}

/// A command with its keys and words: help, hint line, palette and manual are made from these.
public struct Binding: Sendable, Equatable {
  public var command: Command
  public var keys: [Key]
  public var words: Phrase
  public var places: Set<Context>
  /// Where it stands on the hint line, small first; nil keeps it off.
  public var hint: Int?

  init(
    _ command: Command, _ keys: [Key], _ zh: String, _ en: String,
    in places: Set<Context> = Context.everywhere, hint: Int? = nil
  ) {
    (self.command, self.keys, self.words) = (command, keys, Phrase(zh, en))
    (self.places, self.hint) = (places, hint)
  }
}

extension Binding {
  private static let work: Set<Context> = [.board, .task]
  private static let compared: Set<Context> = [.compare, .collection]
  private static let lists: Set<Context> = [.overview, .board, .indicators, .places, .documents]

  /// The one table of keys.
  static let table: [Binding] = [
    Binding(.open, [.enter], "打开", "open", hint: 1),
    Binding(
      .back, [.escape], "返回", "back", in: Context.everywhere.subtracting([.overview]), hint: 2),
    Binding(.accept, ["a", .function(8)], "采纳", "accept", in: [.review], hint: 3),
    Binding(.drop, ["x", .delete], "舍弃", "drop", in: [.documents, .review], hint: 4),
    Binding(.amend, ["e", .function(4)], "修改", "amend", in: [.review], hint: 5),
    Binding(.acceptSure, ["A", .function(6)], "采纳有把握的", "accept the sure", in: [.review], hint: 6),
    Binding(.file, ["f", .function(5)], "入账", "file", in: [.review], hint: 7),
    Binding(.importDocument, ["i", .function(4)], "导入", "import", in: [.documents], hint: 3),
    Binding(.nextView, ["v", .function(5)], "条款/脉络/不一致", "switch view", in: [.documents], hint: 4),
    Binding(.nextView, ["v", .function(5)], "整屏地图", "whole map", in: [.places], hint: 4),
    Binding(.nextView, ["v", .function(5)], "换视图", "next view", in: compared, hint: 3),
    Binding(.sendBack, ["r", .function(8)], "退回", "send back", in: [.collection], hint: 4),
    Binding(.lock, ["f", .function(9)], "锁定/解锁", "lock or open", in: [.collection], hint: 5),
    Binding(.close, ["d", .function(8)], "办结", "close", in: work, hint: 3),
    Binding(.sort, ["o", .function(6)], "排序", "sort", in: [.places], hint: 5),
    Binding(.reverse, ["O"], "倒序", "sort backwards", in: [.places]),
    Binding(.amend, ["e", .function(4)], "登记", "enter", in: [.group], hint: 3),
    Binding(.amend, ["e", .function(4)], "在集团里登记", "enter, in a group", in: [.places]),
    Binding(.close, ["d", .function(8)], "完成/签认", "done/sign", in: [.group], hint: 4),
    Binding(.add, ["+", .insert], "添加", "add", in: [.group], hint: 5),
    Binding(.drop, ["x", .delete], "删除", "drop", in: [.group], hint: 5),
    Binding(.setStatus, ["s", .function(9)], "状态", "status", in: work, hint: 4),
    Binding(.note, ["n", .function(4)], "备注", "note", in: work, hint: 5),
    Binding(.undo, ["u"], "撤销", "undo", hint: 6),
    Binding(.group, ["g"], "同类/市", "size or city", in: [.compare], hint: 8),
    Binding(.filter, ["/", .function(3)], "筛选", "filter", in: lists, hint: 7),
    Binding(.filter, ["/", .function(3)], "筛选", "filter", in: [.group]),
    Binding(.filter, ["/", .function(3)], "找地区", "find a place", in: compared, hint: 12),
    Binding(.group, ["g"], "分组", "group", in: [.board], hint: 8),
    Binding(.problems, ["!"], "只看问题", "problems", in: [.board, .review], hint: 9),
    Binding(
      .place, ["p"], "地区", "place", in: Context.everywhere.subtracting([.review, .group]), hint: 10),
    Binding(.place, ["p"], "地区", "place", in: [.group]),
    Binding(
      .explain, ["w", .function(7)], "为什么", "why", in: Context.everywhere.subtracting([.review]),
      hint: 11),
    Binding(.nextPane, [.tab], "下一栏", "next pane", hint: 12),
    Binding(.help, ["?", .function(1)], "帮助", "help", hint: 13),
    Binding(.palette, [":", .control("p"), .function(2)], "命令", "commands", hint: 14),
    Binding(.evidence, ["e"], "佐证", "evidence", in: work),
    Binding(.setDue, ["t"], "定时限", "set due day", in: work),
    Binding(.redo, [.control("r")], "重做", "redo"),
    Binding(.mark, [" ", .insert], "选中", "select", in: work),
    Binding(.mark, [" ", .insert], "选中对比", "pick", in: [.compare], hint: 6),
    Binding(.sort, ["o", .function(6)], "排序", "sort", in: [.board]),
    Binding(.sort, ["o", .function(6)], "按此列排序", "sort", in: [.compare], hint: 4),
    Binding(.reverse, ["O"], "倒序", "sort backwards", in: [.board, .compare]),
    Binding(.neighbours, ["b"], "前后三名", "neighbours", in: [.compare], hint: 9),
    Binding(.groupMeasures, ["y"], "集团指标", "group measures", in: [.compare], hint: 7),
    Binding(.level, ["t"], "市/县", "cities/counties", in: compared, hint: 7),
    Binding(.earlier, ["<", ","], "上一年（项）", "year or indicator before", in: compared),
    Binding(.later, [">", "."], "下一年（项）", "year or indicator after", in: compared),
    Binding(.nextMatch, ["n"], "下一个匹配", "next match", in: lists),
    Binding(.previousMatch, ["N"], "上一个匹配", "previous match", in: lists),
    Binding(.up, [.up, "k"], "上移", "up"),
    Binding(.down, [.down, "j"], "下移", "down"),
    Binding(.left, [.left, "h"], "左移", "left"),
    Binding(.right, [.right, "l"], "右移", "right"),
    Binding(.pageUp, [.pageUp, .control("u")], "上一页", "page up"),
    Binding(.pageDown, [.pageDown, .control("d")], "下一页", "page down"),
    Binding(.top, [.home], "到顶", "to the top"),
    Binding(
      .top, ["g"], "到顶", "to the top", in: Context.everywhere.subtracting([.board, .compare])),
    Binding(.bottom, [.end, "G"], "到底", "to the end"),
    Binding(.previousPane, [.backTab], "上一栏", "previous pane"),
    Binding(.nextTab, ["]", .controlPageDown], "下一屏", "next screen"),
    Binding(.previousTab, ["[", .controlPageUp], "上一屏", "previous screen"),
    Binding(.showOverview, ["1"], "总览", "overview"),
    Binding(.showTasks, ["2"], "任务", "tasks"),
    Binding(.showIndicators, ["3"], "指标", "indicators"),
    Binding(.showPlaces, ["4"], "地市", "places"),
    Binding(.showCompare, ["5"], "比较", "compare"),
    Binding(.showDocuments, ["7"], "文件", "documents"),
    Binding(.measure, ["c"], "地图着色", "colour the map by", in: [.overview, .places], hint: 15),
    Binding(.measure, ["c"], "换看法", "show otherwise", in: compared, hint: 5),
    Binding(.look, ["@"], "看某一天", "as of a day"),
    Binding(.export, [.control("s")], "导出", "export"),
    Binding(.language, ["L"], "中文/English", "English/中文"),
    Binding(.redraw, [.control("l")], "重画", "redraw"),
    Binding(.suspend, [.control("z")], "挂起", "suspend"),
    Binding(.quit, ["q", .function(10), .control("c")], "退出", "quit"),
  ]
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
