import CResources

/// A file of `Resources` as it is compiled into the program.
public struct Resource: Sendable {
  public let name: String
  /// Lives as long as the program.
  nonisolated(unsafe) public let bytes: UnsafeBufferPointer<UInt8>

  /// All of them, in the order of their names.
  public static func all() -> [Resource] {
    var found: [Resource] = []
    var index = 0
    while let entry = yigai_resource_at(index), let name = entry.pointee.name {
      found.append(
        Resource(
          name: String(cString: name),
          bytes: UnsafeBufferPointer(start: entry.pointee.bytes, count: entry.pointee.size)))
      index += 1
    }
    return found
  }

  /// The file of a name; nil where there is none.
  public static func named(_ name: String) -> Resource? { all().first { $0.name == name } }
}
