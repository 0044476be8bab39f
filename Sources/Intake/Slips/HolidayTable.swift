import Reform

/// The table of holidays and of the weekend days worked instead, `day,kind,holiday`.
public enum HolidayTable {
  /// Reads `off` and `working` days; throws a sentence that names every line that is wrong.
  public static func read(_ bytes: [UInt8], file: String) throws(Fault) -> WorkingDays {
    var table = OfficeTable(bytes, file: file, columns: ["day", "kind", "holiday"])
    var (off, working): ([Day: String], Set<Day>) = ([:], [])
    for record in table.records {
      let line = record.row.line
      guard let day = Day(record["day"]) else {
        table.find(
          line, "日期要写成 2020-10-01，不是“\(record["day"])”。",
          "A day is written 2020-10-01, not “\(record["day"])”.")
        continue
      }
      if off[day] != nil || working.contains(day) {
        table.find(line, "\(day) 写了两次。", "\(day) stands there twice.")
      }
      switch record["kind"] {
      case "off": off[day] = record["holiday"]
      case "working":
        if !day.isWeekend {
          table.find(
            line, "\(day) 不是周末，不用写 working。",
            "\(day) is no day of a weekend; it is worked as it is.")
        }
        working.insert(day)
      default:
        table.find(
          line, "kind 应写 off 或 working，不是“\(record["kind"])”。",
          "kind is off or working, not “\(record["kind"])”.")
      }
    }
    try table.refuseFaults()
    return WorkingDays(off: off, working: working)
  }
}
