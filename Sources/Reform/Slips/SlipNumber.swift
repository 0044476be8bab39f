/// The numbers of slips (督办编号), as 晋医改督〔2020〕3号 is written.
public enum SlipNumber {
  /// The number that comes next in a year, by the way of writing of an office's last slip; no slip bears
  /// it, nor one of other offices beside them.
  ///
  /// The office writes its first number itself; without one it is 医改督〔2020〕1号.
  public static func next(
    after slips: [Slip], beside others: [Slip.ID] = [], on day: Day
  ) -> Slip.ID {
    let taken = Set(slips.map(\.id) + others)
    let last = slips.sorted { $0.isBefore($1) }.compactMap { Parts($0.id) }.last
    let prefix = last?.prefix ?? "医改督"
    let used = slips.compactMap { Parts($0.id) }.filter {
      $0.prefix == prefix && $0.year == day.year
    }
    var number = (used.map(\.number).max() ?? 0) + 1
    while taken.contains(Parts(prefix, day.year, number).written) { number += 1 }
    return Parts(prefix, day.year, number).written
  }

  /// The number that comes after one that is not taken yet, of slips that are issued together; the
  /// same where it is written another way.
  public static func following(_ number: Slip.ID, among slips: [Slip]) -> Slip.ID {
    guard let parts = Parts(number) else { return number }
    let taken = Set(slips.map(\.id))
    var next = parts.number + 1
    while taken.contains(Parts(parts.prefix, parts.year, next).written) { next += 1 }
    return Parts(parts.prefix, parts.year, next).written
  }

  /// The slips that are meant by a number as it is written, or by its figure alone: those of all years
  /// that have it, for which of them is meant is not guessed.
  public static func find(_ text: String, among slips: [Slip]) -> [Slip] {
    let exact = slips.filter { $0.id == text }
    guard exact.isEmpty, let figure = Int(text) else { return exact }
    return slips.filter { Parts($0.id)?.number == figure }
  }

  private struct Parts {
    let prefix: Substring
    let year: Int
    let number: Int

    init(_ prefix: some StringProtocol, _ year: Int, _ number: Int) {
      (self.prefix, self.year, self.number) = (Substring(prefix), year, number)
    }

    /// Nil where it is written another way.
    init?(_ text: String) {
      guard text.hasSuffix("号"), let open = text.lastIndex(of: "〔"),
        let close = text.lastIndex(of: "〕"), open < close,
        let year = Int(text[text.index(after: open)..<close]),
        let number = Int(text[text.index(after: close)...].dropLast()),
        (1...9999).contains(year), (1...999_999).contains(number)
      else { return nil }
      self.init(text[..<open], year, number)
    }

    var written: String { "\(prefix)〔\(year)〕\(number)号" }
  }
}
