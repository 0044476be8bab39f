import Bundle
import Files
import Reform

/// Acts to be pushed, as a ledger would name and seal them.
enum SentActs {
  /// Acts of a ledger as they are entered most: marks with a note, one in ten for several places.
  static func make(_ count: Int, origin: String) throws -> [SharedAct] {
    let lines = try Self.lines()
    var last: [UInt8] = []
    return (1...count).map { number in
      let places = number.isMultiple(of: 10) ? 3 : 1
      let rows = (0..<places).map { index in
        let line = lines[(number * 7 + index) % lines.count]
        return #"{"day":20260301,"evidence":"长政办发〔2026〕\#(number % 90)号","#
          + #""note":"已经印发实施方案，正在推进，第\#(number)次","period":"","place":\#(line.place),"#
          + #""status":"underway","task":"\#(line.task)"}"#
      }
      let body =
        #"{"about":"tasks","at":"2026-03-01T08:00:00+0800","day":20260301,"kind":"enter","#
        + #""rows":{"entry":[\#(rows.joined(separator: ","))]},"who":"王小明"}"#
      last = Digest.bytes(last + Array(body.utf8))
      let thing = Int64(number) &* 0x1E37_79B9_7F4A_7C15
      return SharedAct(
        ActName(origin, number), base: 0, held: [thing], touched: [thing], hash: last, body: body)
    }
  }

  /// What Changzhi's counties do.
  private static func lines() throws -> [Line] {
    let catalogue = try BundledCatalogue.whole()
    return catalogue.tasks.filter { !$0.isRecurring }.flatMap { task in
      catalogue.fanOut(of: task).filter { $0.hasPrefix("1404") }.map { Line(task.id, in: $0) }
    }
  }
}
