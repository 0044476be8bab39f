/// The page of GB/T 9704-2012: A4, 22 lines of 28 characters in 三号.
enum PaperPage {
  /// Lengths in twentieths of a point (twips), as Word keeps them.
  static let width = 11_906
  static let height = 16_838
  /// 37, 35, 28 and 26 mm.
  static let top = 2098
  static let bottom = 1984
  static let left = 1587
  static let right = 1474
  static let header = 1304
  static let footer = 1361
  static let textWidth = width - left - right
  static let textHeight = height - top - bottom

  static let linesPerPage = 22
  static let charactersPerLine = 28
  /// 28 points.
  static let line = 560
  /// 三号, in half points.
  static let textSize = 32

  /// What brings 28 characters into a line without the grid: half a point less between two.
  static let characterSpacing = -10

  /// The height of a line of the grid.
  static let linePitch = textHeight / linesPerPage
  /// What a character of the grid has beside its size, in 4096ths of a point, rounded down so that
  /// the last one of a line still fits.
  static let characterSpace = textWidth * 4096 / (20 * charactersPerLine) - textSize / 2 * 4096 - 1
}

/// A typeface of the papers, with those that stand in where a machine does not have it.
enum PaperFont: CaseIterable {
  case title
  case text
  case heading
  case second

  var name: String {
    switch self {
    case .title: "方正小标宋简体"
    case .text: "仿宋"
    case .heading: "黑体"
    case .second: "楷体"
    }
  }

  /// The likest first.
  var others: [String] {
    switch self {
    case .title: ["方正小标宋_GBK", "小标宋", "华文中宋", "STZhongsong", "宋体"]
    case .text: ["仿宋_GB2312", "FangSong", "华文仿宋", "STFangsong"]
    case .heading: ["SimHei", "华文黑体", "STHeiti", "微软雅黑"]
    case .second: ["楷体_GB2312", "KaiTi", "华文楷体", "STKaiti"]
    }
  }

  /// For letters and digits.
  static let latin = "Times New Roman"
}
