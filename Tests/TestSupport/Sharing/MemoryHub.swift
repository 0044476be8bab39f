import Files
import Foundation
import Reform

/// A hub in memory: the same rules as the database's, and failures on purpose.
public final class MemoryHub {
  /// Which question breaks off, counted from here; nil for none.
  public var breaksAfter: Int?
  public var isDoneWhereItBreaks = false
  /// What offices see of each other.
  public var sight = HubGreeting.Sight.open
  public private(set) var acts: [HubAct] = []
  private var slots: [Int64: [(seq: Int, origin: ActName.Origin)]] = [:]
  let id = String(repeating: "0", count: 32)

  /// The hub's clock, which goes on when the rest is set back.
  private var clock = 0

  public init() {}

  public struct Broken: Error {}

  /// The hub as one office sees it.
  public func door(of office: String, _ place: Division.Code) -> Door {
    Door(hub: self, office: office, place: place)
  }

  /// Forgets all but the first acts, as a hub does that is restored from an older copy.
  public func restore(to count: Int) {
    acts = Array(acts.prefix(max(0, count)))
    slots = [:]
    for act in acts { touch(act) }
  }

  private func touch(_ hub: HubAct) {
    for slot in hub.act.touched { slots[slot, default: []].append((hub.seq, hub.act.name.origin)) }
  }

  public struct Door: Hub {
    let hub: MemoryHub
    let office: String
    let place: Division.Code

    private func answer<T>(_ work: () throws -> T) throws -> T {
      if let left = hub.breaksAfter {
        if left == 0 {
          hub.breaksAfter = nil
          if hub.isDoneWhereItBreaks { _ = try work() }
          throw Broken()
        }
        hub.breaksAfter = left - 1
      }
      return try work()
    }

    public func greet() throws -> HubGreeting {
      try answer {
        HubGreeting(
          hub: hub.id, version: 1, province: "140000", office: office, place: place,
          sight: hub.sight,
          head: hub.acts.last?.seq ?? 0)
      }
    }

    public func last(of origin: ActName.Origin) throws -> (number: Int, hash: [UInt8])? {
      try answer {
        hub.acts.last { $0.act.name.origin == origin }.map { ($0.act.name.number, $0.act.hash) }
      }
    }

    public func hash(of act: ActName) throws -> [UInt8]? {
      try answer { hub.acts.first { $0.act.name == act }?.act.hash }
    }

    public func counts() throws -> [Division.Code: Int] { [:] }

    public func acts(after seq: Int, limit: Int) throws -> [HubAct] {
      try answer {
        let acts = hub.acts.filter { $0.seq > seq }
        guard hub.sight == .own else { return Array(acts.prefix(limit)) }
        return Array(try acts.compactMap { try OwnSight(place: place).part(of: $0) }.prefix(limit))
      }
    }

    public func push(_ acts: [SharedAct], for carried: CarriedOffice?) throws -> HubAnswer {
      try answer {
        for act in acts {
          for slot in act.held {
            let isTouched = (hub.slots[slot] ?? []).contains {
              $0.seq > act.base && $0.origin != act.name.origin
            }
            if isTouched { return .moved(act.name) }
          }
        }
        for act in acts { try hub.take(act, office) }
        return .taken
      }
    }
  }

  private func take(_ act: SharedAct, _ office: String) throws {
    let last = acts.last { $0.act.name.origin == act.name.origin }?.act
    guard act.name.number == (last?.name.number ?? 0) + 1,
      act.hash == Digest.bytes((last?.hash ?? []) + Array(act.body.utf8))
    else { throw Fault("断链", "broken chain") }
    // Gaps, as a sequence has them.
    let seq = (acts.last?.seq ?? 0) + 1 + act.name.number % 2
    guard act.base < seq else { throw Fault("没见过", "it has seen what is not there") }
    clock += 1
    let hub = HubAct(seq: seq, act, office: office, received: "2020-03-02 \(clock)")
    acts.append(hub)
    touch(hub)
  }
}

/// What an office sees where each sees its own.
private struct OwnSight {
  let place: Division.Code

  /// An act as it is shown; nil where it is not.
  func part(of hub: HubAct) throws -> HubAct? {
    let read = try JSONSerialization.jsonObject(with: Data(hub.act.body.utf8))
    guard var body = read as? [String: Any], let rows = body["rows"] as? [String: [[String: Any]]]
    else { return hub }
    let places = rows.values.joined().flatMap(self.places)
    if places.allSatisfy(sees) { return hub }
    guard places.contains(where: sees) else { return nil }
    body["rows"] = rows.mapValues { $0.filter { self.places($0).allSatisfy(sees) } }
    var part = hub
    part.isCut = true
    part.act.body = String(
      decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    return part
  }

  private func places(_ row: [String: Any]) -> [Int] {
    ["place", "region"].compactMap { row[$0] as? Int }
  }

  private func sees(_ code: Int) -> Bool {
    let own = Int(place) ?? 0
    return isWithin(code, own) || isWithin(own, code)
  }

  private func isWithin(_ code: Int, _ whole: Int) -> Bool {
    let size = whole.isMultiple(of: 10_000) ? 10_000 : whole.isMultiple(of: 100) ? 100 : 1
    return code / size == whole / size
  }
}
