/// What was last entered on a task in a place: note, evidence, and anything at all.
public struct LastEntries: Hashable, Sendable {
  public var entry: Entry?
  public var note: String?
  public var evidence: String?

  public init() {}

  /// A task in a place, or in a city with all counties in it.
  public struct Key: Hashable, Sendable {
    public var task: ReformTask.ID
    public var place: Division.Code

    public init(_ task: ReformTask.ID, in place: Division.Code) {
      (self.task, self.place) = (task, place)
    }
  }

  /// The last entries of every task: in each place, in each city and in the province as wholes.
  ///
  /// `entries` are those up to a day. What was taken back by then does not count, nor does what
  /// takes back.
  public static func all(_ entries: [Entry], _ catalogue: Catalogue) -> [Key: LastEntries] {
    let standing = Entry.standing(among: entries).filter { $0.actual == nil }
    var found: [Key: LastEntries] = [:]
    for entry in standing.sorted(by: { ($0.day, $0.id) > ($1.day, $1.id) }) {
      let heirs = catalogue.heirs(of: entry.line.task).map(\.id)
      let tasks = catalogue.task(entry.line.task) == nil ? heirs : [entry.line.task]
      for task in tasks {
        for place in catalogue.divisions.wholes(of: entry.line.place) {
          found[Key(task, in: place), default: LastEntries()].add(entry)
        }
      }
    }
    return found
  }

  /// Takes an entry that is older than those before.
  private mutating func add(_ older: Entry) {
    entry = entry ?? older
    note = note ?? older.note
    evidence = evidence ?? older.evidence
  }
}

extension Entry {
  /// Those that stand by the last of them: without what was taken back, and what takes back.
  public static func standing(among entries: [Entry]) -> [Entry] {
    var answers: [Entry.ID: Entry] = [:]
    for entry in entries {
      guard let answered = entry.answers else { continue }
      if (answers[answered]?.id ?? 0) < entry.id { answers[answered] = entry }
    }
    return entries.filter { $0.kind == .entered && answers[$0.id]?.kind != .undone }
  }
}

extension Divisions {
  /// A place with all that it lies in, itself first.
  fileprivate func wholes(of place: Division.Code) -> [Division.Code] {
    var (wholes, next) = ([place], self[place]?.parent)
    while let code = next, wholes.count < 4 {
      wholes.append(code)
      next = self[code]?.parent
    }
    return wholes
  }
}
