import CExpat
import Reform

/// Walks through XML, handing out its elements and its text; document types are refused.
///
/// Names carry the prefixes that Word uses (`w:p`), whatever the file calls its namespaces, and are
/// the same in its transitional and its strict form (ISO/IEC 29500-1 and -4).
final class XMLStream {
  private var start: (String, [String: String]) -> Void = { _, _ in }
  private var end: (String) -> Void = { _ in }
  private var text: ([UInt8]) -> Void = { _ in }
  private var isUnsafe = false
  private var parser: XML_Parser?
  private var known: [String: String] = [:]

  private static let bar = XML_Char(0x7C)

  private static let prefixes = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "urn:schemas-microsoft-com:office:office": "o:",
  ]

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
    guard let parser = XML_ParserCreateNS(nil, Self.bar) else { return false }
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
      values[prefixed(String(cString: key))] = String(cString: value)
      index += 2
    }
    start(prefixed(String(cString: name)), values)
  }

  private func close(_ name: UnsafePointer<CChar>?) {
    if let name { end(prefixed(String(cString: name))) }
  }

  /// `w:p` of `http://…/main|p`; the bare name where the namespace is another.
  private func prefixed(_ name: String) -> String {
    if let found = known[name] { return found }
    guard let bar = name.lastIndex(of: "|") else { return name }
    let local = name[name.index(after: bar)...]
    let result = (Self.prefixes[String(name[..<bar])] ?? "") + local
    if known.count < 4096 { known[name] = result }
    return result
  }

  private func characters(_ scalars: UnsafePointer<CChar>?, _ count: Int32) {
    guard let scalars else { return }
    text(UnsafeRawBufferPointer(start: scalars, count: Int(count)).map { $0 })
  }
}
