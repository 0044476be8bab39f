import Bundle
import Dashboard
import Foundation
import LedgerStore
import Papers
import Reform

extension EffectRunner {
  /// Writes a paper of the day that is looked at under a name that is not taken yet; gives its path.
  ///
  /// Of several papers that of the folder in which they stand, whole or not at all.
  func written(_ paper: OfficePaper, _ state: AppState) throws -> String {
    let desk = PaperDesk(
      world.ledger, state.catalogue, on: state.day, state.language, isSample: state.isSample)
    switch paper {
    case .ledger(let code):
      let book = try desk.ledgerBook(of: desk.place(code))
      return try written(book.workbook(), book.fileName)
    case .slips(let code):
      let book = try desk.slipBook(of: desk.place(code), Self.rules(state.settings))
      return try written(book.workbook(), book.fileName)
    case .reminder(let code) where state.catalogue.divisions.grounds.contains(code):
      return try reminders(to: try desk.place(code), desk, state)
    default:
      let (made, name) = try self.made(paper, desk, state)
      let arranged = try templates(state).arranged(made)
      let path = freePath(name, "docx")
      try arranged.write(as: .docx, to: path)
      return path
    }
  }

  private func written(_ book: WorkbookSpec, _ name: String) throws -> String {
    let path = freePath(name, "xlsx")
    try XLSXWriter.write(book, to: path)
    return path
  }

  private func made(
    _ paper: OfficePaper, _ desk: PaperDesk, _ state: AppState
  ) throws -> (Paper, name: String) {
    let today = state.today
    switch paper {
    case .minutes(let id):
      let meeting = try desk.meeting(id)
      let made = try desk.minutes(of: meeting, state.catalogue.indicators)
      return (made.paper(signed: meeting.closed ?? today), made.fileName)
    case .slip(let id):
      let made = try desk.slip(id, Self.rules(state.settings))
      return (made.paper(), made.fileName)
    case .since(let first, let code):
      let made = try desk.since(first, in: desk.place(code))
      return (made.paper(), made.fileName)
    case .reminder(let code):
      let place = try desk.place(code)
      guard let made = try desk.reminder(to: place) else { throw PaperDesk.nothingLate(in: place) }
      return (made.paper(signed: today), made.fileName)
    case .brief(let code):
      let made = try desk.brief(of: desk.place(code))
      return (made.paper(), made.fileName)
    case .circular(let code):
      let made = try desk.circular(on: desk.place(code))
      return (made.paper(signed: today), made.fileName)
    case .report(let code, let period):
      let made = try desk.report(on: desk.place(code), period)
      return (made.paper(signed: today), made.fileName)
    case .settlement(let code, let year):
      let made = try desk.settlement(of: desk.place(code), year)
      return (made.paper(), made.fileName)
    case .ledger, .slips: throw Fault("这是工作簿。", "That is a workbook.")
    }
  }

  private func reminders(
    to place: Division, _ desk: PaperDesk, _ state: AppState
  ) throws -> String {
    let all = try state.catalogue.divisions.parts(of: place.id).compactMap {
      try desk.reminder(to: $0)
    }
    guard !all.isEmpty else { throw PaperDesk.nothingLate(in: place) }
    let name = Phrase("\(place.short)催报单-\(state.day)", "reminders-\(place.english)-\(state.day)")
    let folder = freePath(PaperFile.name(name(state.language)), nil)
    let templates = templates(state)
    let papers = try all.map {
      (name: $0.fileName, paper: try templates.arranged($0.paper(signed: state.today)))
    }
    return try filledFolder(folder) {
      for (name, paper) in papers { try paper.write(as: .docx, to: "\(folder)/\(name).docx") }
    }
  }

  /// The office's own templates, which arrange what it writes.
  private func templates(_ state: AppState) -> PaperTemplateFiles {
    PaperTemplateFiles(folder: state.settings.tables)
  }

  /// Makes a folder and what stands in it, or leaves neither; gives its path.
  func filledFolder(_ folder: String, _ filling: () throws -> Void) throws -> String {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch { throw Fault("不能创建文件夹 \(folder)。", "The folder \(folder) cannot be made.") }
    do { try filling() } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
    return folder
  }

  /// The rules of supervision: those of the office beside its configuration, else the bundled ones.
  static func rules(_ settings: Settings) throws(Fault) -> SlipRules {
    try SlipRuleFiles(folder: settings.tables).read()
  }
}
