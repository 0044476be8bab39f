import Cells
import Reform
import Widgets

/// A line of what is known of a place or a group, with what it opens.
struct PlaceLine: Sendable {
  enum Link: Equatable, Sendable {
    case task(ReformTask.ID, in: Division.Code)
    case indicator(Indicator.ID)
  }

  /// What it looks like.
  enum Shape: Equatable, Sendable {
    case blank
    case heading(String, remark: String)
    case words(String, Role)
    /// Words at the left, an amount or a reference at the right.
    case pair(String, String, Role)
    /// Statuses with their numbers; those of a part, where one line has no room for all.
    case statuses(StatusCounts, Range<Int>)
    case lights(SignalCounts, Range<Int>)
    case task(OwedRow)
    case figure(PlaceFigure)
    /// Something to tick, with what shows it.
    case check(isDone: Bool, String, String)

    /// Whether the cursor rests on it.
    var isSelectable: Bool {
      switch self {
      case .blank, .heading: false
      default: true
      }
    }
  }

  /// What of the field it is about, where it goes out in more than its words.
  enum About: Sendable {
    case task(TaskStanding)
    case figure(PlaceReport.Line, Indicator)
  }

  var shape: Shape
  var link: Link?
  /// What a person may write here, and drop where it is a member or a thing of a list.
  var field: GroupField?
  /// What `w` answers here; of tasks and figures the ledger is asked.
  var why: [Explained] = []
  var about: About?

  /// Whether the cursor rests on it.
  var isSelectable: Bool { shape.isSelectable }

  /// The line as cells of an exported table.
  func cells(_ model: Model) -> [String] {
    let language = model.language
    switch shape {
    case .blank: return []
    case .heading(let words, let remark): return [words, remark].filter { !$0.isEmpty }
    case .words(let words, _): return ["", words]
    case .pair(let left, let right, _): return ["", left, right]
    case .statuses(let counts, let part):
      return [""] + Status.allCases[part].flatMap { [Words.status($0)(language), "\(counts[$0])"] }
    case .lights(let counts, let part):
      return [""] + Signal.gravest[part].flatMap { [Words.signal($0)(language), "\(counts[$0])"] }
    case .task, .figure: return about.map { cells($0, language, model) } ?? []
    case .check(let isDone, let words, let evidence):
      let done = isDone ? Words.Groups.done : Words.Groups.notDone
      return ["", words, done(language), evidence]
    }
  }

  private func cells(_ about: About, _ language: Language, _ model: Model) -> [String] {
    switch about {
    case .task(let standing):
      guard let task = model.catalogue.tasks[safe: standing.task] else { return [] }
      return [
        "", task.title(language), task.id, standing.due?.description ?? "",
        Words.status(standing.status)(language), Words.signal(standing.light.signal)(language),
      ]
    case .figure(let line, let indicator):
      return ["", indicator.name(language), "\(line.year)"]
        + Self.figure(line, indicator, in: language)
        + (line.row.reading?.flags.words.map { $0(language) } ?? [])
    }
  }

  /// Value, change and rank of an indicator.
  static func figure(
    _ line: PlaceReport.Line, _ indicator: Indicator, in language: Language
  ) -> [String] {
    let value = line.row.reading?.value.map { indicator.shown($0) + indicator.sign } ?? "-"
    let change =
      line.row.isBreak
      ? Words.Indicators.acrossShort(language)
      : line.row.change.map { IndicatorBoard.Line.signed($0, indicator) } ?? ""
    // The province has nobody to be ranked among.
    guard line.ranked > 1 else { return [value, change, ""] }
    return [value, change, line.row.rank.map { "\($0)/\(line.ranked)" } ?? "-"]
      + [PoolRanks.Pool.province, .city, .peers].filter {
        $0 != .province || line.pools?[.nation] != nil
      }.compactMap { line.pools?[$0]?.shown }
  }

  /// Better, worse, or merely different where the documents give no direction.
  static func role(_ line: PlaceReport.Line, _ indicator: Indicator) -> Role {
    guard let change = line.row.change, change != 0, let direction = indicator.direction else {
      return .plain
    }
    return (change > 0) == (direction == .up) ? .good : .bad
  }
}
