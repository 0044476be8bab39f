import Cells
import Reform

extension Tab {
  static let meeting = Tab(6, Command("meetings"), Phrase("会议", "Meeting"))
}

extension Context {
  static let meetings = Context("meetings")
  static let agenda = Context("agenda")
  static let item = Context("item")
  static let slips = Context("slips")
}

extension Command {
  static let meet = Command("put-on-agenda")
  static let makeMeeting = Command("new-meeting")
  static let openMeeting = Command("open-meeting")
  static let closeMeeting = Command("close-meeting")
  static let agendaRules = Command("agenda-rules")
  static let itemUp = Command("item-up")
  static let itemDown = Command("item-down")
  static let signOff = Command("sign-off")
  static let carryOn = Command("carry-on")
  static let extend = Command("extend")
  static let supervise = Command("supervise")
  static let resolve = Command("resolve")
  static let sinceDay = Command("since-day")
  static let receiveSlip = Command("slip-received")
  static let answerSlip = Command("slip-answered")
  static let checkSlip = Command("slip-checked")
  static let returnSlip = Command("slip-returned")
}

extension MeetingScreen {
  static let bindings: [Binding] = [
    Binding(.makeMeeting, ["a", .insert], "新建会议", "new meeting", in: [.meetings], hint: 3),
    Binding(
      .amend, ["e", .function(4)], "改会议信息", "amend the card", in: [.meetings, .agenda], hint: 8),
    Binding(
      .openMeeting, ["o", .function(8)], "开会", "open it", in: [.meetings, .agenda], hint: 4),
    Binding(
      .closeMeeting, ["f", .function(9)], "闭会", "close it", in: [.meetings, .agenda], hint: 5),
    Binding(.papers, ["x"], "出材料", "papers", in: [.meetings, .agenda, .item, .slips], hint: 7),
    Binding(
      .nextView, ["v", .function(5)], "会议/督办/变化", "switch view", in: [.meetings, .slips], hint: 9),
    Binding(.sinceDay, ["c", .function(6)], "变化从哪天起", "changes since", in: [.meetings]),
    Binding(.group, ["g", .function(3)], "变化按任务/地区", "count changes", in: [.meetings]),
    Binding(.agendaRules, ["r", .function(6)], "议程规则", "rules", in: [.agenda], hint: 3),
    Binding(.resolve, ["a", .insert], "议定事项", "resolve", in: [.agenda, .item], hint: 6),
    Binding(.itemUp, ["K"], "往前排", "move up", in: [.agenda]),
    Binding(.itemDown, ["J"], "往后排", "move down", in: [.agenda]),
    Binding(.drop, ["-", .delete], "不上会", "take off", in: [.agenda], hint: 9),
    Binding(.close, ["d", .function(8)], "办结", "done", in: [.item], hint: 3),
    Binding(.signOff, ["s", .function(9)], "销号", "sign off", in: [.item], hint: 4),
    Binding(.carryOn, ["n", .function(4)], "继续推进", "carry on", in: [.item], hint: 5),
    Binding(.extend, ["t", .function(5)], "延期", "extend", in: [.item], hint: 5),
    Binding(.sendBack, ["b", .function(6)], "退回", "send back", in: [.item], hint: 5),
    Binding(.supervise, ["c", .function(3)], "督办", "supervise", in: [.item], hint: 5),
    Binding(.mark, [" "], "选中", "select", in: [.item]),
    Binding(.receiveSlip, ["r", .function(6)], "签收", "received", in: [.slips], hint: 3),
    Binding(.answerSlip, ["a", .function(4)], "答复", "answered", in: [.slips], hint: 4),
    Binding(.checkSlip, ["c"], "核查", "checked", in: [.slips], hint: 5),
    Binding(.returnSlip, ["b"], "退回", "sent back", in: [.slips], hint: 6),
    Binding(.close, ["d", .function(8)], "办结", "close", in: [.slips], hint: 7),
  ]
}
