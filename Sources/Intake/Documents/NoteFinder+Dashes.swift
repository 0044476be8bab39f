/// Notes behind a dash at the end of an item: ——县医保局牵头，县财政局配合.
extension NoteFinder {
  private static let longest = 200

  static func behindDash(in range: Range<Int>, _ scan: Scan, _ units: UnitNames) -> Note? {
    var end = range.upperBound
    while end > range.lowerBound, scan.chars[end - 1].endsSentence { end -= 1 }
    let low = max(range.lowerBound, end - longest)
    var start = end - 1
    while start > low, scan.chars[start] != Sign.dash || scan.chars[start - 1] != Sign.dash {
      start -= 1
    }
    guard start > low, end - start > 3 else { return nil }
    let inner = start + 1..<end
    guard
      startsWithLabel(inner, scan) || saysDuty(inner, scan, units)
        || units.isList(withoutTime(inner, scan), scan) || units.dutyOfEach(inner, scan)
    else { return nil }
    return Note(inner: inner, outer: start - 1..<range.upperBound)
  }
}
