import Testing

/// Headings of groups, and 占比 and 住院 below the name of a whole.
struct ShareHeadTests {
  private static let title = "2024年公立医院收入（万元）"

  /// A group over both numbers of a table whose heading of places is made one with the cell below.
  private func under(_ group: String) throws -> ProvinceTable {
    try ProvinceTable(
      "\(Self.title)\n地区|\(group)|\n|医疗服务收入|医疗收入\n广州市|40|100",
      merges: ["A1:C1", "A2:A3", "B2:C2"])
  }

  @Test(arguments: ["上年", "去年同期", "上年实绩", "去年数", "计划", "2024年计划", "下年计划", "目标", "预测数", "同比", "排名"])
  func nothingIsReadOfAGroupOfOtherNumbers(_ group: String) throws {
    let table = try under(group)
    #expect(table.figures.isEmpty && table.isBarred, "\(table.told)")
  }

  @Test(arguments: ["农村居民", "中位数", "每床", "门诊", "住院", "三级", "城镇职工", "跨省", "试点"])
  func aGroupOfSomeOnlyIsAskedAbout(_ group: String) throws {
    let table = try under(group)
    #expect(table.asked.contains(group == "每床" ? "unknown-unit" : "other-basis"), "\(table.told)")
  }

  @Test func thisYearIsReadBesideAndBelowTheYearBefore() throws {
    let beside = try ProvinceTable(
      "\(Self.title)\n地区|上年||本年|\n|医疗服务收入|医疗收入|医疗服务收入|医疗收入\n广州市|30|90|40|100",
      merges: ["A2:A3", "B2:C2", "D2:E2"])
    #expect(beside.shares == ["440100 2024 40/100"] && beside.asked.isEmpty, "\(beside.told)")
    let below = try ProvinceTable(
      "\(Self.title)\n地区|上年|\n|医疗服务收入|医疗收入\n广州市|30|90\n-\n地区|本年|\n|医疗服务收入|医疗收入\n广州市|40|100",
      merges: ["A2:A3", "B2:C2", "A6:A7", "B6:C6"])
    #expect(below.shares == ["440100 2024 40/100"] && !below.isBarred, "\(below.told)")
    #expect(below.told.contains("“上年”下面"))
  }

  @Test(arguments: ["占比", "比例", "比重", "率", "占比（%）"])
  func aShareBelowADenominatorIsNone(_ word: String) throws {
    let table = try ProvinceTable(
      "\(Self.title)\n地区|医疗收入||医疗服务收入|\n|金额|\(word)|金额|\(word)\n广州市|100|60.5|40|40",
      merges: ["A2:A3", "B2:C2", "D2:E2"])
    #expect(table.figures == ["medical-service-share 440100 2024 40/100 = 40"], "\(table.told)")
    #expect(table.told.contains("\(word)"))
  }

  @Test func aNumberBelowANameIsThatNumber() throws {
    let table = try ProvinceTable(
      "\(Self.title)\n地区|医疗收入|医疗服务收入\n|数值|完成值\n广州市|100|40", merges: ["A2:A3"])
    #expect(table.shares == ["440100 2024 40/100"] && table.asked.isEmpty, "\(table.told)")
  }

  @Test func aGroupOfSharesIsOfNoAmounts() throws {
    let table = try ProvinceTable(
      "\(Self.title)\n地区|金额||占比|\n|医疗服务收入|医疗收入|医疗服务收入|医疗收入\n广州市|40|100|40|100",
      merges: ["A2:A3", "B2:C2", "D2:E2"])
    #expect(table.figures == ["medical-service-share 440100 2024 40/100 = 40"], "\(table.told)")
  }

  @Test func sharesBesideAmountsInRowsAreNoAmounts() throws {
    let table = try ProvinceTable(
      "2024年广州市公立医院收入（万元）\n指标|数值|占比\n医疗服务收入|40|40\n医疗收入|100|100")
    #expect(table.shares == ["440100 2024 40/100 = 40"], "\(table.told)")
    let alone = try ProvinceTable(
      "2024年广州市公立医院收入（万元）\n指标|占比\n医疗服务收入|40\n医疗收入|100")
    #expect(!alone.figures.contains { $0.contains("/100") }, "\(alone.told)")
  }

  @Test(arguments: ["医疗服务收入（占比）|医疗收入（占比）", "医疗服务收入（住院）|医疗收入（住院）", "医疗服务收入（人员）|医疗收入（人员）"])
  func bracketsThatChangeANumberAreAskedAbout(_ heads: String) throws {
    let table = try ProvinceTable("\(Self.title)\n地区|\(heads)\n广州市|40|100")
    #expect(table.asked == ["other-basis", "other-basis"], "\(table.told)")
  }

  @Test func partsOfAWholeAreNotTheWhole() throws {
    let table = try ProvinceTable(
      "\(Self.title)\n地区|医疗收入||医疗服务收入|\n|门诊|住院|门诊|住院\n广州市|100|300|40|60",
      merges: ["A2:A3", "B2:C2", "D2:E2"])
    #expect(table.isBarred && table.told.contains("repeated-column"), "\(table.told)")
    let staff = try ProvinceTable(
      "2024年公立医院支出（万元）\n地区|业务支出||人员支出\n|人员|公用|\n广州市|100|60|40",
      merges: ["A2:A3", "B2:C2", "D2:D3"])
    #expect(staff.isBarred, "\(staff.told)")
  }

  @Test func whatEveryIndicatorSaysOfItselfIsNotAskedAbout() throws {
    let table = try ProvinceTable(
      "2024年县域住院情况\n地区|住院|\n|县域内住院人次|住院总人次\n阳山县|40000|50000",
      merges: ["A2:A3", "B2:C2"])
    #expect(
      table.figures == ["in-county-admission 441823 2024 40000/50000"] && table.asked.isEmpty,
      "\(table.told)")
  }
}
