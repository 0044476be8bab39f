import Foundation

extension Array {
  /// Has the room kept for a large array taken in pages of two megabytes where the system has such: to take
  /// sixteen megabytes in small ones is a quarter of the time in which a country's figures are read.
  mutating func takeLargePages() {
    #if os(Linux)
      let (page, bytes) = (Int(getpagesize()), capacity * MemoryLayout<Element>.stride)
      withUnsafeMutableBufferPointer { room in
        guard let start = room.baseAddress else { return }
        let first = (Int(bitPattern: start) + page - 1) / page * page
        let end = (Int(bitPattern: start) + bytes) / page * page
        guard end - first > 4_000_000, let address = UnsafeMutableRawPointer(bitPattern: first)
        else { return }
        madvise(address, end - first, Int32(MADV_HUGEPAGE))
      }
    #endif
  }
}
