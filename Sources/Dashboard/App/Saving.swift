import Cells
import Reform
import Widgets

/// What leaves the program: the table of a screen, and the papers on the same matter.
struct Saving {
  let room: any Screen
  let model: Model

  /// The choice between the table and the papers; nil where the table is all there is.
  ///
  /// The key of the table chooses it at once, so that it pressed twice writes it.
  func choice(from row: Int) -> Picker? {
    let (language, papers) = (model.language, room.papers(model))
    guard !papers.isEmpty else { return nil }
    let key = model.keymap.binding(of: .export)?.keys.first?.name(in: language)
    let table = Picker.Item(
      Words.Papers.table(language), remark: key ?? "", words: "csv", [.perform(.exportTable)])
    let items = papers.map { paper in
      Picker.Item(
        paper.words(model)(language) + Phrase("（\(paper.form)）", " (\(paper.form))")(language),
        [.effect(.paper(paper))])
    }
    return Picker(
      title: Words.Papers.title, items: [table] + items, scroll: Scroll(selected: row))
  }

  /// What is shown, as a table to be exported: the titles first, and at the right of every row the
  /// day, the place that is looked at, and where it is so that the data are made up.
  func sheet() -> Sheet {
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
