/// The division of an amount by a ratio, so that the parts add up to the whole (按比例分配).
///
/// Every part first gets its whole fen, what is over being cut off. The fen that are left go one
/// by one to the parts that lost most by the cutting (the largest remainder); of equals, to the
/// one that stands first in the ratio. No part is below zero. With two parts, and with 6 : 3 : 1,
/// no part shrinks when the amount grows; tests hold both.
public enum Apportionment {
  /// The words of the rule, for the screen and the printed sheet.
  public static let rule = Phrase(
    "各份先取整到分，余下的分依次给舍去最多的一份；一样多时给列在前面的一份。",
    "Every part is cut to whole fen; the fen left over go to the parts that lost most, of equals to the first."
  )

  /// The parts of an amount; nil for an amount below zero or a ratio without a positive number.
  ///
  /// Numbers of the ratio are 0 or more and no more than a hundred million.
  public static func parts(of whole: Fen, by ratio: [Int64]) -> [Fen]? {
    let sum = ratio.reduce(0, +)
    guard whole >= .zero, sum > 0, ratio.allSatisfy({ (0...100_000_000).contains($0) }) else {
      return nil
    }
    var (parts, remainders): ([Fen], [Int64]) = ([], [])
    for number in ratio {
      let product = whole.count.multipliedFullWidth(by: number)
      let (quotient, remainder) = sum.dividingFullWidth(product)
      parts.append(Fen(quotient))
      remainders.append(remainder)
    }
    let left = Int((whole - parts.sum).count)
    let order = ratio.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for index in order.prefix(left) { parts[index] = parts[index] + Fen(1) }
    return parts
  }
}
