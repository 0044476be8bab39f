import Reform

/// Forms of an assessment ask for the measures of the document that governs its year.
extension Form {
  /// The measures that the form asks for.
  var measures: [AssessmentMeasure.ID] {
    keys.compactMap { key in
      switch key {
      case .weight(let id), .score(let id): id
      default: nil
      }
    }
  }

  /// The weights that are written, by measure.
  var weights: [AssessmentMeasure.ID: Amount] {
    var weights: [AssessmentMeasure.ID: Amount] = [:]
    for id in measures { weights[id] = number(.weight(id)) }
    return weights
  }

  /// Throws where the year that was written goes by other measures than the form asks for.
  func refuseOtherMeasures(_ desk: GroupAccounts, _ year: Int) throws(FormFault) {
    let rules = desk.assessmentRules(of: county, year)
    guard measures != (rules?.measures.map(\.id) ?? []) else { return }
    guard let rules else {
      throw FormFault(
        "没有文件规定这里 \(year) 年怎样考核，没有可填的内容。",
        "No document says how groups here are assessed for \(year): there is nothing to fill in.",
        at: .year)
    }
    let number = desk.catalogue.document(rules.source.document)?.number ?? rules.source.document
    throw FormFault(
      "\(year) 年按\(number)考核，内容不同；请退出后在那一年填写。",
      "\(year) goes by other measures, those of \(number); leave, and fill them in there.",
      at: .year)
  }
}

extension Model {
  /// Of a year that goes by other measures the form is made anew, while nothing was written.
  func turnToYear(_ form: inout Form) {
    guard let desk = placeCache.desk(on: day), let year = form.year(.year),
      let rules = desk.assessmentRules(of: form.county, year),
      rules.measures.map(\.id) != form.measures,
      !form.measures.contains(where: { form.isChanged(.weight($0)) || form.isChanged(.score($0)) })
    else { return }
    let subject: GroupForm
    switch form.subject {
    case .weights: subject = .weights(year)
    case .scores(nil): subject = form.subject
    default: return
    }
    var maker = FormMaker(desk: desk, county: form.county, today: today, language: language)
    maker.beginning = year
    var other = maker.form(GroupField(subject))
    other.list.select(form.list.selected)
    if let place = form.keys.firstIndex(of: .place) {
      other.list.fields[place] = form.list.fields[place]
    }
    form = other
  }
}
