import Reform

/// What is said of a slip beside the list.
struct SlipFacts {
  let slip: Slip
  let model: Model

  init(_ slip: Slip, _ model: Model) { (self.slip, self.model) = (slip, model) }

  func lines() -> [LabelledLines.Line] {
    let language = model.language
    return Self.lines(slip.order, model)
      + [
        .init(
          label: Phrase("发出", "Issued")(language), text: "\(slip.issued) \(slip.issuedBy)"),
        .init(
          label: Phrase("答复期限", "Answer due")(language),
          text: "\(slip.due)" + model.symbols.dot + slip.state.words(language), isBold: true),
      ]
      + slip.steps.map { entry in
        .init(label: entry.day.description, text: said(entry.step) + " " + entry.who)
      }
  }

  /// What is ordered.
  static func lines(_ order: SlipOrder, _ model: Model) -> [LabelledLines.Line] {
    let language = model.language
    func line(_ zh: String, _ en: String, _ text: String) -> LabelledLines.Line? {
      text.isEmpty ? nil : .init(label: Phrase(zh, en)(language), text: text)
    }
    let person = [order.person, order.telephone].filter { !$0.isEmpty }.joined(separator: " ")
    let lines: [LabelledLines.Line?] = [
      .init(label: "", text: order.matter, role: .title, isBold: true),
      line("级别", "Level", order.level.words(language)), line("主送", "To", order.unit),
      line("配合", "With", order.cooperating), line("联系人", "Person", person),
      line("依据", "Rests on", order.basis), line("要求", "Demand", order.demand),
      line("批示", "Instruction", order.instruction), line("接续", "Follows", order.follows ?? ""),
    ]
    return lines.compactMap(\.self) + leftOut(order, model)
  }

  /// The tasks of it that are left out of the ledger.
  private static func leftOut(_ order: SlipOrder, _ model: Model) -> [LabelledLines.Line] {
    Set(order.lines.map(\.task)).sorted().compactMap(model.catalogue.task).compactMap { task in
      model.catalogue.leftOut(task).map {
        LabelledLines.Line(
          label: HandPhrases.state(model.language),
          text: task.id + " " + HandWords.told($0)(model.language), role: .warning)
      }
    }
  }

  private func said(_ step: SlipStep) -> String {
    let words =
      switch step {
      case .issue(let order): Phrase("发出 \(order.number)", "issued \(order.number)")
      case .receive(let name): Phrase("签收 \(name)", "received by \(name)")
      case .answer(let text, let evidence):
        Phrase("答复 \(text) \(evidence)", "answered: \(text) \(evidence)")
      case .check(let text): Phrase("核查 \(text)", "checked: \(text)")
      case .sendBack(let reason, let due):
        Phrase("退回 \(reason)，\(due) 前再报", "sent back: \(reason), again by \(due)")
      case .extend(let due, let reason):
        Phrase("延期到 \(due) \(reason)", "extended to \(due): \(reason)")
      case .instruct(let text): Phrase("批示 \(text)", "instruction: \(text)")
      case .close(let text): Phrase("办结 \(text)", "closed: \(text)")
      }
    return words(model.language)
  }
}
