import Reform

/// The provinces of the country, to tell from which of them a document is.
public struct Provinces: Sendable {
  public struct Province: Hashable, Sendable {
    public var id: Division.Code
    public var name: String
    public var short: String
    /// The signs that the numbers of its documents begin with (粤), where no place of another
    /// province has the same.
    public var signs: [String]

    public init(id: Division.Code, name: String, short: String, signs: [String]) {
      (self.id, self.name, self.short, self.signs) = (id, name, short, signs)
    }
  }

  public let all: [Province]

  /// Reads `code,name,short,signs`, signs separated by `|`.
  public init(_ records: [CSVReader.Record]) {
    all = records.map {
      Province(
        id: $0["code"], name: $0["name"], short: $0["short"],
        signs: $0["signs"].split(separator: "|").map(String.init))
    }
  }

  /// The province that a document's head says it comes from; nil where it says none.
  ///
  /// The issuer goes before the title, and the number says it only where neither names a place
  /// of its own: signs are also those of cities and counties.
  public func origin(of head: DocumentHead) -> Province? {
    let words = head.openings
    for text in words {
      if let found = all.first(where: { Self.isOf($0, text) }) { return found }
    }
    guard head.region == nil, !words.contains(where: Self.namesPlace), let number = head.number
    else { return nil }
    return all.first { $0.signs.contains { number.hasPrefix($0) } }
  }

  /// 海南州, 海南藏族自治州 is a place of another province.
  private static func isOf(_ province: Province, _ text: String) -> Bool {
    guard !text.hasPrefix(province.name) else { return true }
    let rest = text.dropFirst(province.short.count)
    return text.hasPrefix(province.short) && !rest.hasPrefix("州") && !rest.hasPrefix("藏族")
  }

  /// Whether words begin with the name of some place, known or not (某市人民政府, 云川省财政厅).
  private static func namesPlace(_ text: String) -> Bool {
    // 省政府办公厅 says a province, and not which.
    guard let first = text.first, !"省市县区州盟旗".contains(first) else { return false }
    return text.prefix(8).contains { "省市县区州盟旗".contains($0) }
  }
}

extension Provinces {
  /// The English name of a province by its whole Chinese one; what is none stays as it is.
  public static func english(_ name: String) -> String { englishNames[name] ?? name }

  private static let englishNames = [
    "北京市": "Beijing", "天津市": "Tianjin", "河北省": "Hebei", "山西省": "Shanxi", "内蒙古自治区": "Inner Mongolia",
    "辽宁省": "Liaoning", "吉林省": "Jilin", "黑龙江省": "Heilongjiang", "上海市": "Shanghai", "江苏省": "Jiangsu",
    "浙江省": "Zhejiang", "安徽省": "Anhui", "福建省": "Fujian", "江西省": "Jiangxi", "山东省": "Shandong",
    "河南省": "Henan", "湖北省": "Hubei", "湖南省": "Hunan", "广东省": "Guangdong", "广西壮族自治区": "Guangxi",
    "海南省": "Hainan", "重庆市": "Chongqing", "四川省": "Sichuan", "贵州省": "Guizhou", "云南省": "Yunnan",
    "西藏自治区": "Tibet", "陕西省": "Shaanxi", "甘肃省": "Gansu", "青海省": "Qinghai", "宁夏回族自治区": "Ningxia",
    "新疆维吾尔自治区": "Xinjiang", "台湾省": "Taiwan", "香港特别行政区": "Hong Kong", "澳门特别行政区": "Macao",
  ]
}
