import CExpat
import Reform

/// Takes XML piece by piece and hands out its elements; for large files.
///
/// Names come without their prefix, attributes are only read when asked for.
final class XMLFeed {
  /// The attributes of the element at hand.
  struct Attributes {
    fileprivate let values: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The bytes of an attribute, whatever its prefix; nil where there is none.
    func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
      var index = 0
      while let values, let key = values[index], let value = values[index + 1] {
        if XMLFeed.isNamed(XMLFeed.local(key), name) { return value }
        index += 2
      }
      return nil
    }

    subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

    func number(_ name: StaticString) -> Int? { bytes(name).flatMap { XMLFeed.number($0) } }

    /// `1` or `true`.
    func isSet(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(self[name] ?? "") }
  }

  private let name: String
  private let start: (String, Attributes) -> Void
  private let end: (String) -> Void
  private let text: (UnsafeRawBufferPointer) -> Void
  private let parser: XML_Parser?
  private var isUnsafe = false
  private var isStopped = false

  init(
    name: String, start: @escaping (String, Attributes) -> Void,
    end: @escaping (String) -> Void, text: @escaping (UnsafeRawBufferPointer) -> Void
  ) {
    (self.name, self.start, self.end, self.text) = (name, start, end, text)
    parser = XML_ParserCreate(nil)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, values in
        guard let feed = XMLFeed.of(data), let name else { return }
        feed.start(String(cString: XMLFeed.local(name)), Attributes(values: values))
      },
      { data, name in
        guard let feed = XMLFeed.of(data), let name else { return }
        feed.end(String(cString: XMLFeed.local(name)))
      })
    XML_SetCharacterDataHandler(parser) { data, scalars, count in
      guard let feed = XMLFeed.of(data), let scalars else { return }
      feed.text(UnsafeRawBufferPointer(start: scalars, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLFeed.of(data)?.refuse() }
  }

  deinit { XML_ParserFree(parser) }

  /// Takes the next piece; faults where it is not well-formed or declares a document type.
  func take(_ chunk: ArraySlice<UInt8>, isLast: Bool = false) throws(Fault) {
    guard !isStopped else { return }
    let status = chunk.withUnsafeBytes { raw in
      XML_Parse(
        parser, raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count), isLast ? 1 : 0)
    }
    if isUnsafe { throw WorkbookFaults.unsafe(name) }
    guard status == XML_STATUS_OK || isStopped else { throw WorkbookFaults.broken(name) }
  }

  /// Says that nothing more comes; faults where something is missing.
  func finish() throws(Fault) { try take([], isLast: true) }

  /// Reads no further; what follows is not looked at.
  func stop() {
    isStopped = true
    XML_StopParser(parser, 0)
  }

  private func refuse() {
    isUnsafe = true
    XML_StopParser(parser, 0)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLFeed? {
    data.map { Unmanaged<XMLFeed>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A name without its prefix.
  private static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    var (start, next) = (name, name)
    while next.pointee != 0 {
      if next.pointee == 0x3A { start = next + 1 }
      next += 1
    }
    return start
  }

  private static func isNamed(_ bytes: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let wanted = name.utf8Start
    for index in 0..<name.utf8CodeUnitCount
    where UInt8(bitPattern: bytes[index]) != wanted[index] { return false }
    return bytes[name.utf8CodeUnitCount] == 0
  }

  private static func number(_ bytes: UnsafePointer<CChar>) -> Int? {
    var (value, next) = (0, bytes)
    while next.pointee >= 0x30, next.pointee <= 0x39, value < 1 << 40 {
      value = value * 10 + Int(next.pointee - 0x30)
      next += 1
    }
    return next == bytes || next.pointee != 0 ? nil : value
  }
}
