import Bundle
import Files
import Foundation
import Reform

/// The tables of supervision that an office may keep beside its configuration.
public struct SlipRuleFiles: Sendable {
  /// `day,kind,holiday`, in place of `Resources/holidays-cn.csv`.
  public let holidays: String
  /// In place of `Resources/slip-rules.csv`.
  public let rules: String

  /// Looks for them in a folder.
  public init(folder: String) {
    (holidays, rules) = (folder + "/holidays.csv", folder + "/slip-rules.csv")
  }

  /// The rules by the office's tables where it has them, else by the bundled ones.
  ///
  /// Throws a sentence that names every line that is wrong: nothing is counted by half a table.
  public func read() throws(Fault) -> SlipRules {
    try BundledCatalogue.slipRules(holidays: own(holidays), rules: own(rules))
  }

  private func own(_ path: String) throws(Fault) -> (bytes: [UInt8], file: String)? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let bytes = UserFile.contents(of: path, limit: 1 << 20) else {
      throw FileTrouble.unread(path, errno)
    }
    guard bytes.count <= 1 << 20 else {
      throw Fault("\(path) 超过 1 MB，不是这张表。", "\(path) is above 1 MB and not this table.")
    }
    return (bytes, path)
  }
}
