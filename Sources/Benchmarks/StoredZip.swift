/// A zip archive of one entry, not compressed: the least that a reader of Word files opens.
enum StoredZip {
  static func archive(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let path = Array(name.utf8)
    let (size, sum) = (UInt32(truncatingIfNeeded: content.count), checksum(content))
    let facts = four(sum) + four(size) + four(size) + two(path.count)
    let local = four(0x0403_4B50) + two(20) + two(0) + two(0) + four(0) + facts + two(0) + path
    let entry =
      four(0x0201_4B50) + two(20) + two(20) + two(0) + two(0) + four(0) + facts + two(0) + two(0)
      + two(0) + two(0) + four(0) + four(0) + path
    let start = UInt32(truncatingIfNeeded: local.count + content.count)
    let end =
      four(0x0605_4B50) + two(0) + two(0) + two(1) + two(1)
      + four(UInt32(truncatingIfNeeded: entry.count)) + four(start) + two(0)
    return local + content + entry + end
  }

  private static func two(_ value: Int) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)]
  }

  private static func four(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table: [UInt32] = (0..<256).map { start in
      var value = UInt32(start)
      for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
      return value
    }
    var sum = UInt32.max
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    return ~sum
  }
}
