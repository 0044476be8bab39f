import Files
import Reform

/// A hub in memory: the same rules as the database's, and failures on purpose.
public final class MemoryHub {
  /// Which question breaks off, counted from here; nil for none.
  public var breaksAfter: Int?
  public var isDoneWhereItBreaks = false
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
          hub: hub.id, version: 1, province: "140000", office: office, place: place, sight: .open,
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
      try answer { Array(hub.acts.filter { $0.seq > seq }.prefix(limit)) }
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
    clock += 1
    let hub = HubAct(seq: seq, act, office: office, received: "2020-03-02 \(clock)")
    acts.append(hub)
    touch(hub)
  }
}
