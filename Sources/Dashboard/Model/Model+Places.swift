import Cells
import Reform

extension Model {
  /// Every place to choose from, with what choosing it asks for.
  func places(_ requests: (Division.Code) -> [Request]) -> [Picker.Item] {
    catalogue.divisions.all.map { division in
      let isPart = division.level == .county || catalogue.divisions.isNation
      let city = isPart ? division.parent.map { short(of: $0) } ?? "" : ""
      return Picker.Item(
        division.name(in: language), remark: city,
        words: "\(division.name) \(division.english) \(division.pinyin) \(division.id)",
        requests(division.id))
    }
  }
}
