import Cells
import Reform
import Widgets

extension AppState {
  /// Keys go to the overlay first.
  mutating func pressInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .help(let offset):
      overlay = scrolled(key, offset, most: helpLines().count).map { .help(offset: $0) }
    case .explanation(let lines, let offset):
      overlay = scrolled(key, offset, most: lines.count * 3)
        .map { .explanation(lines, offset: $0) }
    case .report(let title, let lines, let offset):
      overlay = scrolled(key, offset, most: lines.count * 3)
        .map { .report(title: title, lines, offset: $0) }
    case .picker(let picker): return press(key, in: picker)
    case .prompt(let prompt): return press(key, in: prompt)
    case .moved(let entries, let retry): return press(key, retry.effect.over(entries))
    case .question(let question): return press(key, question)
    case .form(let form): return press(key, in: form)
    case nil: break
    }
    return []
  }

  /// The next offset of a text that is read; nil closes it.
  private func scrolled(_ key: Key, _ offset: Int, most: Int) -> Int? {
    switch settings.keymap.command(for: key, in: context) {
    case .up: return max(0, offset - 1)
    case .down: return min(max(0, most - 1), offset + 1)
    case .pageUp: return max(0, offset - 10)
    case .pageDown: return min(max(0, most - 1), offset + 10)
    case .top: return 0
    default: return nil
    }
  }

  private mutating func press(_ key: Key, _ retry: Effect) -> [Effect] {
    switch key {
    case .enter:
      overlay = nil
      return [retry]
    case .escape, .function(10), "q":
      overlay = nil
    default: break
    }
    return []
  }

  private mutating func press(_ key: Key, _ question: Question) -> [Effect] {
    switch key {
    case .enter:
      overlay = nil
      return [question.effect]
    case .escape, .function(10), "q": overlay = nil
    default:
      guard let offset = scrolled(key, question.offset, most: question.lines.count * 3) else {
        break
      }
      var question = question
      question.offset = min(offset, OverlayLayout.mostOffset(of: question, self))
      overlay = .question(question)
    }
    return []
  }

  // MARK: Pickers

  private mutating func press(_ key: Key, in picker: Picker) -> [Effect] {
    var picker = picker
    let shown = picker.shown(self)
    switch key {
    case .escape, .function(10):
      overlay = nil
      return []
    case .enter:
      return choose(shown[safe: picker.scroll.selected], picker.purpose)
    case .up, .control("p"): picker.scroll.move(by: -1, of: shown.count)
    case .down, .control("n"): picker.scroll.move(by: 1, of: shown.count)
    case .pageUp: picker.scroll.move(by: -10, of: shown.count)
    case .pageDown: picker.scroll.move(by: 10, of: shown.count)
    default:
      guard picker.field != nil else { return pressLetter(key, in: picker, shown) }
      if picker.field?.press(key) == true { picker.scroll = Scroll() }
    }
    picker.scroll.settle(count: picker.shown(self).count, height: OverlayLayout.pickerRows(self))
    overlay = .picker(picker)
    return []
  }

  /// In a menu without a field a letter chooses at once.
  private mutating func pressLetter(
    _ key: Key, in picker: Picker, _ shown: [Picker.Item]
  ) -> [Effect] {
    var picker = picker
    if picker.purpose == .group || picker.purpose == .peers, key.halfWidth == "g" {
      overlay = nil
      return perform(.top)
    }
    if let item = shown.first(where: { Key(name: $0.remark) == key.halfWidth }) {
      return choose(item, picker.purpose)
    }
    if key == "j" || key == "k" {
      picker.scroll.move(by: key == "j" ? 1 : -1, of: shown.count)
      overlay = .picker(picker)
    } else if key == "q" {
      overlay = nil
    }
    return []
  }

  mutating func clickInOverlay(_ index: Int) -> [Effect] {
    if case .form(let form) = overlay { return click(index, in: form) }
    guard case .picker(let picker) = overlay else { return [] }
    return choose(picker.shown(self)[safe: index], picker.purpose)
  }

  private mutating func choose(_ item: Picker.Item?, _ purpose: Picker.Purpose) -> [Effect] {
    guard let item else { return [] }
    overlay = nil
    switch purpose {
    case .command where item.value.hasPrefix(Picker.taskMark):
      return open(String(item.value.dropFirst(Picker.taskMark.count)))
    case .command: return Command(rawValue: item.value).map { perform($0) } ?? []
    case .status: return Status(rawValue: item.value).map { prepare(.set($0)) } ?? []
    case .group:
      board.grouping = BoardScreen.Grouping(rawValue: item.value) ?? .status
      arrange()
      return []
    case .peers:
      choosePool(item.value)
      return []
    case .comparedPlace:
      choosePlace(item.value)
      return []
    case .task: return open(item.value)
    case .place:
      places.wanted = PlaceLevel(item.value)
      return [.load(day: day, scope: item.value)]
    case .actualPlace(let task, let number):
      askActual(of: task, number, in: item.value)
      return []
    case .region: return amend { $0.region = item.value }
    case .amend(let field, let draft): return amend(field, of: draft, choosing: item.value)
    }
  }

  // MARK: Prompts

  private mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape, .function(10):
      overlay = nil
      if case .filter(let before) = prompt.purpose {
        narrow(by: before)
      }
      return []
    case .enter: return answer(prompt)
    default:
      if case .filter = prompt.purpose, key == .up || key == .down {
        return perform(key == .up ? .up : .down)
      }
      guard prompt.field.press(key) else { return [] }
      take(prompt)
      return []
    }
  }

  /// Takes a prompt after something was typed or pasted; what did not fit is said at once.
  mutating func take(_ prompt: Prompt) {
    var prompt = prompt
    let (limit, refused) = (prompt.field.limit, prompt.field.refused)
    prompt.complaint = refused > 0 ? Words.Prompt.tooLong(limit, refused)(language) : nil
    overlay = .prompt(prompt)
    fieldChanged()
  }

  /// The list follows the filter while it is written.
  mutating func fieldChanged() {
    guard case .prompt(let prompt) = overlay, case .filter = prompt.purpose else { return }
    narrow(by: prompt.field.text)
  }

  private mutating func answer(_ prompt: Prompt) -> [Effect] {
    let text = prompt.field.text.trimmed
    switch prompt.purpose {
    case .act(let intent, let lines):
      guard !text.isEmpty || !intent.needsText else {
        return complain(prompt, Words.Prompt.emptyNote)
      }
      overlay = nil
      return [.record(lines.map { $0.change(by: intent, text) }, isCertain: false)]
    case .due(let task):
      let due = Day(text)
      guard due != nil || text.isEmpty else { return complain(prompt, Words.Prompt.badDay) }
      overlay = nil
      let region = catalogue.task(task).map { catalogue.region(of: $0) } ?? catalogue.province
      let seen = catalogue.position(of: task).flatMap { progress.entered[$0] }
      let change = Change(Line(task, in: region), due: .some(due), dueSeen: .some(seen))
      return [.record([change], isCertain: false)]
    case .actual(let task, let number, let place, let seen):
      return answerActual(prompt, of: task, number, in: place, seen: seen)
    case .day:
      guard !text.isEmpty else {
        overlay = nil
        return [.load(day: today, scope: scope)]
      }
      guard let day = Day(text) else { return complain(prompt, Words.Prompt.badDay) }
      guard day <= today else { return complain(prompt, Words.Prompt.futureDay) }
      overlay = nil
      return [.load(day: day, scope: scope)]
    case .filter:
      overlay = nil
      return takeFilter(text)
    case .collect(let act):
      guard !text.isEmpty || !act.needsReason else {
        return complain(prompt, Words.Compare.noReason)
      }
      overlay = nil
      return [.collect(.enter(act, reason: text))]
    case .importFile, .amend, .amendHead: return answerForReview(prompt, text)
    }
  }

  private mutating func answerForReview(_ prompt: Prompt, _ text: String) -> [Effect] {
    do throws(Fault) {
      var effects: [Effect] = []
      switch prompt.purpose {
      case .importFile:
        guard !text.isEmpty else { return complain(prompt, Words.Prompt.emptyNote) }
        // The question stays until the answer is known to be good.
        return [.review(.importFile(text))]
      case .amend(.deadlines, let draft): return readDeadline(text, of: draft)
      case .amend(.targets, let draft) where review?.review.document.kind == .bulletin:
        return readFigures(text, of: draft)
      case .amend(let field, let draft): effects = try amend(field, of: draft, writing: text)
      case .amendHead(let field): effects = try amend(field, writing: text)
      default: break
      }
      overlay = nil
      return effects
    } catch {
      return complain(prompt, error.message)
    }
  }

  /// Says what is wrong with an answer where the question is still open; false where none is.
  mutating func complain(_ fault: Fault) -> Bool {
    if case .form(let form) = overlay {
      overlay = .form(complaining(fault, in: form))
      return true
    }
    guard case .prompt(let prompt) = overlay else { return false }
    _ = complain(prompt, fault.message)
    return true
  }

  mutating func complain(_ prompt: Prompt, _ words: Phrase) -> [Effect] {
    var prompt = prompt
    prompt.complaint = words(language)
    overlay = .prompt(prompt)
    return []
  }
}

extension Intent {
  var needsText: Bool { self == .note || self == .evidence }
}

extension Standing {
  /// The entry that an intent makes of this line.
  func change(by intent: Intent, _ text: String) -> Change {
    let note = text.isEmpty ? nil : text
    switch intent {
    case .close: return Change(line, status: .done, note: note, seen: last)
    case .set(let status): return Change(line, status: status, note: note, seen: last)
    case .note: return Change(line, note: text)
    case .evidence: return Change(line, evidence: text)
    }
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return String(text)
  }
}
