import CZip
import Foundation
import Reform

/// Packs parts into a ZIP archive in memory.
package enum ZipPacker {
  /// 1980-01-02, the first day that every time zone can write into an archive: the same parts give
  /// the same bytes.
  private static let stamp = time_t(315_619_200)

  /// The archive's bytes; the parts in the order given.
  package static func pack(_ parts: [(name: String, bytes: [UInt8])]) throws(Fault) -> [UInt8] {
    let fault = Fault("不能压缩文件。", "The file cannot be packed.")
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else { throw fault }
    defer { zip_source_free(target) }
    // The archive drops its own hold on the bytes when it is closed.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &failure) else {
      zip_source_free(target)
      throw fault
    }
    for part in parts {
      guard add(part.bytes, named: part.name, to: archive) else {
        zip_discard(archive)
        throw fault
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw fault
    }
    guard let bytes = bytes(of: target) else { throw fault }
    return bytes
  }

  private static func add(_ bytes: [UInt8], named name: String, to archive: OpaquePointer) -> Bool {
    guard let copy = malloc(max(1, bytes.count)) else { return false }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: source.count) }
    }
    guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    return zip_file_set_mtime(archive, UInt64(index), stamp, 0) == 0
  }

  private static func bytes(of source: OpaquePointer) -> [UInt8]? {
    var facts = zip_stat_t()
    guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else { return nil }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.size))
    let read = zip_source_read(source, &bytes, facts.size)
    return read == Int64(facts.size) ? bytes : nil
  }
}
