import Cells
import Reform

extension Model {
  /// Every place to choose from, with what choosing it asks for.
  func places(_ requests: (Division.Code) -> [Request]) -> [Picker.Item] {
    catalogue.divisions.all.map { division in
      let above = division.level == .county || catalogue.divisions.isNation ? division.parent : nil
      return Picker.Item(
        division.name(in: language), remark: above.map { short(of: $0) } ?? "",
        words: (division.words + [division.short]).joined(separator: " "),
        weight: Division.Level.allCases.firstIndex(of: division.level) ?? 0, requests(division.id))
    }
  }
}
