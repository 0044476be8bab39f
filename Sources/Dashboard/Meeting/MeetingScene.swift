import Cells
import Reform
import Widgets

/// What is shown of meetings, made when anything changes.
struct MeetingScene: Equatable, Sendable {
  var panes = Panes()

  /// It follows from all the rest.
  static func == (one: MeetingScene, other: MeetingScene) -> Bool { true }
}

/// Where the panes of meetings stand.
struct MeetingLayout {
  var main: Rect
  var side = Rect(x: 0, y: 0, columns: 0, rows: 0)
  var below = Rect(x: 0, y: 0, columns: 0, rows: 0)

  init(_ screen: MeetingScreen, _ model: Model) {
    let body = model.body
    main = body
    switch screen.level {
    case .list where screen.look == .changes: break
    case .list, .agenda:
      if body.columns >= 110 {
        let columns = body.splitColumns([.share(5), .share(4)])
        (main, side) = (columns[0], columns[1])
      } else {
        let rows = body.splitRows([.share(3), .share(2)])
        (main, side) = (rows[0], rows[1])
      }
    case .item:
      var right = body
      if body.columns >= 130 {
        let columns = body.splitColumns([.share(3), .share(8)])
        (side, right) = (columns[0], columns[1])
      }
      let count = screen.standings(model).count
      guard count > 0 else {
        main = right
        return
      }
      let all = screen.hasAllRow(screen.standings(model)) ? 3 : 2
      let wanted = min(count + all, right.rows * 2 / 5)
      let rows = right.splitRows([.share(1), .fixed(max(4, wanted))])
      (main, below) = (rows[0], rows[1])
    }
  }
}

extension MeetingScreen {
  /// The numbers of the panes, as clicks name them.
  enum Part: Int { case list, side, lines }

  /// Makes what is shown.
  mutating func makePanes(_ model: Model) { scene.panes = MeetingMaker(self, model).panes() }
}

extension Meeting.State {
  var role: Role {
    switch self {
    case .prepared: .accent
    case .running: .warning
    case .closed: .faint
    }
  }
}
