import Cells
import Reform

extension Format {
  /// What was entered of a target: 实际 县级临床重点专科 29个（2024-06-30）.
  static func actual(_ actual: TargetActual, _ model: Model) -> String {
    let (language, key) = (model.language, actual.key)
    let target = model.catalogue.task(key.task)?.targets.first { $0.identity == key.metric }
    let amount = target?.amount("\(actual.value)", in: language) ?? "\(actual.value)"
    let day = language == .zh ? "（\(actual.day)）" : " (\(actual.day))"
    return
      "\(Words.Task.actual(language)) \(target?.name(language) ?? key.metric) \(amount)\(day)"
  }

  /// What has been reached of a target, how far it is to it, and what the number rests on.
  static func reached(
    _ reading: TargetReading?, of target: TaskTarget, _ task: ReformTask, at place: Division.Code,
    _ model: Model
  ) -> (String, Role) {
    let language = model.language
    let name = model.short(of: place)
    let region = model.catalogue.region(of: task)
    if let others = elsewhere(target, task, place, model) { return (others(language), .faint) }
    guard let reading else {
      return (Phrase("\(name)：未录入（回车录入）", "\(name): not entered (Enter)")(language), .faint)
    }
    let isAsked = target.isAsked(
      of: place, in: region, by: task.level, model.catalogue.divisions)
    let isMet = target.isMet(by: reading.value)
    let value = target.amount("\(reading.value)", in: language)
    let gap = target.amount("\(target.gap(to: reading.value))", in: language)
    let distance =
      !isAsked
      ? Phrase("目标不是定给这一级的", "the target is not set for this level")
      : isMet
        ? Phrase("已达到", "reached")
        : target.op == .atMost || target.op == .lessThan
          ? Phrase("超出 \(gap)", "over by \(gap)")
          : target.op == .equal && reading.value > target.value
            ? Phrase("多 \(gap)", "\(gap) more") : Phrase("还差 \(gap)", "\(gap) to go")
    let sample = reading.isMadeUp ? model.symbols.dot + Words.Groups.sample(language) : ""
    let words = "\(name) \(value)\(model.symbols.dot)\(distance(language))\(model.symbols.dot)"
    return (
      words + base(reading, language, model) + sample, !isAsked ? .plain : isMet ? .good : .warning
    )
  }

  /// For which places a target is set, where it is not set for this one.
  static func elsewhere(
    _ target: TaskTarget, _ task: ReformTask, _ place: Division.Code, _ model: Model
  ) -> Phrase? {
    let (region, divisions) = (model.catalogue.region(of: task), model.catalogue.divisions)
    guard !target.concerns(place, in: region, divisions) else { return nil }
    let names = target.places.prefix(11).map { model.short(of: $0) }
    return Phrase(
      "目标定给\(names.joined(separator: "、"))，不是这里的",
      "set for \(names.joined(separator: ", ")), not for this place")
  }

  private static func base(
    _ reading: TargetReading, _ language: Language, _ model: Model
  ) -> String {
    switch reading.base {
    case .entered(let entry): "\(reading.day) \(entry.actual.source)"
    case .sum(let places):
      Phrase(
        "\(places) 个地方之和，最早 \(reading.day)",
        "the sum of \(Plural("place").of(places)), from \(reading.day) on")(language)
    }
  }
}
