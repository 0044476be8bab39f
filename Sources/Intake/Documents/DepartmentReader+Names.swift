import Reform

/// Names in a responsibility note: parted, put together again, and told from what is none.
extension DepartmentReader {
  private static let openers = WordTrie(
    [
      "由", "和", "及", "以及", "与", "其中", "其中:", "责任单位为", "牵头单位为", "配合单位为", "请",
    ] + DutySentences.charging)

  mutating func names(_ range: Range<Int>) {
    var name = range
    while let opener = Self.openers.match(scan.chars, at: name.lowerBound, limit: name.upperBound) {
      name = name.lowerBound + opener.length..<name.upperBound
    }
    if let cut = collective(behind: name) {
      names(name.lowerBound..<cut)
      one(cut + 1..<name.upperBound)
      return
    }
    while !name.isEmpty,
      let etc = NoteWords.etceteras.matchBackwards(
        scan.chars, before: name.upperBound, from: name.lowerBound)
    {
      name = name.lowerBound..<name.upperBound - etc.length
    }
    name = withoutHalfBrackets(beforeOthers(name))
    guard !name.isEmpty, !isNobody(name) else { return }
    if Self.dittos.contains(Scalars(scan.chars[name])) {
      reading.sameAsAbove.append(roleOfLabel)
      return
    }
    if units.isCollective(name, scan) {
      one(name)
      return
    }
    if let gap = gap(in: name) {
      names(name.lowerBound..<gap)
      names(gap..<name.upperBound)
      return
    }
    if let cut = conjunction(in: name) {
      names(name.lowerBound..<cut.lowerBound)
      names(cut.upperBound..<name.upperBound)
      return
    }
    one(name)
  }

  private static let levels = Set(scalars("市省县区州旗国各直级属驻有相"))

  private static let government = scalars("政府")

  /// Where 等 stands before offices of a kind that say whose (市财政局等市级相关部门).
  private func collective(behind name: Range<Int>) -> Int? {
    guard let at = name.last(where: { scan.chars[$0] == 0x7B49 }), at - name.lowerBound >= 2 else {
      return nil
    }
    let rest = at + 1..<name.upperBound
    guard rest.count >= 4, let first = rest.first, Self.levels.contains(scan.chars[first]),
      units.isCollective(rest, scan)
    else { return nil }
    // 等有关部门 says no more than 等部门; 等有关乡镇党委政府 does.
    let isPlain = scan.chars[first] == 0x6709 || scan.chars[first] == 0x76F8
    return isPlain && !scan.chars.has(Self.government, before: rest.upperBound) ? nil : at
  }

  private static let nobody = Set(["无", "暂无", "-", "--", "---", "略", "空", "无配合单位"].map(scalars))

  private static let dittos = Set(["同上", "〃", "同前"].map(scalars))

  /// 无 in the column of units.
  private func isNobody(_ name: Range<Int>) -> Bool {
    name.count <= 5 && Self.nobody.contains(Scalars(scan.chars[name]))
  }

  /// Without a bracket at either end whose other half is not there: 省卫健委负责）.
  private func withoutHalfBrackets(_ name: Range<Int>) -> Range<Int> {
    guard name.count <= 60 else { return name }
    var (low, high) = (name.lowerBound, name.upperBound)
    var depth = name.reduce(0) { depth, index in
      depth + (scan.chars[index].closer != nil ? 1 : scan.chars[index].isCloser ? -1 : 0)
    }
    while depth < 0, low < high {
      if scan.chars[high - 1].isCloser {
        high -= 1
      } else if scan.chars[low].isCloser {
        low += 1
      } else {
        break
      }
      depth += 1
    }
    while depth > 0, low < high {
      if scan.chars[low].closer != nil {
        low += 1
      } else if scan.chars[high - 1].closer != nil {
        high -= 1
      } else {
        break
      }
      depth -= 1
    }
    return low..<high
  }

  private static let others = Set(scalars("个家部门单位有关各相关及其他和组成员机构等0123456789"))

  /// The name before 等13个部门.
  private func beforeOthers(_ name: Range<Int>) -> Range<Int> {
    guard let at = name.last(where: { scan.chars[$0] == 0x7B49 }), at > name.lowerBound,
      name.upperBound - at <= 12,
      scan.chars[at..<name.upperBound].allSatisfy({ Self.others.contains($0) })
    else { return name }
    return name.lowerBound..<at
  }

  /// Where a blank parts two names (省卫健委 省医保局).
  private func gap(in name: Range<Int>) -> Int? {
    guard name.count >= 4, name.count < 300 else { return nil }
    for index in name.dropFirst(2) where scan.at[index] != scan.at[index - 1] + 1 {
      let left = name.lowerBound..<index
      let isSplit = units.isUnit(left, scan) || places.exact(left, scan) != nil
      if isSplit, name.upperBound - index >= 2 { return index }
    }
    return nil
  }

