import CZip
import Foundation
import Reform

/// A zip archive in memory, its entries read with a guard on what they unpack to.
struct ZipArchive: ~Copyable {
  private let archive: OpaquePointer
  private let name: String
  private let paper: Paper
  /// Entries by their names made alike: with slashes, in small letters.
  private let entries: [String: UInt64]
  /// What has been unpacked of it so far.
  private let poured: Poured

  private final class Poured {
    var bytes: UInt64 = 0
    let limit: UInt64

    init(of packed: Int) { limit = Limits.unpacked(packed) }
  }

  static let sizeLimit: UInt64 = 96 << 20
  static let ratioLimit: UInt64 = 400

  init(_ bytes: [UInt8], name: String, as paper: Paper = .document) throws(Fault) {
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let copy = malloc(max(1, bytes.count)) else { throw paper.broken(name) }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: source.count) }
    }
    // The archive frees the copy when it is closed.
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &failure) else {
      free(copy)
      throw paper.broken(name)
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw paper.broken(name)
    }
    (archive, self.name, self.paper) = (opened, name, paper)
    entries = Self.entries(of: opened)
    poured = Poured(of: bytes.count)
  }

  /// Names as some programs write them: backslashes for slashes, GBK for UTF-8.
  private static func entries(of archive: OpaquePointer) -> [String: UInt64] {
    let count = min(max(0, zip_get_num_entries(archive, 0)), 65_536)
    var entries: [String: UInt64] = [:]
    for index in 0..<UInt64(count) {
      guard let raw = zip_get_name(archive, index, UInt32(ZIP_FL_ENC_RAW)) else { continue }
      let bytes = Array(UnsafeBufferPointer(start: raw, count: strlen(raw))).map {
        UInt8(bitPattern: $0)
      }
      let written =
        String(validating: bytes, as: UTF8.self)
        ?? (try? TextDecoder.decode(bytes, name: "")).map { text($0.scalars) }
      guard let key = written.map(key(of:)) else { continue }
      if entries[key] == nil { entries[key] = index }
    }
    return entries
  }

  private static func key(of entry: String) -> String {
    var key = entry.lowercased().replacingOccurrences(of: "\\", with: "/")
    while key.hasPrefix("/") || key.hasPrefix("./") { key.removeFirst(key.hasPrefix("/") ? 1 : 2) }
    return key
  }

  private func index(of entry: String) -> UInt64? {
    entries[Self.key(of: entry)]
      ?? entry.removingPercentEncoding.flatMap { entries[Self.key(of: $0)] }
  }

  deinit { zip_discard(archive) }

  /// Whether the archive holds an entry.
  func has(_ entry: String) -> Bool { index(of: entry) != nil }

  /// The bytes of an entry, nil where there is none.
  func bytes(of entry: String) throws(Fault) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isThere = try pour(entry) { (chunk) throws(Fault) in bytes += chunk }
    return isThere ? bytes : nil
  }

  /// Hands out an entry piece by piece, so that it is never in memory as a whole; false where
  /// there is none.
  func pour(
    _ entry: String, limit: UInt64 = sizeLimit,
    _ take: (ArraySlice<UInt8>) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    guard let index = index(of: entry) else { return false }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(archive, index, 0, &facts) == 0 else { throw paper.broken(name) }
    guard facts.encryption_method == UInt16(ZIP_EM_NONE) else { throw paper.encrypted(name) }
    try guardSize(facts.size, packed: facts.comp_size, limit)
    guard let file = zip_fopen_index(archive, index, 0) else { throw paper.broken(name) }
    defer { zip_fclose(file) }
    try drain(file, packed: facts.comp_size, limit, take)
    return true
  }

  private func guardSize(_ size: UInt64, packed: UInt64, _ limit: UInt64) throws(Fault) {
    guard size <= limit, size <= poured.limit,
      size < 1 << 20 || size / max(1, packed) <= Self.ratioLimit
    else { throw paper.bomb(name) }
  }

  /// Reads to the end; what the directory says of the size is not trusted.
  private func drain(
    _ file: OpaquePointer, packed: UInt64, _ limit: UInt64,
    _ take: (ArraySlice<UInt8>) throws(Fault) -> Void
  ) throws(Fault) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var total: UInt64 = 0
    while true {
      let count = zip_fread(file, &buffer, UInt64(buffer.count))
      guard count >= 0 else { throw paper.broken(name) }
      if count == 0 { return }
      total += UInt64(count)
      poured.bytes += UInt64(count)
      guard poured.bytes <= poured.limit else { throw paper.bomb(name) }
      try guardSize(total, packed: packed, limit)
      try take(buffer[..<Int(count)])
    }
  }
}
