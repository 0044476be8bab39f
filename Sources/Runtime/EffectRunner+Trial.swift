import Bundle
import Dashboard
import Files
import Foundation
import Intake
import LedgerStore
import Reform

extension EffectRunner {
  /// Reads and checks a table, of tasks or of figures; nothing is entered.
  func tried(_ path: String, _ state: AppState) throws -> ReviewAnswer {
    let sent = try read(path)
    return TaskReturnIntake.isForm(sent.bytes, file: sent.name)
      ? .tasks(try tried(tasks: sent, state)) : .figures(try tried(figures: sent, at: path, state))
  }

  private func tried(
    figures sent: Sent, at path: String, _ state: AppState
  ) throws -> FigureTrial {
    let seen = try world.ledger.lastAct()
    let (file, _) = try examined(sent, state)
    let book = state.catalogue.indicators
    let language = state.language
    let table = Table.imported(file.summary, book, language)
    let known = file.known.map { batch in
      Phrase(
        "这个文件已在 \(batch.day) 由\(batch.who)作为批次 \(batch.id) 导入。",
        "The same file was imported on \(batch.day) by \(batch.who) as batch \(batch.id).")
    }
    return FigureTrial(
      path: path, hash: file.hash, file: file.name,
      cells: table.rows.isEmpty ? [] : table.read,
      findings: file.findings, count: file.figures.count, unchanged: file.unchanged, known: known,
      seen: seen)
  }

  /// Enters a file of figures as it was shown; one that has changed since is refused.
  ///
  /// It is checked once more in the transaction in which it is entered.
  ///
  /// `seen` is the last act that the ledger held when it was shown: figures that came for the same
  /// since are not entered over.
  func entered(_ path: String, hash: String, seen: Int, _ state: AppState) throws -> Batch {
    try world.ledger.act {
      let (file, importing) = try examined(try read(path), state)
      guard file.hash == hash, !file.isBarred else {
        throw Fault(
          "\(file.name) 在核对之后有改动，没有登记；请再导入一次。",
          "\(file.name) has changed since it was shown; nothing was entered. Import it again.")
      }
      guard let batch = try importing.post([file], seen: seen, world.stamp).first else {
        throw Fault("没有要登记的。", "There is nothing to enter.")
      }
      return batch
    }
  }

  typealias Sent = (name: String, bytes: [UInt8])

  private func read(_ path: String) throws -> Sent {
    let full = world.absolute(path)
    let bytes = try UserFile.read(
      full, named: path, limit: SheetReader.sizeLimit,
      tooLarge: Fault(
        "\(path) 超过 64 MB，不像一张报表；请只保留要报的工作表。",
        "\(path) is over 64 MB, too large for a return; keep only the sheets that are asked for."))
    return (URL(fileURLWithPath: full).lastPathComponent, bytes)
  }

  private func examined(
    _ sent: Sent, _ state: AppState
  ) throws -> (FigureImport.File, FigureImport) {
    try world.columnNames.refuseFaults()
    let importing = FigureImport(
      book: state.catalogue.indicators, catalogue: state.catalogue,
      ledger: world.ledger, today: world.today, names: world.columnNames, onScreen: true)
    guard let file = try importing.examine([sent]).first else {
      throw Fault("没有要登记的。", "There is nothing to enter.")
    }
    return (file, importing)
  }

  /// Whether a path is that of a table, as figures are sent, and not of a document.
  static func isTable(_ path: String) -> Bool {
    let lower = path.lowercased().trimmingCharacters(in: ["'", "\"", " "])
    return [".xlsx", ".xlsm", ".csv", ".xls", ".et"].contains { lower.hasSuffix($0) }
  }
}
