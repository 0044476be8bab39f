/// What belongs to the page and not to the text: page numbers, running heads, notices, links.
enum PageFurniture {
  /// A line that stays.
  struct Line {
    /// Offsets in the source, blanks at both ends cut off.
    var range: Range<Int>
    var indent: Int
    var width: Int
    var tabs: Int
    /// The cells of a row that came in as a cell a line, by their ranges in the source.
    var cells: [[Range<Int>]]?
    /// True of a piece of a line that held several.
    var isCut = false
    /// It goes on with nothing that stands before it: the first line of a text box.
    var isApart = false
  }

  struct Sifted {
    var lines: [Line] = []
    /// True where a notice says that the preview ends here.
    var isCutOff = false
  }

  private static let previewEnds = [
    "预览已结束", "完整报告链接", "试读已结束", "试读结束", "剩余内容", "下载全文", "登录后查看",
  ].map(scalars)

  private static let drops = WordTrie([
    "此件公开发布", "(此件公开发布)", "此件主动公开", "(此件主动公开)", "(此件依申请公开)",
    "打印本页", "关闭窗口", "扫一扫", "分享到", "浏览次数", "字号:", "[字体", "字体:",
    "来源:", "发布时间:", "发布日期:", "索引号:", "主题分类:", "发布机构:", "主题词:", "信息来源:",
    "责任编辑:", "上一篇:", "下一篇:", "返回顶部", "公开方式:", "(此件删减后公开)",
    "(此件不予公开)", "首页>", "首页/", "首页»", "您当前", "当前位置", "您所在", "所在位置", "您的位置", "您现在", "网站首页", "监督方式:",
    "浏览量:", "文章来源:", "(本文有删减)", "相关链接", "网站地图", "联系我们", "版权所有", "网站标识码",
  ])

  /// Words of the lowest lines of a page: who runs the site, and under which licence.
  private static let imprints = ["ICP备", "icp备", "公网安备", "网站标识码", "技术支持:"].map(scalars)

  static func sift(_ source: SourceText) -> Sifted {
    var sifted = Sifted()
    sifted.lines.reserveCapacity(source.lineCount)
    var numbered = Set<Int>()
    var isApart = false
    let flat = FlatTable.rows(in: source)
    var passed = 0
    for number in 0..<source.lineCount where number >= passed {
      if let row = flat[number] {
        sifted.lines.append(line(of: row, in: source))
        passed = row.lines.upperBound
        continue
      }
      guard var line = line(number, in: source) else { continue }
      let content = compact(source, line.range, limit: 80)
      if content == [Sign.aside] {
        isApart = true
        continue
      }
      if isPageNumber(content) {
        numbered.insert(sifted.lines.count)
        continue
      }
      if previewEnds.contains(where: { content.find($0, in: 0..<content.count) != nil }) {
        sifted.isCutOff = true
        continue
      }
      if isFurniture(content, width: line.width) { continue }
      (line.isApart, isApart) = (isApart, false)
      sifted.lines.append(line)
    }
    dropRunningHeads(&sifted, besidePages: numbered, source)
    sifted.lines = RunOn.split(sifted.lines, source)
    return sifted
  }

  private static func line(of row: FlatTable.Row, in source: SourceText) -> Line {
    let ranges = row.cells.flatMap { $0 }
    let start = ranges.first?.lowerBound ?? 0
    let end = ranges.map(\.upperBound).max() ?? start
    return Line(
      range: start..<max(start, end), indent: 0, width: 0, tabs: max(1, row.cells.count - 1),
      cells: row.cells)
  }

  private static func line(_ number: Int, in source: SourceText) -> Line? {
    let whole = source.line(number)
    let range = source.scalars.trimmed(whole)
    guard !range.isEmpty else { return nil }
    var line = Line(range: range, indent: 0, width: 0, tabs: 0)
    for index in whole.lowerBound..<range.lowerBound {
      line.indent += source.scalars[index] == 0x3000 ? 2 : 1
    }
    for index in range {
      line.width += source.scalars[index].columns
      if source.scalars[index] == Sign.tab { line.tabs += 1 }
    }
    return line
  }

