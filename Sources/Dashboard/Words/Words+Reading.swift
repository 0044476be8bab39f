import Reform

extension Words {
  /// The day that is shown, the longest form first; with the day or the place that is read meanwhile.
  static func day(_ model: Model) -> [String] {
    let (language, day) = (model.language, model.day)
    guard let next = next(model)?(language) else {
      if !model.isPast, let since = model.backdate {
        return ([BackdateWords.badge(since)] + BackdateWords.shortBadges(since))
          .map { " \($0(language)) " }
      }
      guard model.isPast else { return ["\(asOf(language)) \(day)", "\(day)"] }
      return [" \(Phrase("回看 \(day)", "back at \(day)")(language)) ", " \(day) "]
    }
    let words = Phrase("\(day)，正在读取 \(next)…", "\(day), reading \(next)…")(language)
    return ["\(asOf(language)) \(words)", words, "\(day)…"]
  }

  /// What a past day means and the way back from it; empty for today.
  static func past(_ model: Model) -> String {
    guard model.isPast else { return "" }
    let words = Phrase("回看 \(model.day)，只读，@ 回今天", "\(model.day), read-only, @ for today")
    return words(model.language)
  }

  /// The day or the place that is gone to; nil where it is the one that is shown.
  private static func next(_ model: Model) -> Phrase? {
    guard let heading = model.reads.heading else { return nil }
    func words(_ language: Language) -> String {
      let place = model.catalogue.divisions[heading.scope]?.short(in: language) ?? heading.scope
      let parts = [
        heading.scope == model.scope ? nil : place,
        heading.day == model.day ? nil : heading.day.description,
      ]
      return parts.compactMap(\.self).joined(separator: " ")
    }
    return words(.zh).isEmpty ? nil : Phrase(words(.zh), words(.en))
  }

  static let readingTexts = Phrase("正文和备注正在读取…", "reading texts and notes…")

  /// Why nothing may be entered while another day or place is read; nil where none is.
  static func reading(_ model: Model) -> Phrase? {
    next(model).map {
      Phrase("正在读取 \($0.zh)，读完再登记", "reading \($0.en): enter it once that is there")
    }
  }
}
