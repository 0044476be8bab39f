import Foundation

/// A text that says what a test needed and did not get.
public struct TestFailure: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// Where the files lie that tests read.
public enum Places {
  /// The folder of the package.
  public static let root: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.path
  }()

  public static var walks: String { root + "/Tests/Walks" }
  public static var golden: String { root + "/Tests/Golden" }
  /// Made-up documents of our own, with their answers.
  public static var ownDocuments: String { root + "/Tests/Answers/own" }

  /// Documents and data that are not part of the repository; nil where they are not at hand.
  public static let shared: String? = {
    let path = URL(fileURLWithPath: root).deletingLastPathComponent().path + "/shared"
    guard FileManager.default.fileExists(atPath: path + "/data/regions.csv") else {
      print("skipped: what needs ../shared, which is not there")
      return nil
    }
    return path
  }()

  /// The program as it was built beside the tests.
  public static let program: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: own).deletingLastPathComponent().path + "/yigai"
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : root + "/.build/debug/yigai"
  }()

  /// Whether golden files are written anew (`RECORD=1 swift test`); the run then fails.
  public static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
}

/// A folder of its own for one test, gone when the test is.
public final class Scratch {
  public let path: String

  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("yigai-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    // A test may have left a folder that cannot be written.
    chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A path within.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders it lies in, and gives its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  public func copy(_ source: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source, toPath: url.path)
    return url.path
  }
}

/// The permission bits of a file; nil where there is none.
public func permissions(of path: String) -> Int? {
  let all = try? FileManager.default.attributesOfItem(atPath: path)
  return (all?[.posixPermissions] as? NSNumber)?.intValue
}

/// The text of a file; nil where there is none.
public func contents(of path: String) -> String? {
  FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
}
