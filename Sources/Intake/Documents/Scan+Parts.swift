/// The parts of a sentence, between its commas.
extension Scan {
  /// Where the part begins, behind a comma, a colon or a bracket that is still open.
  func partStart(_ index: Int, from low: Int, reach: Int = 60) -> Int {
    var (start, depth) = (index, 0)
    let floor = max(low, index - reach)
    while start > floor {
      let scalar = chars[start - 1]
      if scalar == Sign.close { depth += 1 }
      if scalar == Sign.open { depth -= 1 }
      if depth < 0 || endsPart(scalar) { break }
      start -= 1
    }
    return start
  }

  /// Where the part ends, before a comma, a colon or a bracket that was open before.
  func partEnd(_ index: Int, to high: Int, reach: Int = 60) -> Int {
    var (end, depth) = (index, 0)
    let ceiling = min(high, index + reach)
    while end < ceiling {
      let scalar = chars[end]
      if scalar == Sign.open { depth += 1 }
      if scalar == Sign.close { depth -= 1 }
      if depth < 0 || endsPart(scalar) { break }
      end += 1
    }
    return end
  }

  /// The bracket that an offset stands in.
  func openBracket(before index: Int, from low: Int) -> Int? {
    var (at, depth) = (index, 0)
    while at > low {
      at -= 1
      if chars[at] == Sign.close { depth += 1 }
      if chars[at] == Sign.open {
        if depth == 0 { return at }
        depth -= 1
      }
      if chars[at] == Sign.newline { return nil }
    }
    return nil
  }

  private func endsPart(_ scalar: UInt32) -> Bool {
    scalar == Sign.comma || scalar == Sign.colon || scalar.endsSentence || scalar == Sign.newline
      || scalar == Sign.tab
  }

  /// Whether the part begins with 如 or 若: what is said in it is no more than assumed.
  func isAssumed(_ start: Int, to limit: Int) -> Bool {
    VoidWords.assuming.match(chars, at: start, limit: limit) != nil
      && VoidWords.notAssuming.match(chars, at: start, limit: limit) == nil
  }

  /// Whether what ends here is said to hold no longer: …的要求取消, “…”不再执行.
  func isCancelled(behind end: Int, to limit: Int) -> Bool {
    let stop = partEnd(end, to: limit, reach: 40)
    for index in end..<stop {
      guard VoidWords.taking.match(chars, at: index, limit: stop) == nil else { return false }
      if chars[index] == 0x201D, endsVoid(index + 1, stop) { return true }
      guard chars[index] == 0x7684, index + 1 < stop else { continue }
      for first in index + 1..<min(stop, index + 4) {
        guard let noun = VoidWords.rules.match(chars, at: first, limit: stop) else { continue }
        if endsVoid(first + noun.length, stop) { return true }
      }
    }
    return false
  }

  private func endsVoid(_ index: Int, _ stop: Int) -> Bool {
    let filler = VoidWords.beforeEnding.match(chars, at: index, limit: stop)?.length ?? 0
    return VoidWords.endings.match(chars, at: index + filler, limit: stop) != nil
  }

  /// Whether a part that ends here names those whom a rule hits: …的, …的医院, with what befalls them.
  func hits(_ of: Int, to limit: Int) -> Bool {
    let stop = partEnd(of + 1, to: limit)
    let whom = of + 1..<min(stop, of + 11)
    let isNamed = stop == of + 1 || contains(VoidWords.whom, in: whom)
    guard isNamed || VoidWords.consequences.match(chars, at: of + 1, limit: stop) != nil else {
      return false
    }
    return contains(VoidWords.consequences, in: of + 1..<stop)
      || stop + 1 < limit
        && VoidWords.consequences.match(chars, at: stop + 1, limit: limit) != nil
  }
}
