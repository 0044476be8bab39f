/// Characters that are drawn rather than written, so that they join whatever the font.
enum Shapes {
  typealias Corner = (x: Double, y: Double)

  /// The SVG of a box drawing, a block or a braille pattern; nil for all others.
  static func shape(of scalar: UInt32, at corner: Corner, width: Double) -> String? {
    switch scalar {
    case 0x2571...0x2573: diagonal(scalar, at: corner, width: width)
    case 0x256D...0x2570: arc(scalar, at: corner, width: width)
    case 0x2500...0x257F: box(scalar, at: corner, width: width)
    case 0x2580...0x259F: block(scalar, at: corner, width: width)
    case 0x2800...0x28FF: braille(scalar, at: corner, width: width)
    default: nil
    }
  }

  private static let height = PictureCell.height

  private static func line(_ path: String, weight: Double, dash: String = "") -> String {
    "<path d=\"\(path)\" fill=\"none\" stroke-width=\"\(short(weight))\"\(dash)/>"
  }

  private static func box(_ scalar: UInt32, at corner: Corner, width: Double) -> String {
    let arms = boxArms.withUTF8Buffer { bytes in
      (0..<4).map { Int(bytes[Int(scalar - 0x2500) * 4 + $0]) - 0x30 }
    }
    let (middleX, middleY) = (corner.x + width / 2, corner.y + height / 2)
    let ends = [
      (middleX, corner.y), (corner.x + width, middleY), (middleX, corner.y + height),
      (corner.x, middleY),
    ]
    let dash =
      switch scalar {
      case 0x2504...0x2507: " stroke-dasharray=\"2 1\""
      case 0x2508...0x250B: " stroke-dasharray=\"1.25 1\""
      case 0x254C...0x254F: " stroke-dasharray=\"3 1.5\""
      default: ""
      }
    return arms.enumerated().map { side, weight in
      let isUpright = side % 2 == 0
      // A double arm is two lines, a little apart.
      let shifts = weight == 3 ? [-1.5, 1.5] : weight == 0 ? [] : [0.0]
      return shifts.map { shift in
        let (x, y) = isUpright ? (shift, 0) : (0, shift)
        let start = "M\(short(middleX + x)) \(short(middleY + y))"
        let end = "L\(short(ends[side].0 + x)) \(short(ends[side].1 + y))"
        return line(start + end, weight: weight == 2 ? 2.2 : 1.1, dash: dash)
      }.joined()
    }.joined()
  }

  private static func arc(_ scalar: UInt32, at corner: Corner, width: Double) -> String {
    let (middleX, middleY) = (corner.x + width / 2, corner.y + height / 2)
    let isRight = scalar == 0x256D || scalar == 0x2570
    let isDown = scalar == 0x256D || scalar == 0x256E
    let endX = isRight ? corner.x + width : corner.x
    let endY = isDown ? corner.y + height : corner.y
    let turn = middleY + (isDown ? 1 : -1) * width / 2
    return line(
      "M\(short(endX)) \(short(middleY))Q\(short(middleX)) \(short(middleY)) "
        + "\(short(middleX)) \(short(turn))V\(short(endY))", weight: 1.1)
  }

  private static func diagonal(_ scalar: UInt32, at corner: Corner, width: Double) -> String {
    let (left, right) = (short(corner.x), short(corner.x + width))
    let (top, bottom) = (short(corner.y), short(corner.y + height))
    let rising = "M\(left) \(bottom)L\(right) \(top)"
    let falling = "M\(left) \(top)L\(right) \(bottom)"
    let path = scalar == 0x2571 ? rising : scalar == 0x2572 ? falling : rising + falling
    return line(path, weight: 1.1)
  }

  private static func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    "<rect x=\"\(short(x))\" y=\"\(short(y))\" width=\"\(short(width))\" "
      + "height=\"\(short(height))\" stroke=\"none\"/>"
  }

  private static func block(_ scalar: UInt32, at corner: Corner, width: Double) -> String {
    let (x, y) = corner
    switch scalar {
    case 0x2580: return rect(x, y, width, height / 2)
    case 0x2581...0x2588:
      let part = height * Double(scalar - 0x2580) / 8
      return rect(x, y + height - part, width, part)
    case 0x2589...0x258F: return rect(x, y, width * Double(0x2590 - scalar) / 8, height)
    case 0x2590: return rect(x + width / 2, y, width / 2, height)
    case 0x2591...0x2593:
      let shade = short(Double(scalar - 0x2590) / 4)
      return "<g opacity=\"\(shade)\">\(rect(x, y, width, height))</g>"
    case 0x2594: return rect(x, y, width, height / 8)
    case 0x2595: return rect(x + width * 7 / 8, y, width / 8, height)
    default: return quadrants(scalar, at: corner, width: width)
    }
  }

  private static func quadrants(_ scalar: UInt32, at corner: Corner, width: Double) -> String {
    // Bits: 1 upper left, 2 upper right, 4 lower left, 8 lower right, from U+2596 on.
    let sets = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]
    let set = sets[Int(scalar - 0x2596)]
    return (0..<4).filter { set & (1 << $0) != 0 }.map { bit in
      rect(
        corner.x + Double(bit % 2) * width / 2, corner.y + Double(bit / 2) * height / 2,
        width / 2, height / 2)
    }.joined()
  }

  private static func braille(_ scalar: UInt32, at corner: Corner, width: Double) -> String {
    // Dots 1, 2, 3, 7 stand in the left column, 4, 5, 6, 8 in the right one.
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return (0..<8).filter { scalar & (1 << $0) != 0 }.map { bit in
      let (column, row) = places[Int(bit)]
      let x = short(corner.x + width * (Double(column) * 2 + 1) / 4)
      let y = short(corner.y + height * (Double(row) * 2 + 1) / 8)
      return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"1.4\" stroke=\"none\"/>"
    }.joined()
  }
}
