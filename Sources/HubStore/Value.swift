/// A value of a statement, in PostgreSQL's binary form.
enum Value {
  case none
  case text(String)
  case number(Int)
  case numbers([Int64])
  case texts([String])
  case blob([UInt8])
  case blobs([[UInt8]])

  /// The number of its type in PostgreSQL's catalogue.
  var type: UInt32 {
    switch self {
    case .none, .text: 25
    case .number: 20
    case .numbers: 1_016
    case .texts: 1_009
    case .blob: 17
    case .blobs: 1_001
    }
  }

  /// Its bytes; nil for NULL.
  var bytes: [UInt8]? {
    switch self {
    case .none: nil
    case .text(let text): Array(text.utf8)
    case .number(let number): Self.big(Int64(number))
    case .blob(let blob): blob
    case .numbers(let numbers):
      Self.array(of: 20, numbers, bytes: 8) { $0 += Self.big($1) }
    case .texts(let texts):
      Self.array(of: 25, texts, bytes: 64) { $0 += $1.utf8 }
    case .blobs(let blobs): Self.array(of: 17, blobs, bytes: 32) { $0 += $1 }
    }
  }

  private static func array<Element>(
    of type: Int32, _ elements: [Element], bytes: Int,
    _ write: (inout [UInt8], Element) -> Void
  ) -> [UInt8] {
    var room: [UInt8] = []
    room.reserveCapacity(20 + elements.count * (bytes + 4))
    // Dimensions, no NULL, the type of the elements, how many, and the number of the first.
    for part in [elements.isEmpty ? 0 : 1, 0, type] { room += big(part) }
    guard !elements.isEmpty else { return room }
    room += big(Int32(elements.count)) + big(Int32(1))
    for element in elements {
      let place = room.count
      room += [0, 0, 0, 0]
      write(&room, element)
      let length = UInt32(room.count - place - 4)
      for index in 0..<4 {
        room[place + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index))
      }
    }
    return room
  }

  private static func big(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
