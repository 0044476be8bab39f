import Reform

/// What shows that things of a list are done: a row a county and thing.
extension GroupTable {
  mutating func readEvidence(_ row: SheetRow) {
    guard let place = division(of: row), let set = list(of: row),
      let number = number(of: row, in: set)
    else { return }
    readTitle(row, place, set, number)
    let proof = words(row, .proof)
    if let text = words(row, .done).map(NameKey.folded), Self.undone.contains(text) {
      guard isCounty(place, row) else { return }
      return add(
        .evidence(set.id, number, done: nil, text: proof ?? GroupHead.notDone.zh), of: place,
        row.number, header.column(.done))
    }
    guard let done = day(row, .done), done.day != nil || proof != nil else { return }
    guard isCounty(place, row) else { return }
    guard let day = done.day, let proof else {
      let (zh, en) = done.day == nil ? ("完成日", "the day it was done") : ("佐证", "its evidence")
      return find(
        "missing-part", .error, "\(place.name)“\(set.name.zh)”第 \(number) 项缺\(zh)；两项都要填，或都留空。",
        "\(place.english), item \(number) of “\(set.name.en)”, lacks \(en); give both or neither.",
        row.number, header.column(done.day == nil ? .done : .proof))
    }
    guard day <= intake.today else {
      return find(
        "day-not-over", .error, "完成日 \(day) 还没有到（今天是 \(intake.today)）；做完再登记。",
        "\(day) has not come yet (today is \(intake.today)); enter what is done.", row.number,
        header.column(.done))
    }
    add(
      .evidence(set.id, number, done: day, text: proof), of: place, row.number,
      header.column(.proof))
  }

  private static let undone: Set<String> = ["未完成", "没有完成", "撤销", "否", "notdone", "no"]

  private mutating func isCounty(_ place: Division, _ row: SheetRow) -> Bool {
    guard place.level != .county else { return true }
    find(
      "wrong-level", .error, "\(place.name)不是县（市、区）；佐证按县登记，省、市的行只写内容。",
      "\(place.english) is no county; evidence is entered by county, rows of a city or the province only "
        + "name the item.", row.number, header.column(.done) ?? header.column(.proof))
    return false
  }

  /// The set that a row names.
  private mutating func list(of row: SheetRow) -> ChecklistSet? {
    let text = words(row, .list) ?? ""
    let name = NameKey.folded(text).filter { !"“”\"「」".contains($0) }
    let found = intake.charter.sets.first { set in
      [set.id, set.name.zh, set.name.en].contains { NameKey.folded($0) == name }
    }
    if let found { return found }
    let told = intake.charter.unknown(text)
    find("unknown-list", .error, told.zh, told.en, row.number, header.column(.list))
    return nil
  }

  /// The number of the thing; of a printed one its words do as well.
  private mutating func number(of row: SheetRow, in set: ChecklistSet) -> Int? {
    let column = header.column(.number) ?? header.column(.title)
    guard let text = words(row, .number) else {
      let title = words(row, .title).map(NameKey.folded)
      if let title, let index = set.printed.firstIndex(where: { Self.says($0, title) }) {
        return index + 1
      }
      find(
        "no-number", .error, "“\(set.name.zh)”的这一行没有序号；请填是第几项。",
        "This row of “\(set.name.en)” has no number; say which item it is.", row.number, column)
      return nil
    }
    guard let number = Int(NameKey.folded(text)), (1...99).contains(number) else {
      find(
        "no-number", .error, "序号“\(text)”不对，应是 1 到 99 的整数。",
        "The number “\(text)” must be a whole number from 1 to 99.", row.number, column)
      return nil
    }
    guard let count = set.count ?? (set.isOpen ? nil : set.printed.count), number > count else {
      return number
    }
    guard set.isOpen else {
      find(
        "no-number", .error, "“\(set.name.zh)”文件只列 \(count) 项，没有第 \(number) 项。",
        "The document lists \(count) things of “\(set.name.en)”, no item \(number).", row.number,
        column)
      return nil
    }
    find(
      "beyond-count", .warning, "“\(set.name.zh)”按名称是 \(count) 项，这里是第 \(number) 项；请核对。",
      "“\(set.name.en)” has \(count) things by its name; this is item \(number).", row.number,
      column)
    return number
  }

  private static func says(_ title: Phrase, _ words: String) -> Bool {
    [title.zh, title.en].contains { NameKey.folded($0) == words }
  }

  /// The words of a thing: entered where the list is open, held against the document where not.
  private mutating func readTitle(
    _ row: SheetRow, _ place: Division, _ set: ChecklistSet, _ number: Int
  ) {
    guard let title = words(row, .title) else { return }
    guard !set.isOpen else {
      return add(
        .item(set.id, number, title: Phrase(title, title)), of: place, row.number,
        header.column(.title))
    }
    let printed = set.printed[number - 1]
    guard !Self.says(printed, NameKey.folded(title)) else { return }
    find(
      "other-item", .error,
      "“\(set.name.zh)”第 \(number) 项文件写的是“\(printed.zh)”，这里是“\(title)”；请核对序号。",
      "Item \(number) of “\(set.name.en)” is “\(printed.en)” in the document, not “\(title)”; check the "
        + "number.", row.number, header.column(.title))
  }
}
