import Foundation
import Reform

/// Tables whose columns are years and whose title says what is counted (各市医疗服务收入占比（%） over 2022年, 2023年).
extension HeaderReader {
  /// Gives columns that say nothing but a year the one indicator that the title is the name of.
  ///
  /// The title may name places, years, a unit and 情况表 besides, and nothing else: what is narrower
  /// (民营医院) is not read.
  func takeTitle(_ layout: inout TableLayout, _ sheet: Sheet) {
    let all = layout.numbered
    guard [.place, .city, .province].contains(where: { layout.column($0) != nil }),
      all.allSatisfy({ Self.isOnlyYear($0.head) }), let aim = titled(layout, sheet)
    else { return }
    for (column, head) in all {
      var head = head
      (head.aims, head.part) = ([aim], nil)
      layout.columns[column] = .numbers(head)
    }
  }

  private static func isOnlyYear(_ head: NumberHead) -> Bool {
    head.aims.isEmpty && [nil, .value].contains(head.part) && head.place == nil && !head.isTotal
      && !head.isPart && head.period.year != nil
  }

  /// What the texts above the header and the sheet's name say; nil where they name nothing, or several things.
  private func titled(_ layout: TableLayout, _ sheet: Sheet) -> ColumnNames.Aim? {
    let before = sheet.rows[..<layout.positions.lowerBound].suffix(4)
    // What stands above the rows of another table is its title.
    let data = before.lastIndex { row in row.cells.contains(where: \.value.isNumber) }
    let above = data.map { before[($0 + 1)...] } ?? before
    let own = Set(
      above.flatMap { row in
        row.cells.flatMap { cell -> [ColumnNames.Aim] in
          guard case .text(let text) = cell.value else { return [] }
          return aims(titled: text)
        }
      })
    let found = data == nil || own.isEmpty ? own.union(aims(titled: sheet.name ?? "")) : own
    return found.count == 1 ? found.first : nil
  }

  /// What a title is the name of, without its number (附件2：, （三）) and the brackets of 各县（市、区）.
  private func aims(titled text: String) -> [ColumnNames.Aim] {
    let head = head(Self.plain(title: text))
    guard head.name.count <= 40, !head.isStatement, head.qualifiers.isEmpty, head.roles.isEmpty,
      head.word == nil
    else {
      return []
    }
    guard head.aims.isEmpty else { return values(head.aims) }
    var name = head.name[...]
    while let tail = Self.tails.first(where: name.hasSuffix) { name = name.dropLast(tail.count) }
    return aims(behind: name)
  }

  /// What a name means behind any number of words that name places and nothing else.
  private func aims(behind name: Substring) -> [ColumnNames.Aim] {
    let own = values(names.aims(of: String(name)))
    guard own.isEmpty else { return own }
    for word in Self.wholes where name.hasPrefix(word) {
      let found = aims(behind: name.dropFirst(word.count))
      if !found.isEmpty { return found }
    }
    for length in stride(from: min(11, name.count), through: 2, by: -1) {
      guard let place = places.find(String(name.prefix(length)), in: nil).division,
        place.level != .own
      else { continue }
      let found = aims(behind: name.dropFirst(length))
      if !found.isEmpty { return found }
    }
    guard name.hasPrefix(Self.publicHospitals) else { return [] }
    return aims(behind: name.dropFirst(Self.publicHospitals.count)).filter { aim in
      names.vocabulary(of: aim.indicator).contains(Self.publicHospitals)
    }
  }

  private static func plain(title text: String) -> String {
    [
      (
        "^[\\s　]*(?:附[件表录]?|[图表])[\\s　]*[0-9０-９一二三四五六七八九十]*(?:[-—－][0-9]+)?[\\s　]*[:：、.．]?[\\s　]*",
        ""
      ),
      ("^[\\s　]*[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．][\\s　]*", ""),
      ("(?<=[市县区州盟地])[（(][市县区州盟旗地、,，]+[）)]", ""),
      ("[0-9]+个(?=[市县区州盟地])", "各"),
      ("^(?:(?:19|20)[0-9]{2}(?:年度?)?[、,，和及至~～—–-]+)+(?:19|20)[0-9]{2}年度?", ""),
      ("历年", ""), ("(?<=[）)])(?:变化|增减|完成|情况|统计|汇总|对比|一览)+表?$", ""),
    ].reduce(text) { text, one in
      text.replacingOccurrences(of: one.0, with: one.1, options: .regularExpression)
    }
  }

  private static let publicHospitals = "公立医院"

  private func values(_ aims: [ColumnNames.Aim]) -> [ColumnNames.Aim] {
    aims.filter { aim in
      aim.part == .value || names.book[aim.indicator].map { $0.denominator == nil } ?? false
    }
  }

  private static let tails = [
    "情况统计表", "情况汇总表", "情况一览表", "情况表", "统计表", "汇总表", "一览表", "对比表", "情况", "表", "统计", "汇总",
  ]
  private static let wholes = [
    "各市县", "各市州", "各地州市", "各地市州", "各地市", "各县市区", "各市县区", "各县区", "各区县", "各旗县区", "各省份", "各盟市", "各设区市",
    "全省各市",
    "全市各县", "各省区市", "各区县市", "各州市",
    "各市", "各县", "各区", "各州", "各省", "各地", "全省", "全市", "全区", "全国", "全州", "年度", "年", "度", "的",
  ]
}
