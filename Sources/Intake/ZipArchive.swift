import CZip
import Foundation
import Reform

/// A zip archive in memory, its entries read with a guard on what they unpack to.
struct ZipArchive: ~Copyable {
  private let archive: OpaquePointer
  private let name: String

  static let sizeLimit: UInt64 = 96 << 20
  static let ratioLimit: UInt64 = 400

  init(_ bytes: [UInt8], name: String) throws(Fault) {
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let copy = malloc(max(1, bytes.count)) else { throw Faults.brokenZip(name) }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: source.count) }
    }
    // The archive frees the copy when it is closed.
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &failure) else {
      free(copy)
      throw Faults.brokenZip(name)
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw Faults.brokenZip(name)
    }
    (archive, self.name) = (opened, name)
  }

  deinit { zip_discard(archive) }

  /// Whether the archive holds an entry.
  func has(_ entry: String) -> Bool { zip_name_locate(archive, entry, 0) >= 0 }

  /// The bytes of an entry, nil where there is none.
  func bytes(of entry: String) throws(Fault) -> [UInt8]? {
    let index = zip_name_locate(archive, entry, 0)
    guard index >= 0 else { return nil }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(archive, UInt64(index), 0, &facts) == 0 else {
      throw Faults.brokenZip(name)
    }
    guard facts.encryption_method == UInt16(ZIP_EM_NONE) else { throw Faults.encryptedZip(name) }
    try guardSize(facts.size, packed: facts.comp_size)
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else {
      throw Faults.brokenZip(name)
    }
    defer { zip_fclose(file) }
    return try drain(file, packed: facts.comp_size)
  }

  private func guardSize(_ size: UInt64, packed: UInt64) throws(Fault) {
    guard size <= Self.sizeLimit, size < 1 << 20 || size / max(1, packed) <= Self.ratioLimit
    else { throw Faults.bomb(name) }
  }

  /// Reads to the end; what the directory says of the size is not trusted.
  private func drain(_ file: OpaquePointer, packed: UInt64) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = zip_fread(file, &buffer, UInt64(buffer.count))
      guard count >= 0 else { throw Faults.brokenZip(name) }
      if count == 0 { return bytes }
      bytes += buffer[..<Int(count)]
      try guardSize(UInt64(bytes.count), packed: packed)
    }
  }
}
