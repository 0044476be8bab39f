/// A check on figures that are handed in (校验): its name, how grave it is, and what it looks for.
public enum FigureCheck: String, CaseIterable, Sendable {
  case unreadable
  case noFigures = "no-figures"
  case noHeader = "no-header"
  case noYear = "no-year"
  case wrongYear = "wrong-year"
  case otherProvince = "other-province"
  case otherPlace = "other-place"
  case wrongCity = "wrong-city"
  case hiddenSheet = "hidden-sheet"
  case hiddenRow = "hidden-row"
  case hiddenColumn = "hidden-column"
  case partOfYear = "part-of-year"
  case repeatedColumn = "repeated-column"
  case otherBasis = "other-basis"
  case unreadNumber = "unread-number"
  case extraCells = "extra-cells"
  case shownDiffers = "shown-differs"
  case madeUp = "made-up"
  case unknownColumn = "unknown-column"
  case unknownUnit = "unknown-unit"
  case unknownPlace = "unknown-place"
  case formerPlace = "former-place"
  case byInstitution = "by-institution"
  case noPlace = "no-place"
  case wrongLevel = "wrong-level"
  case unknownIndicator = "unknown-indicator"
  case unknownFlag = "unknown-flag"
  case notANumber = "not-a-number"
  case dateForNumber = "date-for-number"
  case errorValue = "error-value"
  case formulaWithoutValue = "formula-without-value"
  case mergedNumber = "merged-number"
  case missingPart = "missing-part"
  case negative
  case zeroDenominator = "zero-denominator"
  case numeratorOverDenominator = "numerator-over-denominator"
  case statedDiffers = "stated-differs"
  case timesHundred = "times-hundred"
  case timesTenThousand = "times-ten-thousand"
  case outOfRange = "out-of-range"
  case fraction
  case leap
  case citySum = "city-sum"
  case totalRow = "total-row"
  case sharesOfWhole = "shares-of-whole"
  case enteredTwice = "entered-twice"
  case yearNotOver = "year-not-over"
  case correction

  public var name: String { rawValue }

  /// Errors bar the file; warnings ask a person.
  public var severity: Finding.Severity {
    switch self {
    case .hiddenSheet, .hiddenRow, .hiddenColumn, .unknownColumn, .unknownFlag, .otherBasis,
      .unreadNumber, .shownDiffers, .fraction, .timesTenThousand, .leap, .sharesOfWhole,
      .correction:
      .warning
    case .madeUp: .note
    default: .error
    }
  }

  /// What it looks for, in a line.
  public var words: Phrase {
    switch self {
    case .unreadable: Phrase("文件打不开", "a file that cannot be read")
    case .noFigures: Phrase("没有指标数据", "no figures in a file")
    case .noHeader: Phrase("找不到表头", "a sheet without a header that is known")
    case .noYear: Phrase("不知道是哪一年", "no year is given")
    case .wrongYear: Phrase("年份不一致", "years that contradict each other")
    case .otherProvince: Phrase("外省的表", "a workbook of another province")
    case .otherPlace: Phrase("不属于这张表的地区", "a place that the form is not for")
    case .wrongCity: Phrase("不属于所写的市", "a place that lies in another city")
    case .hiddenSheet: Phrase("隐藏的工作表", "a hidden sheet")
    case .hiddenRow: Phrase("隐藏的行", "hidden rows")
    case .hiddenColumn: Phrase("隐藏的列", "hidden columns")
    case .partOfYear: Phrase("不是全年", "a part of a year")
    case .repeatedColumn: Phrase("两列意思相同", "columns that mean the same")
    case .otherBasis: Phrase("口径可能不同", "a heading with another basis")
    case .unreadNumber: Phrase("没有读入的数字", "numbers that were not read")
    case .extraCells: Phrase("单元格比表头多", "more cells than the header")
    case .shownDiffers: Phrase("显示与存储不同", "shown otherwise than kept")
    case .madeUp: Phrase("示例数据", "made-up figures")
    case .fraction: Phrase("人数不是整数", "a count that is not whole")
    case .unknownColumn: Phrase("不认识的列", "a column that is not known")
    case .unknownUnit: Phrase("单位不符", "a unit that does not fit")
    case .unknownPlace: Phrase("不认识的地区", "a place that is not known")
    case .formerPlace: Phrase("旧县名", "a county of before")
    case .byInstitution: Phrase("按医院列的表", "a table that goes by hospital")
    case .noPlace: Phrase("没有地区", "numbers without a place")
    case .wrongLevel: Phrase("地区级别不对", "a place of the wrong level")
    case .unknownIndicator: Phrase("不认识的指标", "an indicator that is not known")
    case .unknownFlag: Phrase("不认识的标记", "a flag that is not known")
    case .notANumber: Phrase("不是数字", "not a number")
    case .dateForNumber: Phrase("日期当成数字", "a date in place of a number")
    case .errorValue: Phrase("公式出错", "a formula with an error")
    case .formulaWithoutValue: Phrase("公式没有结果", "a formula without its value")
    case .mergedNumber: Phrase("数字在合并单元格里", "a number in merged cells")
    case .missingPart: Phrase("缺分子或分母", "numerator or denominator missing")
    case .negative: Phrase("负数", "a negative number")
    case .zeroDenominator: Phrase("分母为零", "a denominator of zero")
    case .numeratorOverDenominator: Phrase("分子大于分母", "numerator over denominator")
    case .statedDiffers: Phrase("比例与分子分母不符", "a stated value that its parts do not give")
    case .timesHundred: Phrase("差 100 倍", "a slip of ×100")
    case .timesTenThousand: Phrase("差 1 万倍", "a slip of ×10,000")
    case .outOfRange: Phrase("超出 0–100%", "a share outside 0–100 %")
    case .leap: Phrase("与上年相差过大", "a leap against the year before")
    case .citySum: Phrase("与下级之和不符", "not the sum of its parts")
    case .totalRow: Phrase("合计不等于各行之和", "a total row that does not add up")
    case .sharesOfWhole: Phrase("份额相加不是 100%", "shares that do not add up to 100 %")
    case .enteredTwice: Phrase("重复填报", "entered twice")
    case .yearNotOver: Phrase("年度未结束", "a year that is not over")
    case .correction: Phrase("更正台账已有的数", "corrects a figure of the ledger")
    }
  }

  /// A finding of this check; `severity` where it is not the usual one.
  public func finding(
    _ zh: String, _ en: String, at place: SourcePlace, words: String? = nil,
    severity: Finding.Severity? = nil
  ) -> Finding {
    Finding(
      name, severity ?? self.severity, Phrase(zh, en), at: place.finding, words: words)
  }
}

extension Finding.Source {
  /// As a spreadsheet names it (B7); nil without row and column.
  public var cell: String? { SourcePlace(row: line, column: column).cell }
}
