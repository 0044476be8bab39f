import Foundation
import Reform

/// A hub in a PostgreSQL database, as an office speaks to it.
public final class PostgresHub: Hub {
  /// The format of the hub's schema that this program knows.
  public static let version = 1

  let connection: Connection
  /// How many bytes of bodies are taken at once, and sent with one statement; an act that has more
  /// goes alone.
  var room = 32 << 20
  private var carries = ""

  /// Connects by the name of a service, or by a connection string or URI.
  public init(_ service: String) throws {
    connection = try Connection(to: service)
    // The second is for pushes of many acts, which else go through files on the server's disk.
    try faulting {
      try connection.run(script: "SET lock_timeout = '30s'; SET work_mem = '64MB'")
    }
  }

  public func greet() throws -> HubGreeting {
    let said: Greeting = try faulting {
      let text = try connection.run("SELECT yigai.greet()::text").text(0, 0)
      guard let text else { throw Self.noHub }
      return try JSONDecoder().decode(Greeting.self, from: Data(text.utf8))
    }
    guard said.version == Self.version else { throw Self.otherVersion(said.version) }
    guard let office = said.office, let place = said.place else {
      throw Fault(
        "登录的角色不属于任何单位；请共享库的管理员用 yigai hub office 接纳。",
        "The role that logged in is no office of this hub; its administrator admits it with yigai "
          + "hub office.")
    }
    if let until = said.until {
      let day = until.prefix(10)
      throw Fault(
        "“\(office)”已在 \(day) 退出这个共享库，不能再收发；本机台账照常可用，登记过的都在。",
        "“\(office)” was taken out of this hub on \(day) and can neither send nor read. The ledger "
          + "here works as before; what it sent stays.")
    }
    return HubGreeting(
      hub: said.hub, version: said.version, province: "\(said.province)", office: office,
      place: "\(place)", sight: HubGreeting.Sight(rawValue: said.sight) ?? .own, head: said.head)
  }

  public func last(of origin: ActName.Origin) throws -> (number: Int, hash: [UInt8])? {
    try faulting {
      let rows = try connection.run("SELECT number, hash FROM yigai.last($1)", [.text(origin)])
      guard rows.count > 0, let number = rows.number(0, 0), let hash = rows.bytes(0, 1) else {
        return nil
      }
      return (number, Array(hash))
    }
  }

  public func hash(of act: ActName) throws -> [UInt8]? {
    try faulting {
      let rows = try connection.run(
        "SELECT yigai.hash($1, $2::int)", [.text(act.origin), .number(act.number)])
      return rows.bytes(0, 0).map { Array($0) }
    }
  }

  public func counts() throws -> [Division.Code: Int] {
    try faulting {
      let rows = try connection.run("SELECT place, acts FROM yigai.counts")
      return Dictionary(
        uniqueKeysWithValues: (0..<rows.count).map {
          ("\(rows.number($0, 0) ?? 0)", rows.number($0, 1) ?? 0)
        })
    }
  }

  public func acts(after seq: Int, limit: Int) throws -> [HubAct] {
    try faulting {
      var (acts, names, bytes) = ([HubAct](), Names(), 0)
      var asked = min(limit, Self.most)
      try connection.send(reading(after: seq, asked))
      while true {
        let rows = try connection.receive()
        bytes += (0..<rows.count).reduce(0) { $0 + (rows.bytes($1, 7)?.count ?? 0) }
        // The server looks for the next ones while these are read.
        let isEnd = rows.count < asked || acts.count + rows.count >= limit || bytes >= room
        if !isEnd, let last = rows.number(rows.count - 1, 0) {
          asked = min(limit - acts.count - rows.count, Self.most)
          try connection.send(reading(after: last, asked))
        }
        for row in 0..<rows.count { acts.append(Self.act(rows, row, &names)) }
        if isEnd { return acts }
      }
    }
  }

  /// How many acts travel with one statement.
  private static let most = 2_500

  private func reading(after seq: Int, _ limit: Int) -> Statement {
    Statement(
      Self.within(
        """
        SELECT seq, origin, number, base, held, touched, hash, body, office, received, cut
        FROM yigai.acts_after($1, $2::int)
        """), [.number(seq), .number(limit), .number(room)])
  }

  /// The rows of a reading of acts, up to the one with which their bodies have as many bytes as $3.
  static func within(_ reading: String) -> String {
    """
    SELECT seq, origin, number, base, held, touched, hash, body, office, received, cut FROM (
      SELECT *, sum(octet_length(body)) OVER (ROWS UNBOUNDED PRECEDING) AS bytes FROM (\(reading)) acts
    ) acts WHERE bytes - octet_length(body) < $3
    """
  }

  static func act(_ rows: Rows, _ row: Int, _ names: inout Names) -> HubAct {
    let act = SharedAct(
      ActName(names.text(rows, row, 1), rows.number(row, 2) ?? 0), base: rows.number(row, 3) ?? 0,
      held: rows.numbers(row, 4), touched: rows.numbers(row, 5),
      hash: rows.bytes(row, 6).map { Array($0) } ?? [], body: rows.text(row, 7) ?? "")
    return HubAct(
      seq: rows.number(row, 0) ?? 0, act, office: names.text(rows, row, 8),
      received: rows.time(row, 9) ?? "", isCut: rows.isTrue(row, 10))
  }

