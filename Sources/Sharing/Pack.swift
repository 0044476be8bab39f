import Files
import Foundation
import Reform

/// Acts in a file (数据包), for offices that have no line to their hub: up, what waits in a ledger; down,
/// what the hub has.
///
/// Lines of JSON: a head, the acts, and the SHA-256 of all that is before it. Each act is sealed by
/// the hash of the one before of its origin besides.
public struct Pack: Hashable, Sendable {
  public enum Direction: String, Codable, Sendable {
    /// From an office to the hub.
    case up
    /// From the hub to an office.
    case down
  }

  /// What the file is.
  public struct Head: Hashable, Codable, Sendable {
    public static let format = "yigai-pack"
    public static let version = 1

    public var format = Self.format
    public var version = Self.version
    public var direction: Direction
    public var hub: String
    public var province: Division.Code
    public var office: String
    public var place: Division.Code
    public var sight: HubGreeting.Sight
    /// The place in the hub's order after which it begins, or that the office had come to.
    public var from: Int
    /// The last place in the order that is in it; up, the same as `from`.
    public var to: Int
    public var count: Int
    /// When it was made, by the clock of that machine.
    public var made: String
    /// Of a pack that answers one: what of that was not taken.
    public var left: LeftAct?

    public init(
      _ direction: Direction, hub: String, province: Division.Code, office: String,
      place: Division.Code, sight: HubGreeting.Sight, from: Int, to: Int, count: Int, made: String
    ) {
      (self.direction, self.hub, self.province) = (direction, hub, province)
      (self.office, self.place, self.sight) = (office, place, sight)
      (self.from, self.to, self.count, self.made) = (from, to, count, made)
    }
  }

  public var head: Head
  /// Of a pack that goes up.
  public var sent: [SharedAct] = []
  /// Of one that comes down.
  public var taken: [HubAct] = []

  public init(_ head: Head, sent: [SharedAct] = [], taken: [HubAct] = []) {
    (self.head, self.sent, self.taken) = (head, sent, taken)
  }

  private struct Seal: Codable { var sha256: String }

  /// The bytes of the file.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = Array(try encoder.encode(head))
    for act in sent { bytes += [0x0A] + Array(try encoder.encode(act)) }
    for act in taken { bytes += [0x0A] + Array(try encoder.encode(act)) }
    bytes.append(0x0A)
    return bytes + Array(try encoder.encode(Seal(sha256: Digest.hexadecimal(bytes)))) + [0x0A]
  }

  /// Reads what `bytes` gives; `name` is what the sentences call the file.
  ///
  /// Throws for another file, one of a newer program, one that is cut off, and one that was changed.
  public init(_ bytes: [UInt8], named name: String) throws {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    guard let first = lines.first,
      let mark = try? JSONDecoder().decode(Mark.self, from: Data(first)), mark.format == Head.format
    else {
      throw Fault("\(name) 不是 yigai 的数据包。", "\(name) is no pack of yigai's.")
    }
    guard mark.version <= Head.version else {
      throw Fault(
        "\(name) 由更新的 yigai 打包；请升级程序。",
        "\(name) was packed by a newer yigai: upgrade this one.")
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.count > 1, let last = lines.popLast(),
      let seal = try? JSONDecoder().decode(Seal.self, from: Data(last))
    else { throw Self.cut(name) }
    guard Digest.hexadecimal(Array(bytes[..<last.startIndex])) == seal.sha256 else {
      throw Self.changed(name)
    }
    do {
      head = try JSONDecoder().decode(Head.self, from: Data(first))
      for line in lines.dropFirst() {
        switch head.direction {
        case .up: sent.append(try JSONDecoder().decode(SharedAct.self, from: Data(line)))
        case .down: taken.append(try JSONDecoder().decode(HubAct.self, from: Data(line)))
        }
      }
    } catch { throw Self.changed(name) }
    guard sent.count + taken.count == head.count else { throw Self.cut(name) }
    try expectChained(name)
  }

  private struct Mark: Decodable {
    var format: String
    var version: Int
  }

  /// Throws where acts of one origin do not follow on each other.
  private func expectChained(_ name: String) throws {
    var last: [ActName.Origin: SharedAct] = [:]
    for hub in taken where hub.isCut { last[hub.act.name.origin] = nil }
    for act in sent + taken.filter({ !$0.isCut }).map(\.act) {
      let before = last.updateValue(act, forKey: act.name.origin)
      guard let before, act.name.number == before.name.number + 1 else { continue }
      guard Digest.bytes(before.hash + Array(act.body.utf8)) == act.hash else {
        throw Self.changed(name)
      }
    }
  }

  private static func cut(_ name: String) -> Fault {
    Fault(
      "\(name) 不完整，像是没有拷完；没有收取。请重新拷一份。",
      "\(name) is not whole, as if it had not been copied to its end; nothing was taken in. Copy it again."
    )
  }

  private static func changed(_ name: String) -> Fault {
    Fault(
      "\(name) 的内容与封印不符，可能被改动过；没有收取。请让对方重新打包。",
      "\(name) does not fit its seal and may have been changed; nothing was taken in. Have it packed anew."
    )
  }
}
