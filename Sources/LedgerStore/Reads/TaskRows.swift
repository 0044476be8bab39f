import GRDB
import Reform

/// Where the tasks of a catalogue stand in the file, and which entries count for each.
struct TaskRows {
  /// The last filing that is in them.
  let filing: Int64
  /// Keys and numbers in the file, by position in the catalogue.
  let keys: [ReformTask.ID]
  let numbers: [Int64]
  /// Positions by the number in the file.
  let positions: [Int64: Int]
  /// Tasks whose lines do not follow from the entries on their own row alone.
  let heritage: Heritage
  /// The divisions that documents bind.
  let regions: [Document.ID: Division.Code]
  /// What was changed by hand.
  let hand: HandBook
  private let numberByKey: [ReformTask.ID: Int64]

  init(
    _ tasks: [ReformTask], _ numbers: [Int64], _ heritage: Heritage, of documents: [Document],
    _ hand: HandBook, filing: Int64
  ) {
    self.hand = hand
    (self.numbers, self.heritage, self.filing) = (numbers, heritage, filing)
    keys = tasks.map(\.id)
    positions = Dictionary(
      zip(numbers, numbers.indices), uniquingKeysWith: { first, _ in first })
    numberByKey = Dictionary(zip(keys, numbers), uniquingKeysWith: { first, _ in first })
    regions = Dictionary(
      documents.map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a task in the file, also of one that stands in others now.
  func number(of task: ReformTask.ID) -> Int64? { numberByKey[task] ?? heritage.retired[task] }

  /// Positions of the tasks for which entries on a row count.
  func positions(of row: Int64) -> [Int] {
    positions[row].map { [$0] } ?? heritage.positions[row] ?? []
  }

  func heir(of task: ReformTask.ID) -> Heritage.Heir? {
    guard !heritage.heirs.isEmpty, let number = number(of: task) else { return nil }
    return positions[number].flatMap { heritage.heirs[$0] }
  }

  /// Counts the lines of the task at a position, each in its city.
  static func tallies(
    of position: Int, _ lines: [Line: Status], city: (Division.Code) throws -> Division.Code
  ) rethrows -> [Tally] {
    var counts: [Tally: Int] = [:]
    for (line, status) in lines {
      let tally = Tally(
        task: position, city: try city(line.place), period: line.period, status: status, count: 0)
      counts[tally, default: 0] += 1
    }
    return counts.map { tally, count in
      var tally = tally
      tally.count = count
      return tally
    }
  }
}
