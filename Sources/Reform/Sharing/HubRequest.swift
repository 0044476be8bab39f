/// What the program that speaks to hubs (`yigai-sync`) is asked to do with one.
public enum HubRequest: Codable, Sendable {
  /// The SQL that makes a hub of a province; no server is asked.
  case schema(province: Division.Code)
  case make(service: String, province: Division.Code)
  case about(service: String)
  /// Admits an office, or says only by which SQL.
  case admit(service: String, name: String, place: Division.Code, role: String, printed: Bool)
  case takeOut(service: String, name: String, printed: Bool)
  case offices(service: String)
  case setSight(service: String, sight: HubGreeting.Sight)
  /// Brings a ledger that belongs to the hub, but to none of its offices, up to its last act, and has
  /// the hub keep it for those that join.
  case keepSnapshot(service: String, ledger: String)
  /// Writes what the hub keeps for them, where a program of this format can open it.
  case fetchSnapshot(service: String, format: Int, file: String)
  /// Asks the hub who we are, as an office.
  case greet(service: String)
  /// Exchanges a ledger with the hub that it belongs to.
  case exchange(ledger: String)
  /// Makes a file of what waits in a ledger.
  case packUp(ledger: String, file: String)
  /// Makes a file of what the hub has after a place in its order, for an office without a line, which
  /// tells it what of its own was not taken.
  case packDown(
    ledger: String, office: String, place: Division.Code, after: Int, left: LeftAct?, file: String)
  /// Takes a file in: one that comes down into the ledger, one that goes up into the ledger's hub.
  case unpack(ledger: String, file: String)
  /// What a file that came down says of hub and office.
  case peek(file: String)
}

/// What became of it.
public enum HubReply: Codable, Sendable {
  case sql(String)
  case about(HubAbout)
  /// Whether the role was made with it, and whether the office had been taken out before.
  case admitted(madeRole: Bool, isBack: Bool)
  case done
  case offices([HubOffice])
  case greeting(HubGreeting)
  case exchanged(ExchangeReport)
  /// As of which act a ledger is kept, and how large it is.
  case kept(seq: Int, bytes: Int)
  /// As of which act the ledger is that was written; nil where there is none.
  case fetched(Int?)
  case packed(count: Int, to: Int)
  /// `from` is where the office of the file had come to, where it goes up.
  case unpacked(UnpackReport, place: Division.Code, from: Int?)
  /// What went wrong, with the code to exit with.
  case fault(Phrase, exitCode: Int32)
}

/// What a hub is, as its administrator sees it.
public struct HubAbout: Hashable, Codable, Sendable {
  /// 32 hexadecimal digits.
  public var id: String
  public var version: Int
  public var province: Division.Code
  public var sight: HubGreeting.Sight
  /// The database and the role that all offices are members of.
  public var database: String
  public var group: String

  public init(
    id: String, version: Int, province: Division.Code, sight: HubGreeting.Sight, database: String,
    group: String
  ) {
    (self.id, self.version, self.province, self.sight) = (id, version, province, sight)
    (self.database, self.group) = (database, group)
  }
}

/// An office that a hub has admitted.
public struct HubOffice: Hashable, Codable, Sendable {
  public var name: String
  public var place: Division.Code
  public var role: String
  /// When it was admitted, taken out, and last sent something (RFC 3339, UTC).
  public var since: String
  public var until: String?
  public var heard: String?
  /// How many acts it has sent.
  public var acts: Int

  public init(
    name: String, place: Division.Code, role: String, since: String, until: String?,
    heard: String?, acts: Int
  ) {
    (self.name, self.place, self.role) = (name, place, role)
    (self.since, self.until, self.heard, self.acts) = (since, until, heard, acts)
  }
}
