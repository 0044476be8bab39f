import Reform

/// What is said of units that do not agree, or of which nobody knows whether they are meant.
extension TableUnits {
  private static func told(_ said: Saying) -> String {
    said.at.cell ?? said.at.sheet.map { "“\($0)”" } ?? said.at.file ?? ""
  }

  /// Two texts that state different units.
  static func conflict(_ first: Saying, _ second: Saying) -> Finding {
    FigureCheck.unknownUnit.finding(
      "\(told(first)) 写的单位是“\(first.value.words)”，\(told(second)) 写的是“\(second.value.words)”，不知道以哪个为准；"
        + "请改成一致，或在各列表头写明单位。",
      "\(told(first)) gives the unit as “\(first.value.words)”, \(told(second)) as “\(second.value.words)”, and which "
        + "holds is not known; make them agree, or write the unit into each heading.",
      at: second.at,
      words: second.value.words)
  }

  /// A unit of the whole table that is not the usual one of a column.
  static func question(
    _ said: Saying, _ unit: FigureUnit, _ head: String, isOfRow: Bool, at place: SourcePlace
  ) -> Finding {
    let spot =
      isOfRow ? ("指标名称后面", "behind the name of the indicator") : ("这一列的表头", "into the heading")
    return FigureCheck.unknownUnit.finding(
      "\(told(said)) 写的单位是“\(said.value.words)”，“\(head)”却一般以\(unit.name.zh)计，不知道这里是哪一个，没有读入；"
        + "请在\(spot.0)写明单位，如“\(head)（\(unit.rawValue)）”。",
      "\(told(said)) gives the unit as “\(said.value.words)”, and “\(head)” usually counts in \(unit.name.en); which is "
        + "meant is not known, and nothing was read here. Write the unit \(spot.1), as in "
        + "“\(head)（\(unit.rawValue)）”.", at: place, words: said.value.words)
  }

  /// A unit that stands beside or below the numbers, which were read in another.
  static func unused(_ words: String, at place: SourcePlace) -> Finding {
    FigureCheck.unknownUnit.finding(
      "这里写有单位“\(words)”，数没有按它读入，不知道以哪个为准；请在各列表头写明单位，并删去这里的单位。",
      "The unit “\(words)” is written here and was not used; which holds is not known. Write the unit into each "
        + "heading, and take it out here.", at: place, words: words)
  }
}
