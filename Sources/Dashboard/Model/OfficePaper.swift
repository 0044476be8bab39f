import Reform

/// A paper that a screen shows the matter of and can write.
public enum OfficePaper: Hashable, Sendable {
  case minutes(Meeting.ID)
  case slip(Slip.ID)
  /// The book of the slips of a place.
  case slips(Division.Code)
  /// Since the end of a day, in a place.
  case since(Day, in: Division.Code)
  /// To a place; of the province one to each city in which something is late.
  case reminder(Division.Code)
  case brief(Division.Code)
  case circular(Division.Code)
  /// Of a month or a year, as it stands on the day that is looked at.
  case report(Division.Code, Period)
  /// The ledger of a place as a workbook.
  case ledger(Division.Code)
  case settlement(Division.Code, year: Int)

  /// What the file is, as its ending says.
  var form: String {
    switch self {
    case .ledger, .slips: "XLSX"
    default: "DOCX"
    }
  }

  /// What it is called in the menu.
  func words(_ model: Model) -> Phrase {
    func of(_ code: Division.Code, _ zh: String, _ en: String) -> Phrase {
      guard let place = model.catalogue.divisions[code] else { return Phrase(zh, en) }
      return Phrase("\(place.short)\(zh)", "\(place.english): \(en)")
    }
    switch self {
    case .minutes: return Phrase("会议纪要", "minutes")
    case .slip(let id): return Phrase("督办单 \(id)", "slip \(id)")
    case .slips(let place): return of(place, "督办台账", "Slips")
    case .since(let day, _): return Phrase("\(day) 以来的变化", "what has changed since \(day)")
    case .reminder(let place) where model.catalogue.divisions.grounds.contains(place):
      let parts = model.catalogue.divisions.parting(of: place).all
      return Phrase("\(parts.zh)催报单", "reminders to the \(parts.en)")
    case .reminder(let place): return of(place, "催报单", "reminder")
    case .brief(let place): return of(place, "简况", "brief")
    case .circular(let place): return of(place, "通报", "circular")
    case .report(let place, let period): return of(place, " \(period) 月报", "report of \(period)")
    case .ledger(let place): return of(place, "台账", "Ledger")
    case .settlement(let place, let year):
      return of(place, " \(year) 年结算单", "settlement of \(year)")
    }
  }
}

extension OfficePaper {
  /// The papers on the whole work of the place that is looked at; a county has no circular and no
  /// report.
  static func onTheWork(_ model: Model) -> [OfficePaper] {
    let (place, day) = (model.scope, model.day)
    guard model.catalogue.divisions[place]?.level != .county else { return [.brief(place)] }
    return [.circular(place), .report(place, .month(day.year, day.month)), .brief(place)]
  }
}
