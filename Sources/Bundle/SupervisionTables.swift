import Intake
import Reform

extension BundledCatalogue {
  /// The rules of supervision; `holidays` and `rules` are an office's own tables in place of the
  /// bundled ones, each with the name of its file.
  ///
  /// Throws a sentence that names every line of them that is wrong.
  public static func slipRules(
    holidays: (bytes: [UInt8], file: String)? = nil, rules: (bytes: [UInt8], file: String)? = nil
  ) throws(Fault) -> SlipRules {
    let (days, levels) = (
      holidays ?? bundled("holidays-cn.csv"), rules ?? bundled("slip-rules.csv")
    )
    return SlipRules(
      try SlipRuleTable.read(levels.bytes, file: levels.file),
      try HolidayTable.read(days.bytes, file: days.file))
  }

  private static func bundled(_ name: String) -> (bytes: [UInt8], file: String) {
    (Resource.named(name).map { Array($0.bytes) } ?? [], name)
  }
}
