import CExpat
import Reform

/// Walks through XML, handing out its elements and its text; document types are refused.
final class XMLStream {
  private var start: (String, [String: String]) -> Void = { _, _ in }
  private var end: (String) -> Void = { _ in }
  private var text: ([UInt8]) -> Void = { _ in }
  private var isUnsafe = false
  private var parser: XML_Parser?

  /// Walks through the bytes; false where they are not well-formed.
  static func walk(
    _ bytes: [UInt8], name: String, as paper: Paper = .document,
    start: @escaping (String, [String: String]) -> Void,
    end: @escaping (String) -> Void, text: @escaping ([UInt8]) -> Void
  ) throws(Fault) {
    let stream = XMLStream()
    (stream.start, stream.end, stream.text) = (start, end, text)
    let isWhole = stream.run(bytes)
    if stream.isUnsafe { throw paper.unsafe(name) }
    guard isWhole else { throw paper.broken(name) }
  }

  private func run(_ bytes: [UInt8]) -> Bool {
    guard let parser = XML_ParserCreate(nil) else { return false }
    self.parser = parser
    defer { XML_ParserFree(parser) }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in XMLStream.of(data)?.open(name, attributes) },
      { data, name in XMLStream.of(data)?.close(name) })
    XML_SetCharacterDataHandler(parser) { data, scalars, count in
      XMLStream.of(data)?.characters(scalars, count)
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLStream.of(data)?.refuse() }
    return bytes.withUnsafeBytes { raw in
      let base = raw.bindMemory(to: CChar.self).baseAddress
      return XML_Parse(parser, base, Int32(raw.count), 1) == XML_STATUS_OK
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func refuse() {
    isUnsafe = true
    XML_StopParser(parser, 0)
  }

  private func open(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name else { return }
    var values: [String: String] = [:]
    var index = 0
    while let attributes, let key = attributes[index], let value = attributes[index + 1] {
      values[String(cString: key)] = String(cString: value)
      index += 2
    }
    start(String(cString: name), values)
  }

  private func close(_ name: UnsafePointer<CChar>?) {
    if let name { end(String(cString: name)) }
  }

  private func characters(_ scalars: UnsafePointer<CChar>?, _ count: Int32) {
    guard let scalars else { return }
    text(UnsafeRawBufferPointer(start: scalars, count: Int(count)).map { $0 })
  }
}
