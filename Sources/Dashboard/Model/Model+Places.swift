import Cells
import Reform

extension Model {
  /// Every place to choose from, with what choosing it asks for.
  func places(_ requests: (Division.Code) -> [Request]) -> [Picker.Item] {
    catalogue.divisions.all.map { division in
      let above = division.level == .county || catalogue.divisions.isNation ? division.parent : nil
      var item = Picker.Item(
        division.name(in: language), remark: above.map { short(of: $0) } ?? "",
        words: (division.words + [division.short]).joined(separator: " "),
        requests(division.id))
      // 海南 is the province before it is a district of 乌海.
      item.weight = Division.Level.allCases.firstIndex(of: division.level) ?? 0
      return item
    }
  }
}
