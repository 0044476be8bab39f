import Files
import Foundation
import LedgerStore
import Reform

/// How the copies of a ledger are called: by the ledger and the day, so that one is never taken for
/// another.
public struct CopyNames: Sendable {
  /// The folder in which they lie, with a slash at its end.
  public let folder: String
  private let stem: String

  /// Beside the ledger, or in a folder where copies of several ledgers may lie.
  public init(of ledger: String, in folder: String?) {
    let url = URL(fileURLWithPath: HeldFiles.resolved(ledger))
    let (home, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
    guard let folder, HeldFiles.resolved(folder) != home else {
      (self.folder, stem) = (home.hasSuffix("/") ? home : home + "/", name)
      return
    }
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    stem = name + "-" + Digest.hexadecimal(Array(url.path.utf8)).prefix(8)
  }

  /// The copy that is made by itself on a day.
  public func daily(_ day: Day) -> String { folder + stem + Self.mark + day.description }

  /// A name that is not taken, for a copy that somebody asks for; it is never removed by itself.
  public func free(on day: Day) -> String {
    let first = folder + stem + ".copy-" + day.description
    var (path, number) = (first, 2)
    while FileIdentity(at: path) != nil || FileIdentity.isLink(path) {
      (path, number) = ("\(first)-\(number)", number + 1)
    }
    return path
  }

  /// The days of the copies that were made by themselves and are there, the newest first.
  public var days: [Day] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix(stem + Self.mark),
        let day = Day(String(name.dropFirst((stem + Self.mark).count))),
        daily(day) == folder + name, FileIdentity(at: folder + name)?.isOrdinary == true
      else { return nil }
      return day
    }.sorted(by: >)
  }

  /// Removes what programs that were ended in the midst of a copy have left.
  func clearLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(stem + Self.mark) {
      guard let end = name.range(of: Ledger.buildingMark)?.lowerBound else { continue }
      Ledger.clearLeftovers(of: folder + name[..<end])
    }
  }

  private static let mark = ".backup-"
}
