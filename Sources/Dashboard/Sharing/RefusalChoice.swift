import Cells
import Reform
import Widgets

/// What can become of an act that was not taken, and of those like it.
struct RefusalChoice {
  private let refusal: Refusal
  private let all: [Refusal]
  private let hasLine: Bool
  private let model: Model

  init(_ refusal: Refusal, in book: SharingBook, _ model: Model) {
    (self.refusal, self.all, self.model) = (refusal, book.refused, model)
    hasLine = book.state.membership.hasLine
  }

  /// This one, those of the same place, or all of them; each is asked about once more.
  func menu() -> Picker {
    var items = items(Phrase("这一次", "this one"), [refusal])
    let place = refusal.places.first
    let there = place.map { place in all.filter { $0.places.first == place } } ?? []
    if let place, there.count > 1, there.count < all.count {
      let name = Phrase(
        model.catalogue.divisions[place]?.name ?? place,
        model.catalogue.divisions[place]?.english ?? place)
      items += self.items(
        Phrase("\(name.zh)的 \(there.count) 次", "\(there.count) of \(name.en)"), there)
    }
    if all.count > 1 {
      items += self.items(Phrase("全部 \(all.count) 次", "all \(all.count)"), all)
    }
    return Picker(title: refusal.what, items: items)
  }

  private func items(_ which: Phrase, _ chosen: [Refusal]) -> [Picker.Item] {
    let language = model.language
    let (free, barred) = (
      chosen.filter { $0.obstacle == nil }, chosen.filter { $0.obstacle != nil }
    )
    var items: [Picker.Item] = []
    if !free.isEmpty {
      items.append(
        Picker.Item(
          Phrase("保留\(which.zh)：按本单位的再登记", "keep \(which.en): enter it again")(language),
          [.ask(question(free, .kept, left: barred.count))]))
    }
    items.append(
      Picker.Item(
        Phrase("不再坚持\(which.zh)：以先到的为准", "leave out \(which.en): what came first stands")(language),
        [.ask(question(chosen, .withdrawn, left: 0))]))
    return items
  }

  private func question(_ chosen: [Refusal], _ answer: RefusedAct.Answer, left: Int) -> Question {
    let language = model.language
    var lines = chosen.prefix(3).flatMap { refusal in
      ["\(refusal.act.day) \(refusal.act.who) \(refusal.what(language))"]
        + refusal.rivals.map {
          Phrase("　先到的：", "  came first: ")(language) + SharingPhrases.said($0, language)
        }
    }
    if chosen.count > 3 {
      lines.append(
        Phrase("……共 \(chosen.count) 次", "… \(chosen.count) in all")(language))
    }
    if left > 0 {
      lines.append(
        Phrase(
          "另有 \(left) 次不能照旧再登记，先留着。", "\(left) more cannot be entered again as they are, and stay.")(
            language))
    }
    lines.append(
      answer == .kept
        ? Phrase(
          "按本单位的再登记一次，盖过先到的；" + (hasLine ? "下次同步时上报。" : "用 yigai pack 打包上报。"),
          "Entered again, over what came first, and sent "
            + (hasLine ? "with the next exchange." : "by yigai pack."))(language)
        : Phrase(
          "不再登记，先到的不变；内容留在未采用的记录里。", "Not entered; what came first stands. It is kept on record.")(
            language))
    return Question(
      title: answer == .kept
        ? Phrase("保留 \(chosen.count) 次登记", "Keep \(Plural("act").of(chosen.count))")(language)
        : Phrase(
          "不再坚持 \(chosen.count) 次登记", "Leave out \(Plural("act").of(chosen.count))")(language),
      lines: lines, effect: .sharing(.answer(chosen.map(\.id), answer)), in: .overview)
  }
}
