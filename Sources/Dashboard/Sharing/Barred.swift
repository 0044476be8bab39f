import Reform

extension LedgerState {
  /// What is said where a shared ledger enters for another part of the tree than some places; nil where
  /// it enters for all of them.
  func barred(_ places: some Sequence<Division.Code>, _ model: Model) -> [Dashboard.Request]? {
    sharing?.membership.refusal(of: places, in: model.catalogue.divisions)
      .map { [.say($0, model.language, .bad)] }
  }

  /// What is said of a meeting that another office holds, which is not one below our own; nil for others.
  func barred(_ meeting: Meeting, _ model: Model) -> [Dashboard.Request]? {
    guard let office = model.meetings?.others[meeting.id], let own = sharing?.membership.place,
      Meeting.office(of: meeting.id).map({ model.catalogue.divisions.isWithin($0, own) }) != true
    else { return nil }
    return [
      .say(
        Phrase("这是\(office)召开的会议，由它登记", "\(office) holds this meeting, and enters for it"),
        model.language, .bad)
    ]
  }
}