  private static let conjunctions = WordTrie(["等和", "等及", "等与", "和", "及", "与", "以及", "暨"])

  /// 党委和政府 is said of one body.
  private static let governments = [scalars("政府"), scalars("人民政府")]

  /// 和 between two names; not the 和 inside one (工业和信息化局).
  private func conjunction(in name: Range<Int>) -> Range<Int>? {
    guard name.count >= 5, name.count < 200, !units.isKnown(name, scan) else { return nil }
    var depth = 0
    for index in name.dropFirst(2) {
      let scalar = scan.chars[index]
      if scalar.closer != nil { depth += 1 }
      if scalar.isCloser { depth = max(0, depth - 1) }
      guard depth == 0,
        let found = Self.conjunctions.match(scan.chars, at: index, limit: name.upperBound)
      else { continue }
      let left = name.lowerBound..<index
      let right = index + found.length..<name.upperBound
      guard right.count >= 2, !Self.governments.contains(Array(scan.chars[right])) else { continue }
      if units.isUnit(left, scan) || places.exact(left, scan) != nil {
        return index..<right.lowerBound
      }
    }
    return nil
  }

  private static let openersOfOthers = Set(scalars("各市省有相其"))

  private static let ruled = WordTrie(["市人民政府", "市政府", "市(区)人民政府", "市党委", "市委"])
  private static let cityKinds = Set(scalars("各州盟地"))

  /// 各州、市人民政府, 各盟行政公署、市人民政府: one name, for 市 is of their kind.
  private func goesOn(with name: Range<Int>, from start: Int) -> Bool {
    let before = scan.chars[start..<name.lowerBound - 1]
    return Self.ruled.match(scan.chars, at: name.lowerBound, limit: name.upperBound) != nil
      && before.first == 0x5404
      && before.dropFirst().first.map { Self.cityKinds.contains($0) } == true
  }

  private mutating func one(_ name: Range<Int>) {
    if let last = pending.last, held == nil, last.bureau == nil, last.role == nil,
      last.name.upperBound + 1 == name.lowerBound, scan.chars[last.name.upperBound] == Sign.pause,
      goesOn(with: name, from: last.name.lowerBound)
    {
      pending[pending.count - 1].name = last.name.lowerBound..<name.upperBound
      return
    }
    if let held, let first = name.first, Self.openersOfOthers.contains(scan.chars[first]),
      !holds(name), units.isUnit(name, scan), !goesOn(with: name, from: held)
    {
      // 各县区、市直各机关 are two.
      let before = held..<name.lowerBound - 1
      if units.isKindOfPlaces(before, scan) {
        pending.append((before, nil, nil))
        self.held = nil
      }
    }
    if holds(name) {
      held = held ?? name.lowerBound
      return
    }
    let whole = (held ?? name.lowerBound)..<name.upperBound
    held = nil
    if let place = places.exact(name, scan), whole == name {
      reading.places.append((place, name, roleOfLabel))
      return
    }
    let (base, bureau) = units.isKindOfPlaces(whole, scan) ? (whole, nil) : splitBureau(whole)
    if let bureau, let role = role(in: bureau) {
      if role == .lead { reading.namesLead = true }
      if Self.ofAll.match(scan.chars, at: bureau.lowerBound, limit: bureau.upperBound) != nil {
        for index in pending.indices where pending[index].role == nil { pending[index].role = role }
      }
      // 甲（牵头），乙、丙（配合）: of all behind the comma.
      if group > 0 {
        for index in pending.indices.dropFirst(group) where pending[index].role == nil {
          pending[index].role = role
        }
      }
      pending.append((base, nil, role))
    } else if units.isUnit(base, scan) || (bureau != nil && units.isUnit(whole, scan)) {
      pending.append((base, bureau, nil))
    } else if saysWhen(name) {
      reading.times.append(name)
    } else if isWordOfTime(name) {
      return
    } else if let cut = adverb(in: whole) {
      pending.append((whole.lowerBound..<cut, nil, nil))
    } else if isPlausible(whole) {
      pending.append((whole, nil, nil))
      reading.odd.append(whole)
    } else {
      reading.unknown.append(name)
    }
  }

  /// 县卫健局、县应急局（共同牵头）: said of those before it too.
  private static let ofAll = WordTrie(["共同", "分别", "均", "联合", "按职责", "分头"])

