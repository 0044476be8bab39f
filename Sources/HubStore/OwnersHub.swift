import Reform

/// A hub as its owner reads it, who is no office: all acts, and nothing is entered.
public final class OwnersHub: Hub {
  private let connection: Connection
  private let about: HubAbout

  /// Throws where each office sees its own: nobody may be given all; and where the hub only reads, so
  /// that what is made could not be kept there.
  public init(_ service: String) throws {
    let keeper = try HubKeeper(service)
    about = try keeper.about()
    try keeper.refuseReadOnly()
    guard about.sight == .open else {
      throw Fault(
        "这个共享库是 sight = own，各单位只看本地区的，不能备现成的台账。",
        "The hub says sight = own: offices see their own places, and no ledger of all is kept for them."
      )
    }
    connection = try Connection(to: service)
  }

  public func greet() throws -> HubGreeting {
    HubGreeting(
      hub: about.id, version: about.version, province: about.province, office: "",
      place: about.province, sight: about.sight, head: try head())
  }

  /// The number of the last act.
  public func head() throws -> Int {
    try faulting {
      try connection.run("SELECT (yigai.greet() ->> 'head')::bigint").number(0, 0) ?? 0
    }
  }

  public func acts(after seq: Int, limit: Int) throws -> [HubAct] {
    try faulting {
      let rows = try connection.run(
        PostgresHub.within(
          """
          SELECT seq, origin, number, base, held, touched, hash, body, office, received, false AS cut
          FROM yigai.act WHERE province = $1 AND seq > $2 ORDER BY seq LIMIT $4
          """),
        [.number(Int(about.province) ?? 0), .number(seq), .number(32 << 20), .number(limit)])
      var names = Names()
      return (0..<rows.count).map { PostgresHub.act(rows, $0, &names) }
    }
  }

  public func last(of origin: ActName.Origin) throws -> (number: Int, hash: [UInt8])? { nil }
  public func hash(of act: ActName) throws -> [UInt8]? { nil }
  public func counts() throws -> [Division.Code: Int] { [:] }

  public func push(_ acts: [SharedAct], for carried: CarriedOffice?) throws -> HubAnswer {
    throw Fault("这里不能登记。", "Nothing is entered here.")
  }
}
