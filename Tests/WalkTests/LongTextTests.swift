import Cells
import Foundation
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Dashboard

/// Texts five times as long as usual, and characters that terminals disagree about.
@Suite struct LongTextTests {
  /// A thousand characters of which hardly any comes twice, so that what is cut can be told.
  private static let chinese =
    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔"
  private static let english =
    "the quick brown fox jumps over a lazy dog while seven zealous wizards keep boxing quietly near some vivid jade pyramids until every judge has vowed to forget"
  private static let ambiguous = String(repeating: "“”—…·①α±", count: 8).prefix(60)

  /// The small catalogue with other words for everything that has a name.
  private func state(
    _ language: Language, _ size: Size, ambiguous: Settings.Ambiguous = .one,
    _ text: (Int, Phrase) -> Phrase
  ) throws -> (state: AppState, runner: EffectRunner, walk: Walk) {
    let walk = try Walk()
    let small = walk.state.catalogue
    let documents = small.documents.enumerated().map { index, document in
      var document = document
      document.title = text(index, document.title)
      document.short = text(index, document.short)
      document.number = text(index, Phrase(document.number, document.number)).zh
      document.issuer = text(index, Phrase(document.issuer, document.issuer)).zh
      return document
    }
    let tasks = small.tasks.enumerated().map { index, task in
      var task = task
      task.title = text(index, task.title)
      task.departments = task.departments.map {
        Responsible(text(index, Phrase($0.name, $0.name))(language), role: $0.role)
      }
      return task
    }
    let clauses = Dictionary(
      documents.map { document in
        (
          document.id,
          tasks.filter { $0.document == document.id }.map { task in
            Clause(
              path: task.clause, place: text(1, Phrase("第\(task.clause)条", "clause")),
              section: text(2, Phrase("示范", "Example")))
          }
        )
      }, uniquingKeysWith: { first, _ in first })
    let divisions = small.divisions.all.enumerated().map { index, division in
      var division = division
      division.name = text(index, Phrase(division.name, division.name)).zh
      division.short = text(index, Phrase(division.short, division.short)).zh
      division.english = text(index, Phrase(division.english, division.english)).en
      return division
    }
    let catalogue = Catalogue(
      divisions: Divisions(divisions), departments: small.departments, themes: small.themes,
      rules: small.rules, documents: documents, clauses: clauses, tasks: tasks)
    let note = text(0, Phrase("备注", "note"))(language)
    let stamp = Stamp(who: note, day: walk.world.today, at: walk.world.now())
    _ = try walk.world.ledger.record(
      [Change(Line("demo-1/1", in: "140400"), status: .underway, note: note)], stamp,
      overriding: true)
    let progress = try Reader(walk.world.ledger).progress(
      on: walk.world.today, in: catalogue.province, catalogue)
    let settings = Settings(language: language, ambiguous: ambiguous)
    let state = AppState(
      catalogue: catalogue, settings: settings, size: size, today: walk.world.today,
      progress: progress)
    return (state, EffectRunner(walk.world), walk)
  }

  private func press(_ keys: String, _ state: inout AppState, _ runner: EffectRunner) throws {
    func carryOut(_ effects: [Effect]) {
      for effect in effects {
        if let action = runner.run(effect, on: state) { carryOut(update(&state, action)) }
      }
    }
    for event in try Keys.events(keys) {
      carryOut(update(&state, .event(event)))
      for _ in 0..<6 { carryOut(update(&state, .shown)) }
    }
  }

  private static let screens = [
    "1", "1 Tab", "2", "2 g j Enter", "2 Enter", "2 Enter Tab Tab", "2 w", "2 d", "4", "4 Enter",
    "7", "7 Tab", "7 v",
    "0", "p", ":",
  ]

  @Test(arguments: [Language.zh, .en])
  func longTextsAreCutWithAMarkAndTearNothing(language: Language) throws {
    for (columns, rows) in [(60, 14), (80, 24), (100, 30), (160, 50), (200, 60)] {
      let size = Size(columns: columns, rows: rows)
      var (state, runner, walk) = try state(language, size) { index, phrase in
        Phrase(phrase.zh + Self.chinese, phrase.en + " " + Self.english)
      }
      for keys in Self.screens {
        try press("Esc Esc Esc Esc " + keys, &state, runner)
        let canvas = view(state).canvas
        let isCovered = state.overlay.map { !$0.isInHintLine } ?? false
        let faults = Wholeness.faults(of: canvas, in: size, isCovered: isCovered)
        #expect(faults.isEmpty, "\(keys) \(size): \(faults.prefix(3))\n\(canvas.text)")
        if !isCovered {
          let lost =
            language == .zh
            ? Self.lost(Self.chinese, by: 2, in: canvas)
            : Self.lost(Self.english, by: 9, in: canvas)
          #expect(lost.isEmpty, "\(keys) \(size): \(lost.prefix(3))\n\(canvas.text)")
        }
      }
      _ = walk
    }
  }

  /// Rows in which a long text ends without a mark and does not go on in the next one.
  ///
  /// A text is known by so many characters at its beginning.
  private static func lost(_ text: String, by count: Int, in canvas: Canvas) -> [String] {
    let long = Array(text)
    let rows = (0..<canvas.size.rows).map { Array(canvas.row($0)) }
    return rows.indices.flatMap { y in
      rows[y].indices.compactMap { start -> String? in
        guard rows[y][start...].starts(with: long.prefix(count)) else { return nil }
        var length = 0
        while start + length < rows[y].count, length < long.count,
          rows[y][start + length] == long[length]
        {
          length += 1
        }
        guard length < long.count else { return nil }
        let after = rows[y][(start + length)...].first
        guard after != "…" else { return nil }
        // Wrapped: what follows stands at the beginning of the next row of the pane.
        let follows = String(String(long[length...]).drop { $0 == " " }.prefix(count == 2 ? 2 : 4))
        let goesOn = rows[(y + 1)...].prefix(2).contains { String($0).contains(follows) }
        let isCounted = rows[y...].contains { String($0).contains("+") }
        return goesOn || isCounted ? nil : String(rows[y])
      }
    }
  }

  /// Sixty characters that take one column here and two there: what stands right of them stays in
  /// its column, whichever the terminal does.
  @Test(arguments: [Settings.Ambiguous.one, .two])
  func charactersOfAmbiguousWidthLeaveColumnsStraight(ambiguous: Settings.Ambiguous) throws {
    let size = Size(columns: 120, rows: 30)
    var (state, runner, walk) = try state(.zh, size, ambiguous: ambiguous) { index, phrase in
      index.isMultiple(of: 2) ? Phrase(String(Self.ambiguous), String(Self.ambiguous)) : phrase
    }
    for keys in Self.screens {
      try press("Esc Esc Esc Esc " + keys, &state, runner)
      let canvas = view(state).canvas
      let isCovered = state.overlay.map { !$0.isInHintLine } ?? false
      let faults = Wholeness.faults(of: canvas, in: size, isCovered: isCovered)
      #expect(faults.isEmpty, "\(keys): \(faults.prefix(3))\n\(canvas.text)")
    }
    _ = walk
  }
}