  /// 市教育局（牵头）: the bracket says the part and no bureau.
  private func role(in bureau: Range<Int>) -> Responsible.Role? {
    if let verb = NoteWords.verbs.match(
      scan.chars, at: bureau.lowerBound, limit: bureau.upperBound),
      verb.length == bureau.count, case .role(let role) = verb.value
    {
      return role
    }
    guard
      let label = NoteWords.labels.match(
        scan.chars, at: bureau.lowerBound, limit: bureau.upperBound),
      label.length == bureau.count, case .units(let role) = label.value
    else { return nil }
    return role
  }

  private static let adverbs = WordTrie([
    "结合", "按照", "按", "根据", "依据", "具体", "做好", "抓好", "组织", "积极", "共同", "分别", "各自", "统筹", "推进", "推动",
    "开展", "加强", "落实", "指导", "督促", "负责", "协助", "研究", "制定", "支持", "依法", "在各自", "认真", "主动", "密切",
    "要", "应", "对", "将", "进行", "实施", "监督",
  ])

  /// Where the name ends in 各区人民政府结合实际…….
  private func adverb(in name: Range<Int>) -> Int? {
    for index in name.dropFirst(2).prefix(30)
    where Self.adverbs.match(scan.chars, at: index, limit: name.upperBound) != nil
      || Acts.begin(at: index, name.upperBound, scan)
    {
      let left = name.lowerBound..<index
      if units.isUnit(left, scan), units.isList(left, scan) { return index }
    }
    return nil
  }

  /// A name by where it stands: a few characters, and no word that names do not hold.
  private func isPlausible(_ name: Range<Int>) -> Bool {
    guard (2...20).contains(name.count),
      scan.chars[name].allSatisfy({ $0.isHan || $0 == Sign.open || $0 == Sign.close })
    else { return false }
    return !scan.contains(NoteWords.notNames, in: name) && !scan.contains(NoteWords.deeds, in: name)
      && !scan.contains(Self.noNames, in: name)
  }

  private static let noNames = WordTrie([
    "同上", "详见", "如下", "另行", "附件", "等等", "工作", "要求", "任务", "措施", "制度", "机制", "方案", "进行", "已",
    "不", "我", "其", "此", "该", "并", "或", "需", "应", "要", "可", "情况", "实际", "职责",
  ])

  private static let kindsOfPlace = Set(scalars("各市县区州盟旗设地级以上省份自治直辖管、()[]乡镇"))

  /// 各市、 before 县人民政府: one unit that holds a pause.
  private func holds(_ name: Range<Int>) -> Bool {
    guard name.count <= 9, scan.chars[name].allSatisfy({ Self.kindsOfPlace.contains($0) }),
      name.upperBound < scan.chars.count, scan.chars[name.upperBound] == Sign.pause
    else { return false }
    return held != nil || scan.chars[name.lowerBound] == 0x5404 || name.count <= 2
  }

  /// 省卫健委（规划处）: the name, and the bureau in brackets at its end.
  private func splitBureau(_ name: Range<Int>) -> (Range<Int>, Range<Int>?) {
    guard name.last.map({ scan.chars[$0] }) == Sign.close,
      let open = name.last(where: { scan.chars[$0] == Sign.open })
    else { return (name, nil) }
    let (base, inner) = (name.lowerBound..<open, open + 1..<name.upperBound - 1)
    guard base.count >= 2, !inner.isEmpty, units.isUnit(base, scan) else { return (name, nil) }
    return (base, inner)
  }

  private static let dates = WordTrie([
    "年底", "月底", "年内", "持续推进", "长期坚持", "年6月", "年12月", "季度", "上半年", "持续实施", "年完成", "年底前完成", "年前完成",
    "月前", "日前", "长期推进", "持续开展", "年完成", "年末", "全年", "持续", "常态化", "长期", "立即", "适时", "下半年",
    "每年", "每月", "每季", "每周", "常年", "日常", "经常", "按国家", "按省", "按上级", "已完成", "月份完成", "月完成", "期末", "之日起",
    "个月内", "日内", "即日", "随时", "按季", "按月", "按年", "逐月", "逐季", "分季",
  ])

  /// A time in a note that has no label for it: ，2025年底前完成）.
  private func saysWhen(_ name: Range<Int>) -> Bool {
    guard name.count <= 24 else { return false }
    if scan.contains(Self.dates, in: name) { return true }
    let date = DateWords.read(scan.chars, at: name.lowerBound, limit: name.upperBound)
    return date.map { $0.year > 0 } ?? false
  }

  private static let timeWords = WordTrie([
    "年", "月", "长期", "持续", "适用", "范围", "时限", "标准",
  ])

  private func isWordOfTime(_ name: Range<Int>) -> Bool {
    name.count > 36 || scan.contains(Self.timeWords, in: name)
  }
}
