import Bundle
import Dashboard
import Foundation
import LedgerStore
import Papers
import Reform

extension EffectRunner {
  /// Where a ledger keeps at which place it is opened.
  public static let homeRemark = "home"

  /// Writes the form for the figures of a year under a name that is not taken yet; gives its path.
  func madeForm(
    of code: Division.Code, _ year: Int, _ state: AppState
  ) throws -> String {
    guard let place = state.catalogue.divisions[code] else {
      throw Fault("没有代码为 \(code) 的地区。", "There is no place \(code).")
    }
    let before = try world.ledger.figures(.init(years: (year - 1)...(year - 1)), asOf: state.day)
    let standing = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    let form = FigureForm(
      book: state.catalogue.indicators, catalogue: state.catalogue, place: place, year: year,
      language: state.language, isSample: state.isSample
    ) { standing[$0] }
    let path = freePath(FigureForm.fileName(of: place, year)(state.language), "xlsx")
    try XLSXWriter.write(form.workbook(), to: path)
    return path
  }

  /// A path in the folder of exports that is not taken yet; without an ending that of a folder.
  func freePath(_ name: String, _ ending: String?) -> String {
    let ending = ending.map { ".\($0)" } ?? ""
    var (path, number) = ("\(world.folder)/\(name)\(ending)", 2)
    while FileManager.default.fileExists(atPath: path) {
      path = "\(world.folder)/\(name)-\(number)\(ending)"
      number += 1
    }
    return path
  }
}
