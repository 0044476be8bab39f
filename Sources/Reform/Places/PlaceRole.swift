/// What a clause names a place for (试点、示范、率先、点名).
public struct PlaceRole: Hashable, Sendable {
  public var task: ReformTask
  public var document: Document?
  public var role: NamedPlace.Role
  /// Where the clause stands, as printed.
  public var clausePlace: Phrase

  /// What for, in our own words.
  public var purpose: Phrase { task.title }
  public var source: ClauseReference {
    ClauseReference(task.document, task.clause, place: clausePlace)
  }
}

/// A task that a place answers for, and how it comes to bind the place.
public struct PlaceDuty: Hashable, Sendable {
  public enum Tie: String, Codable, Sendable, CaseIterable {
    /// The clause binds every place of this level.
    case own
    /// The clause names the place.
    case named
    /// It binds the city that the county lies in.
    case city
    /// It binds the province as a whole.
    case province
    /// It binds the whole country as one, or a province by what the country set.
    case nation
  }

  public var task: ReformTask
  public var tie: Tie
  /// The place that has the standing: the place itself, its city or its province.
  public var holder: Division.Code
}

extension Catalogue {
  /// What clauses name a place for, documents in the order of their days.
  public func roles(of place: Division.Code) -> [PlaceRole] {
    tasks.flatMap { task in
      task.places.filter { $0.code == place }.map { named in
        PlaceRole(
          task: task, document: document(task.document), role: named.role,
          clausePlace: clause(of: task)?.place ?? Phrase(task.clause, task.clause))
      }
    }
  }

  /// The tasks that bind a place on a day: its own, those that name it, then those of the city and
  /// the province it lies in; in catalogue order.
  public func duties(of place: Division.Code, on day: Day) -> [PlaceDuty] {
    let line = [divisions.city(of: place), divisions.ground(of: place), province].filter {
      $0 != place
    }
    let national = Set(documents.lazy.filter(isOfTheState).map(\.id))
    return tasks.compactMap { task in
      guard isIssued(task, by: day) else { return nil }
      let fan = fanOut(of: task)
      if fan.contains(place) {
        let isNamed = task.level == .named && task.places.contains { $0.code == place }
        return PlaceDuty(task: task, tie: isNamed ? .named : .own, holder: place)
      }
      guard divisions.isWithin(place, region(of: task)),
        let holder = line.first(where: fan.contains)
      else { return nil }
      return PlaceDuty(
        task: task, tie: tie(national.contains(task.document), to: holder), holder: holder)
    }
  }

  /// Whether the country has set what a document says: it binds all of it, or an organ of the state has
  /// issued it, which in the ledger of a province binds that.
  public func isOfTheState(_ document: Document) -> Bool {
    guard document.region != Divisions.country else { return true }
    let (issuer, whole) = (document.issuer, divisions[province])
    let organs = departments.lazy.filter { $0.kind == "state" }.flatMap { [$0.name] + $0.forms }
    // The branch of an organ in a province bears the name of that too (国家税务总局浙江省税务局).
    return (["中共中央"] + organs).contains { organ in
      issuer.hasPrefix(organ)
        && !(whole.map { issuer.dropFirst(organ.count).hasPrefix($0.short) } ?? false)
    }
  }

  private func tie(_ isNational: Bool, to holder: Division.Code) -> PlaceDuty.Tie {
    switch divisions[holder]?.level {
    case .nation: .nation
    case .province: isNational ? .nation : .province
    default: .city
    }
  }
}
