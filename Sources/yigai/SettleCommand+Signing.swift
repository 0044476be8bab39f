import Foundation
import Reform

extension SettleCommand {
  /// Throws where the words of a signing do not go together.
  func refuseSigningWords() throws {
    guard sign else {
      guard note == nil, by == nil else {
        throw Fault("--note 和 --by 要和 --sign 一起用。", "--note and --by go with --sign.", exitCode: 2)
      }
      return
    }
    guard to == nil else {
      throw Fault("--sign 和 --to 只能用一个。", "--sign and --to exclude each other.", exitCode: 2)
    }
    try options.refuseEntry(by: by)
  }

  /// Enters a settlement as signed, and says what was signed.
  func sign(_ place: Division, _ settlement: Settlement, _ opened: Opened) throws {
    if let obstacle = settlement.obstacle { throw Fault(obstacle.zh, obstacle.en) }
    let words = note.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    let isMadeUp = opened.isSample || settlement.account.isMadeUp
    guard let signed = SignedSettlement(settlement, note: words, isMadeUp: isMadeUp) else { return }
    _ = try opened.stamp(by: by)
    try opened.world(by: by).enter(.settlement(signed), in: opened.catalogue)
    Output.didEnter()
    if form.json {
      let desk = try opened.desk()
      let now = desk.settlement(of: place.id, settlement.year)
      let shape = SettlementJSON(settlement: now, desk: desk, isSample: opened.isSample)
      return try Output.json(shape.value)
    }
    let sample = opened.isSample ? FieldWords.sample : Phrase("", "")
    let (outcome, amount) = (settlement.outcome.name, signed.balance.grouped)
    let said = Phrase(
      "已签认\(opened.isSample ? "（\(sample.zh)）" : "")：\(place.name) \(settlement.year) 年\(outcome.zh) \(amount) 元",
      "Signed\(opened.isSample ? " (\(sample.en))" : ""): \(place.english) \(settlement.year), "
        + "\(outcome.en) \(amount) yuan")
    Output.write(Safe.line(said(opened.language)) + "\n")
  }
}