  public func push(_ acts: [SharedAct], for carried: CarriedOffice?) throws -> HubAnswer {
    guard !acts.isEmpty else { return .taken }
    try carry(for: carried)
    do {
      let runs = self.runs(acts)
      if runs.count == 1 {
        try connection.send(Self.inserting(runs[0]))
        _ = try connection.receive()
      } else {
        try connection.together { try insert(runs) }
      }
      return .taken
    } catch let error as ServerError {
      return try answer(to: acts, error)
    }
  }

  /// Says to the hub by whose rights the next acts are entered.
  private func carry(for office: CarriedOffice?) throws {
    let word = office.map { "\($0.place) \($0.name)" } ?? ""
    guard word != carries else { return }
    try faulting {
      _ = try connection.run("SELECT set_config('yigai.carries', $1, false)", [.text(word)])
    }
    carries = word
  }

  /// Acts of one origin that follow on each other, not too many and not too large: the hub takes these
  /// by a statement each.
  private func runs(_ acts: [SharedAct]) -> [ArraySlice<SharedAct>] {
    var runs: [ArraySlice<SharedAct>] = []
    var (start, bytes) = (acts.startIndex, 0)
    for index in acts.indices {
      let size = acts[index].body.utf8.count
      if index > start,
        acts[index].name.origin != acts[start].name.origin || index - start == Self.most
          || bytes + size > room
      {
        runs.append(acts[start..<index])
        (start, bytes) = (index, 0)
      }
      bytes += size
    }
    return runs + [acts[start...]]
  }

  /// Sends one after another; the next is made ready while the server has the one before.
  private func insert(_ runs: [ArraySlice<SharedAct>]) throws {
    var next = runs.first.map(Self.inserting)
    for index in runs.indices {
      if let next { try connection.send(next) }
      next = index + 1 < runs.count ? Self.inserting(runs[index + 1]) : nil
      _ = try connection.receive()
    }
  }

  private static func inserting(_ acts: ArraySlice<SharedAct>) -> Statement {
    func array(_ numbers: [Int64]) -> String {
      "{" + numbers.map(String.init).joined(separator: ",") + "}"
    }
    return Statement(
      """
      INSERT INTO yigai.act (origin, number, office, base, held, touched, hash, body)
      SELECT $1, number, (SELECT yigai.my_office()), base, held::bigint[], touched::bigint[], hash,
        body
      FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::bytea[], $7::text[])
        AS act (number, base, held, touched, hash, body)
      """,
      [
        .text(acts.first?.name.origin ?? ""), .numbers(acts.map { Int64($0.name.number) }),
        .numbers(acts.map { Int64($0.base) }), .texts(acts.map { array($0.held) }),
        .texts(acts.map { array($0.touched) }), .blobs(acts.map(\.hash)), .texts(acts.map(\.body)),
      ])
  }

  private func answer(to acts: [SharedAct], _ error: ServerError) throws -> HubAnswer {
    switch error.code {
    case "YG001": if let name = error.act { return .moved(name) }
    case "YG002":
      if let name = error.act {
        return error.hint == "origin" ? .foreign(name) : .refused(name, Refusal.words(error.hint))
      }
    case "42501":
      // Row security does not say which act it was.
      _ = try greet()
      if let place = try firstOutside(acts) {
        return .refused(acts[place].name, Refusal.words("place"))
      }
    case "23505":
      if let origin = acts.first?.name.origin, let last = try last(of: origin),
        let name = acts.map(\.name).first(where: { $0.origin == origin && $0.number <= last.number }
        )
      {
        return .refused(name, Refusal.words("number"))
      }
    default: break
    }
    throw error.fault
  }

  private func firstOutside(_ acts: [SharedAct]) throws -> Int? {
    try faulting {
      let rows = try connection.run(
        "SELECT yigai.first_outside($1)", [.texts(acts.map(\.body))])
      return rows.number(0, 0).map { $0 - 1 }
    }
  }

  private static let noHub = Fault(
    "这个数据库还不是共享库；先用 yigai hub init 建立。",
    "This database is no hub; make one with yigai hub init.")

  static func otherVersion(_ version: Int) -> Fault {
    version > Self.version
      ? Fault(
        "这个共享库的格式（\(version)）比本程序新；请升级 yigai。本机台账照常可用。",
        "This hub has a newer format (\(version)) than this program knows; upgrade yigai. The ledger "
          + "here works as before.")
      : Fault(
        "这个共享库的格式（\(version)）比本程序旧；请管理员升级共享库。本机台账照常可用。",
        "This hub has an older format (\(version)) than this program; its administrator should "
          + "upgrade it. The ledger here works as before.")
  }
}

/// What the hub answers to a greeting.
struct Greeting: Decodable {
  var hub: String
  var version: Int
  var province: Int
  var sight: String
  var office: String?
  var place: Int?
  var until: String?
  var head: Int
}

/// Names that come again and again are made once.
struct Names {
  private var known: [Int: String] = [:]

  mutating func text(_ rows: Rows, _ row: Int, _ column: Int) -> String {
    guard let bytes = rows.bytes(row, column) else { return "" }
    if let last = known[column], last.utf8.elementsEqual(bytes) { return last }
    let text = String(decoding: bytes, as: UTF8.self)
    known[column] = text
    return text
  }
}

/// Makes a sentence of whatever the server has refused.
func faulting<Result>(_ work: () throws -> Result) throws -> Result {
  do { return try work() } catch let error as ServerError { throw error.fault }
}
