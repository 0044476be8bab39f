import Reform

/// What is said of lines that stand as the figures say that are sent.
enum GatheredLines {
  /// That a task goes by its figures, of a line how many are there; nothing where it does not.
  static func explained(_ asked: AskedLight, _ model: Model) -> [Explained] {
    guard !asked.task.collects.isEmpty else { return [] }
    let (language, line) = (model.language, asked.line)
    let sent = line?.gathering.flatMap { gathering in
      line?.line.period.map { Words.Task.sent(gathering, of: $0)(language) }
    }
    let words = [sent, Words.Task.goesByFigures(language)].compactMap(\.self)
    return [.init(Words.Task.gathering(language), words.joined(separator: model.symbols.dot))]
  }
}

/// Why an act touches no line.
enum NothingLeft {
  static func words(_ intent: Intent, _ standings: [Standing]) -> Phrase {
    guard !standings.isEmpty else { return Words.Toast.outside }
    if case .set(let status) = intent { return Words.Toast.allStand(status) }
    return standings.allSatisfy { $0.status == .signedOff }
      ? Words.Toast.allSignedOff : Words.Toast.allDone
  }
}

extension [Standing] {
  /// That what is entered will not stand, since a line goes by its figures; nothing where it will.
  func told(_ intent: Intent, _ language: Language) -> [String] {
    guard let wanted = intent.status else { return [] }
    let gathering = lazy.compactMap(\.gathering).first { $0.status(entered: wanted) != wanted }
    return gathering.map {
      [GatheringWords.told($0, standing: $0.status(entered: wanted))(language)]
    } ?? []
  }
}
