import Foundation

/// A number above or below the line, with what it is measured against.
private struct Measured {
  var side: Magnitude.Side
  var number: Decimal
  var place: SourcePlace
  var part: Indicator.Part
  var figure: Figure
  var division: Division
  var residents: Residents

  /// For each resident; where their number is only guessed at, the number itself.
  var size: Double {
    residents.isKnown ? number.approximate / residents.most : number.approximate
  }
}

private enum Oddness: Hashable {
  case high
  case low
  case fraction
}

/// One finding for each column and fault: its first cell, and how many there are.
private struct Group: Hashable {
  var file: String?
  var sheet: String?
  var column: Int?
  var part: String
  var fault: Oddness
}

private struct Found {
  var order: [Group] = []
  var first: [Group: Measured] = [:]
  var counts: [Group: Int] = [:]

  mutating func add(_ one: Measured, _ fault: Oddness) {
    let group = Group(
      file: one.place.file, sheet: one.place.sheet, column: one.place.column,
      part: one.part.name.zh, fault: fault)
    if first[group] == nil {
      order.append(group)
      first[group] = one
    }
    counts[group, default: 0] += 1
  }
}

/// Numbers that no place of this size can have, and counts that are not whole: as a rule the unit is
/// another one (元 for 万元, 万人次 for 人次).
extension FigureChecks {
  func magnitudes(of sent: [SentFigure]) -> [Finding] {
    var bounds: [Indicator.ID: [Magnitude.Side: Magnitude]] = [:]
    for one in book.magnitudes { bounds[one.indicator, default: [:]][one.side] = one }
    var found = Found()
    var columns: [[String]: [Measured]] = [:]
    let guess = ResidentGuess(book.residents, divisions)
    for one in sent where !one.isBroken {
      guard let indicator = book[one.figure.indicator] else { continue }
      for measured in measured(one, indicator, guess) {
        if measured.part.unit.isWhole, measured.number.exponent < 0 {
          found.add(measured, .fraction)
        }
        guard measured.number > 0, measured.residents.most > 0 else { continue }
        if let bound = bounds[indicator.id]?[measured.side],
          let fault = fault(of: measured, bound)
        {
          found.add(measured, fault)
          continue
        }
        guard measured.division.level != .own else { continue }
        let key = [indicator.id, measured.side.rawValue, one.figure.period.description]
        columns[key + kind(of: measured), default: []].append(measured)
      }
    }
    for column in columns.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for (one, fault) in strangers(in: column.value) { found.add(one, fault) }
    }
    return found.order.compactMap { group in
      guard let first = found.first[group], let count = found.counts[group] else { return nil }
      return group.fault == .fraction
        ? fraction(first, count) : slip(first, count, isHigh: group.fault == .high)
    }
  }

  private func fault(of one: Measured, _ bound: Magnitude) -> Oddness? {
    let number = one.number.approximate
    if number > bound.high * one.residents.most { return .high }
    return number < bound.low * one.residents.least ? .low : nil
  }

  /// Numbers of places whose residents are not known are only held against those of places like them.
  private func kind(of one: Measured) -> [String] {
    guard !one.residents.isKnown else { return [] }
    return [one.division.level.rawValue, divisions.province(of: one.division.id) ?? ""]
  }

  private func measured(
    _ sent: SentFigure, _ indicator: Indicator, _ guess: ResidentGuess
  ) -> [Measured] {
    guard let division = divisions[sent.figure.place] else { return [] }
    let residents = guess.residents(of: division)
    func measure(
      _ side: Magnitude.Side, _ number: Decimal?, _ at: SourcePlace?, _ part: Indicator.Part?
    ) -> Measured? {
      guard let number, let part else { return nil }
      return Measured(
        side: side, number: number, place: at ?? sent.figure.source, part: part,
        figure: sent.figure, division: division, residents: residents)
    }
    return [
      measure(.numerator, sent.figure.numerator, sent.numeratorAt, indicator.numerator),
      measure(.denominator, sent.figure.denominator, sent.denominatorAt, indicator.denominator),
    ].compactMap { $0 }
  }

  /// Numbers that lie far from the rest of their column, or from the neighbours in the ledger.
  private func strangers(in column: [Measured]) -> [(Measured, Oddness)] {
    let all = column.map(\.size).sorted()
    return column.compactMap { one in
      let others = all.count > limits.strangeAmong ? all : neighbours(of: one).sorted()
      guard others.count >= limits.strangeAmong else {
        return isFarBelow(one, all) ? (one, .low) : nil
      }
      let middle = others[others.count / 2]
      let ratio = one.residents.isKnown ? limits.strangeRatio : limits.strangeRatioOfPlaces
      if one.size > middle * ratio { return (one, .high) }
      return one.size * ratio < middle ? (one, .low) : nil
    }
  }

  /// The least of two or three that have no middle, far below the largest; counties whose residents are not
  /// known may differ as much.
  private func isFarBelow(_ one: Measured, _ all: [Double]) -> Bool {
    guard let least = all.first, let most = all.last,
      one.residents.isKnown || one.division.level < .county
    else { return false }
    return one.size == least && least * limits.strangeRatio < most
  }

  /// What the places of the same city have in the ledger, this year or the year before.
  private func neighbours(of one: Measured) -> [Double] {
    guard let parent = one.division.parent else { return [] }
    return divisions.parts(of: parent).compactMap { place in
      guard place.id != one.division.id, place.level == one.division.level else { return nil }
      let people = one.residents.isKnown ? Double(place.population ?? 0) : 1
      guard people > 0 else { return nil }
      var key = one.figure.key
      key.place = place.id
      var figure = standing(key)
      if figure == nil {
        key.period = .year(key.period.year - 1)
        figure = standing(key)
      }
      let number = one.side == .numerator ? figure?.numerator : figure?.denominator
      guard let number, number > 0 else { return nil }
      return number.approximate / people
    }
  }

  // MARK: In words

  private func slip(_ one: Measured, _ count: Int, isHigh: Bool) -> Finding {
    let more = count > 1 ? ("（同列共 \(count) 处）", " (\(count) in this column)") : ("", "")
    let ways = one.part.unit.otherUnits(isHigh: isHigh)
    return FigureCheck.timesTenThousand.finding(
      "\(one.division.name)“\(one.part.name.zh)”读成 \(said(one.number)) \(one.part.unit.name.zh)\(more.0)，按人口和其他地区看"
        + "过\(isHigh ? "大" : "小")，可能差 1 万倍；请看单位\(ways)，在表头或标题写明。",
      "“\(one.part.name.en)” of \(one.division.english) was read as \(said(one.number)) "
        + "\(one.part.unit.name.en)\(more.1), too \(isHigh ? "large" : "small") for its people and beside the "
        + "others, perhaps by ×10,000; look at the unit and write it in the heading or title.",
      at: one.place, words: said(one.number))
  }

  private func fraction(_ one: Measured, _ count: Int) -> Finding {
    let more = count > 1 ? ("（同列共 \(count) 处）", " (\(count) in this column)") : ("", "")
    return FigureCheck.fraction.finding(
      "“\(one.part.name.zh)”读成 \(said(one.number)) \(one.part.unit.name.zh)\(more.0)，应是整数；是不是万\(one.part.unit.name.zh)？"
        + "请在表头或标题写明单位。",
      "“\(one.part.name.en)” was read as \(said(one.number)) \(one.part.unit.name.en)\(more.1) and should be "
        + "whole; are these tens of thousands? Write the unit in the heading or title.",
      at: one.place,
      words: said(one.number))
  }
}

extension FigureUnit {
  /// Whether it counts what comes only whole.
  var isWhole: Bool {
    switch self {
    case .visits, .people, .households, .posts, .operations, .institutions, .centres, .cases,
      .items, .establishments:
      true
    case .percent, .perThousand, .times, .tenThousandYuan, .yuan, .days, .points: false
    }
  }

  /// Units that it is taken for.
  fileprivate func otherUnits(isHigh: Bool) -> String {
    switch self {
    case .tenThousandYuan: isHigh ? "（是不是元？）" : "（是不是亿元？）"
    case .yuan: isHigh ? "" : "（是不是万元？）"
    default: isHigh ? "" : "（是不是万\(name.zh)？）"
    }
  }
}
