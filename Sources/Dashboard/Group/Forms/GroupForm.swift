import Reform

/// What of a medical group is entered through one form.
enum GroupForm: Hashable, Sendable {
  /// Kind, name and lead hospital.
  case card
  /// A member of the group as it stands; nil adds one.
  case member(GroupFact.Slot?)
  /// Posts and staff of an institution, by its name, in a year; nil begins another year.
  case staffing(String, Int?)
  /// The words of a thing on a list.
  case item(ChecklistSet.ID, Int)
  case evidence(ChecklistSet.ID, Int)
  case weights(Int)
  /// All scores of a year and its verdict; nil begins another year.
  case scores(Int?)
  /// Budget, advances and spending of a year; nil begins another year.
  case money(Int?)
  case terms(Int)
  /// Whether the county is one of those selected for payment by head.
  case selection(Int)
  case signing(Int)
  /// A form of another screen, which enters what is written itself.
  case elsewhere
}

/// What a line of a group's report opens to be written: a form, at one of its fields.
struct GroupField: Hashable, Sendable {
  var form: GroupForm
  var key: FormKey?

  init(_ form: GroupForm, at key: FormKey? = nil) { (self.form, self.key) = (form, key) }
}

extension GroupFact {
  /// The slot of a member.
  static func slot(of member: MedicalGroup.Member, in county: Division.Code) -> Slot {
    GroupFact(county, .member(member)).slot
  }
}

extension GroupState {
  /// The number of the newest fact that stands; 0 where there is none.
  var newest: GroupEntry.ID { entries.map(\.id).max() ?? 0 }

  /// The member that stands for a slot; nil where it was dropped.
  func member(_ slot: GroupFact.Slot) -> MedicalGroup.Member? {
    guard case .member(let member, isDropped: false)? = self[slot]?.fact.content else { return nil }
    return member
  }

  /// Where the words of a thing on a list were entered: the county, its city or its province;
  /// nil for what a document prints.
  func origin(
    of set: ChecklistSet.ID, _ number: Int, in county: Division.Code, _ divisions: Divisions
  ) -> Division.Code? {
    var next: Division.Code? = county
    while let place = next {
      if case .item(_, _, _, isDropped: false)? = self[
        GroupFact.Slot(place, .item, key: "\(set)/\(number)")]?.fact.content
      {
        return place
      }
      next = divisions[place]?.parent
    }
    return nil
  }

  /// The evidence of a thing in a county, as entered.
  func evidence(
    of set: ChecklistSet.ID, _ number: Int, in county: Division.Code
  ) -> (done: Day?, text: String)? {
    let slot = GroupFact.Slot(county, .evidence, key: "\(set)/\(number)")
    guard case .evidence(_, _, let done, let text)? = self[slot]?.fact.content else { return nil }
    return (done, text)
  }

  /// The weights that were entered for a place and a year.
  func weights(of place: Division.Code, _ year: Int) -> [AssessmentMeasure.ID: Amount]? {
    let slot = GroupFact.Slot(place, .weights, year: year)
    guard case .weights(_, let weights)? = self[slot]?.fact.content else { return nil }
    return weights
  }
}