  /// A line folded and without blanks, or its beginning.
  static func compact(_ source: SourceText, _ range: Range<Int>, limit: Int) -> Scalars {
    var result: Scalars = []
    for index in range {
      let scalar = source.scalars[index].folded
      if scalar.isBlank || scalar.isInvisible || scalar == 0x2A { continue }
      result.append(scalar)
      if result.count >= limit { break }
    }
    return result
  }

  private static let pageWords = scalars("第页共/-·.PAGEpageof")

  /// `— 13 —`, `第 3 页 共 9 页`, `3/9`, `- 3 -`, and a bare number.
  private static func isPageNumber(_ content: Scalars) -> Bool {
    guard content.count <= 14, content.contains(where: \.isDigit) else { return false }
    let digits = content.filter(\.isDigit).count
    guard digits <= 8, content.allSatisfy({ $0.isDigit || pageWords.contains($0) }) else {
      return false
    }
    return digits == content.count ? digits <= 3 : content.last != Sign.dot
  }

  private static func isFurniture(_ content: Scalars, width: Int) -> Bool {
    guard !content.isEmpty else { return true }
    if drops.match(content, at: 0) != nil, content.count <= 60 { return true }
    if imprints.contains(where: { content.find($0, in: 0..<content.count) != nil }) { return true }
    if content.allSatisfy({ !$0.isHan && !$0.isASCIILetter && !$0.isDigit && !$0.isMark }) {
      return true
    }
    if let first = content.first, content.count >= 4, !first.isDigit,
      content.allSatisfy({ $0 == first })
    {
      return true
    }
    let hans = content.filter(\.isHan).count
    if hans < 20, isLink(content) { return true }
    return isContentsLine(content)
  }

  private static let links = ["http://", "https://", "www."].map(scalars)

  private static func isLink(_ content: Scalars) -> Bool {
    links.contains { content.find($0, in: 0..<content.count) != nil }
  }

  /// A line of a table of contents: leaders and a page number at its end.
  private static func isContentsLine(_ content: Scalars) -> Bool {
    var end = content.count
    while end > 0, content[end - 1].isDigit { end -= 1 }
    guard end < content.count, content.count - end <= 3 else { return false }
    var leaders = 0
    while end > 0,
      content[end - 1] == 0x2026 || content[end - 1] == Sign.dot
        || content[end - 1] == 0xB7 || content[end - 1] == Sign.dash
    {
      leaders += content[end - 1] == 0x2026 ? 3 : 1
      end -= 1
    }
    return leaders >= 4
  }

  /// Drops short lines that come again beside page numbers, or end as running heads do.
  private static func dropRunningHeads(
    _ sifted: inout Sifted, besidePages: Set<Int>, _ source: SourceText
  ) {
    var counts: [Scalars: (all: Int, beside: Int)] = [:]
    func key(_ line: Line) -> Scalars? {
      guard line.width <= 72, line.tabs == 0 else { return nil }
      let content = compact(source, line.range, limit: 40)
      guard let last = content.last, content.count >= 4, !last.endsSentence, !last.isCloser,
        !content.contains(Sign.colon), !content.contains(Sign.pause),
        Marker.read(content, at: 0, limit: content.count) == nil
      else { return nil }
      return content
    }
    for (index, line) in sifted.lines.enumerated() {
      guard let key = key(line) else { continue }
      let beside = besidePages.contains(index) || besidePages.contains(index + 1)
      counts[key, default: (0, 0)].all += 1
      counts[key, default: (0, 0)].beside += beside ? 1 : 0
    }
    let endings = ["公报", "文件", "规范性文件", "发布"].map(scalars)
    let heads = counts.filter { key, count in
      count.all >= 2 && count.beside >= 2
        || count.all >= 3 && endings.contains { key.has($0, before: key.count) }
    }
    guard !heads.isEmpty else { return }
    sifted.lines.removeAll { line in key(line).map { heads[$0] != nil } ?? false }
  }
}
