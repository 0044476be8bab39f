import Bundle
import Dashboard
import Foundation
import LedgerStore
import Papers
import Reform

extension EffectRunner {
  /// Writes a paper of the meetings' screen under a name that is not taken yet; gives its path.
  func write(_ paper: MeetingPaper, _ state: AppState) throws -> String {
    let desk = PaperDesk(
      world.ledger, state.catalogue, on: state.day, state.language, isSample: state.isSample)
    let (made, name) = try self.paper(paper, desk, state)
    let arranged = try PaperTemplateFiles(folder: state.settings.tables).arranged(made)
    let path = freePath(name, "docx")
    try arranged.write(as: .docx, to: path)
    return path
  }

  private func paper(
    _ paper: MeetingPaper, _ desk: PaperDesk, _ state: AppState
  ) throws -> (Paper, name: String) {
    switch paper {
    case .minutes(let id):
      guard let meeting = try desk.meetings().first(where: { $0.id == id }) else {
        throw Fault("台账里没有这次会议。", "The ledger has no such meeting.")
      }
      let minutes = try desk.minutes(of: meeting, BundledCatalogue.indicators())
      return (minutes.paper(signed: state.today), minutes.fileName)
    case .slip(let id):
      guard let slip = try world.ledger.slips(asOf: state.day).first(where: { $0.id == id }) else {
        throw Fault("台账里没有 \(id)。", "The ledger has no slip \(id).")
      }
      let made = SlipPaper(
        slip, try Self.rules(state.settings).calendar, state.catalogue, on: state.day,
        state.language, isSample: state.isSample)
      return (made.paper(), made.fileName)
    case .since(let first, let code):
      guard let place = state.catalogue.divisions[code] else {
        throw Fault("没有代码为 \(code) 的地区。", "There is no place \(code).")
      }
      let made = SincePaper(
        try desk.changes(since: first, in: code), in: place, from: first, to: state.day,
        state.catalogue, state.language, isSample: state.isSample)
      return (made.paper(), made.fileName)
    }
  }

  /// The rules of supervision: those of the office beside its configuration, else the bundled ones.
  static func rules(_ settings: Settings) throws(Fault) -> SlipRules {
    try SlipRuleFiles(folder: settings.tables).read()
  }
}
