import Foundation
import Reform

/// Bytes to scalars: UTF-8, UTF-16 with a byte order mark or without, GB 18030.
enum TextDecoder {
  struct Decoded {
    var scalars: Scalars
    /// Offsets of replacement characters put where bytes made no sense.
    var damaged: [Int] = []
  }

  static func decode(_ bytes: [UInt8], name: String) throws(Fault) -> Decoded {
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, name: name, isBig: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, name: name, isBig: true) }
    if let decoded = unmarked(bytes) { return unified(decoded) }
    guard !isBinary(bytes) else { throw Faults.binary(name) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let eight = utf8(bytes, from: start)
    if eight.damaged.isEmpty { return unified(eight) }
    let chinese = gb18030(bytes)
    let best = chinese.damaged.count < eight.damaged.count ? chinese : eight
    guard best.damaged.count * 50 <= best.scalars.count else { throw Faults.encoding(name) }
    return unified(best)
  }

  /// Zero bytes, or many control characters, in the first stretch.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(65_536)
    var odd = 0
    for byte in head {
      if byte == 0 { return true }
      if byte < 0x20, byte != 9, byte != 10, byte != 13, byte != 12 { odd += 1 }
    }
    return odd * 50 > head.count
  }

  static func utf8(_ bytes: [UInt8], from start: Int) -> Decoded {
    var decoded = Decoded(scalars: [])
    decoded.scalars.reserveCapacity(bytes.count / 2)
    var decoder = UTF8()
    var iterator = bytes[start...].makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): decoded.scalars.append(scalar.value)
      case .emptyInput: return decoded
      case .error:
        decoded.damaged.append(decoded.scalars.count)
        decoded.scalars.append(0xFFFD)
      }
    }
  }

  private static func utf16(
    _ bytes: [UInt8], name: String, isBig: Bool
  ) throws(Fault) -> Decoded {
    let decoded = wide(bytes, from: 2, isBig: isBig)
    guard !decoded.scalars.contains(0), decoded.damaged.count * 50 <= decoded.scalars.count
    else { throw Faults.binary(name) }
    return unified(decoded)
  }

  /// UTF-16 without its mark: bytes with zeros that make Chinese text, read one way or the other.
  private static func unmarked(_ bytes: [UInt8]) -> Decoded? {
    guard bytes.count >= 4, bytes.count % 2 == 0, bytes.prefix(65_536).contains(0) else {
      return nil
    }
    for isBig in [false, true] {
      let decoded = wide(bytes, from: 0, isBig: isBig)
      let usual = decoded.scalars.count {
        $0.isHan || ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
          || ($0 >= 0x2000 && $0 < 0x2070) || ($0 >= 0x3000 && $0 < 0x3040)
          || ($0 >= 0xFF00 && $0 < 0xFFF0)
      }
      let hans = decoded.scalars.count(where: \.isHan)
      if decoded.damaged.isEmpty, usual * 100 >= decoded.scalars.count * 98,
        hans * 3 >= decoded.scalars.count
      {
        return decoded
      }
    }
    return nil
  }

  private static func wide(_ bytes: [UInt8], from start: Int, isBig: Bool) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: start, to: bytes.count - 1, by: 2) {
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBig ? one << 8 | two : one | two << 8)
    }
    var decoded = Decoded(scalars: [])
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): decoded.scalars.append(scalar.value)
      case .emptyInput: return decoded
      case .error:
        decoded.damaged.append(decoded.scalars.count)
        decoded.scalars.append(0xFFFD)
      }
    }
  }

  static func gb18030(_ bytes: [UInt8]) -> Decoded {
    var decoded = Decoded(scalars: [])
    guard let converter = iconv_open("UTF-32LE", "GB18030"),
      converter != iconv_t(bitPattern: -1)
    else { return Decoded(scalars: [], damaged: Array(repeating: 0, count: bytes.count)) }
    defer { iconv_close(converter) }
    var source = bytes
    var output = [UInt8](repeating: 0, count: 32_768)
    decoded.scalars.reserveCapacity(bytes.count / 2)
    source.withUnsafeMutableBytes { raw in
      var input = raw.bindMemory(to: CChar.self).baseAddress
      var left = raw.count
      while left > 0 {
        let (status, code) = step(converter, &input, &left, &output, into: &decoded.scalars)
        guard status == .max, code != E2BIG else { continue }
        decoded.damaged.append(decoded.scalars.count)
        decoded.scalars.append(0xFFFD)
        input = input.map { $0 + 1 }
        left -= 1
      }
    }
    return decoded
  }

  private static func step(
    _ converter: iconv_t, _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
    _ output: inout [UInt8], into scalars: inout Scalars
  ) -> (status: Int, code: Int32) {
    let size = output.count
    return output.withUnsafeMutableBytes { buffer in
      var pointer = buffer.bindMemory(to: CChar.self).baseAddress
      var room = size
      let status = iconv(converter, &input, &left, &pointer, &room)
      let code = errno
      for offset in stride(from: 0, to: size - room, by: 4) {
        let value = buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        scalars.append(UInt32(littleEndian: value))
      }
      return (status == -1 ? .max : 0, code)
    }
  }

  /// CR LF and CR made LF, leading mark dropped.
  private static func unified(_ decoded: Decoded) -> Decoded {
    guard decoded.scalars.contains(0x0D) || decoded.scalars.first == 0xFEFF else { return decoded }
    var result = Decoded(scalars: [])
    result.scalars.reserveCapacity(decoded.scalars.count)
    var pending = decoded.damaged[...]
    for (index, scalar) in decoded.scalars.enumerated() {
      if pending.first == index {
        pending.removeFirst()
        result.damaged.append(result.scalars.count)
      }
      if scalar == 0x0D {
        let next = index + 1 < decoded.scalars.count ? decoded.scalars[index + 1] : 0
        if next != Sign.newline { result.scalars.append(Sign.newline) }
      } else if !(index == 0 && scalar == 0xFEFF) {
        result.scalars.append(scalar)
      }
    }
    return result
  }
}
