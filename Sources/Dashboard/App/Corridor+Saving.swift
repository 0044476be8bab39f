import Cells
import Reform
import Widgets

/// What leaves the program: the table of a screen, and the papers on the same matter.
extension AppState {
  /// What is shown as a table where that is all there is, else the choice between it and the papers.
  mutating func save() -> [Effect] {
    guard !room.papers(model).isEmpty else { return exportTable() }
    overlay = saving(from: 0)
    return []
  }

  /// The same choice with the first paper under the cursor.
  mutating func choosePaper() -> [Effect] {
    guard !room.papers(model).isEmpty else {
      return carryOut([.say(Words.Papers.none, model.language)])
    }
    overlay = saving(from: 1)
    return []
  }

  func exportTable() -> [Effect] { [.export(sheet())] }

  /// The key of the table chooses it at once, so that it pressed twice writes it.
  private func saving(from row: Int) -> Picker {
    let language = model.language
    let key = model.keymap.binding(of: .export)?.keys.first?.name(in: language)
    let table = Picker.Item(
      Words.Papers.table(language), remark: key ?? "", words: "csv", [.perform(.exportTable)])
    let papers = room.papers(model).map { paper in
      Picker.Item(
        paper.words(model)(language) + Phrase("（\(paper.form)）", " (\(paper.form))")(language),
        [.effect(.paper(paper))])
    }
    return Picker(
      title: Words.Papers.title, items: [table] + papers, scroll: Scroll(selected: row))
  }

  /// What is shown, as a table to be exported: the titles first, and at the right of every row the
  /// day, the place that is looked at, and where it is so that the data are made up.
  private func sheet() -> Sheet {
    var remarks = [
      Table.Remark(Phrase("截至", "As of"), "\(model.day)"),
      Table.Remark(Words.lookedAt, room.exportedPlace(model)),
    ]
    if model.isSample { remarks.append(.madeUp(model.language)) }
    let name = model.isSample ? "yigai-sample-\(model.day)" : "yigai-\(model.day)"
    let rows = Table.remarked(room.exported(model), with: remarks, model.language)
    return Sheet(name: name, rows: rows)
  }
}
