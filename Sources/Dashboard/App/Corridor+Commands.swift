import Cells
import Reform
import Widgets

extension AppState {
  /// Carries out what a person asked for: first what it means in the room in front, then what it
  /// means everywhere.
  mutating func perform(_ command: Command) -> [Effect] {
    var room = room
    if let requests = room.perform(command, in: model) {
      self.room = room
      refresh()
      return carryOut(requests)
    }
    self.room = room
    if let tab = Rooms.tabs.first(where: { $0.command == command }) { return show(tab) }
    switch command {
    case .nextTab, .previousTab: return stepTab(command == .nextTab ? 1 : -1)
    case .back: return goBack()
    case .help: overlay = Help(of: context)
    case .palette: return showPalette()
    case .filter: return showFilter()
    case .place:
      overlay = Picker(
        title: Words.Prompt.place, items: model.places { [.look(at: $0)] }, field: TextField())
      return carryOut([.findByPinyin])
    case .undo: return carryOut(model.writing { [.effect(.takeBack(over: 0))] })
    case .redo: return carryOut(model.writing { [.effect(.putBack(over: 0))] })
    case .look:
      overlay = Prompt(
        AskDay(), Words.Prompt.day(model.language), field: TextField(limit: 10))
    case .backdate: return carryOut(model.writing { [.ask(AskBackdate.prompt(model))] })
    case .meet: return putOnAgenda()
    case .export, .exportTable, .papers: return save(by: command)
    case .synchronise, .sharing: return share(by: command, &self)
    case .start: overlay = Start(in: model)
    case .importDocument: return carryOut(model.writing { [.ask(AskFile.prompt(model.language))] })
    case .template: return carryOut([.ask(AskFormYear.prompt(model))])
    case .language:
      model.settings.language = model.language == .zh ? .en : .zh
      renew()
    case .theme: return stepTheme()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    default: break
    }
    return []
  }

  private mutating func stepTab(_ step: Int) -> [Effect] {
    let all = Rooms.tabs
    let index = all.firstIndex(of: tab) ?? 0
    return show(all[(index + step + all.count) % all.count])
  }

  /// The next theme, `auto` left out: it is one of the others.
  private mutating func stepTheme() -> [Effect] {
    guard model.settings.hasColors else {
      toast = Toast(Words.noColors(model.language))
      return []
    }
    let themes = ColorTheme.allCases.filter { $0 != .auto }
    let now = themes.firstIndex(of: model.settings.theme) ?? 0
    let next = themes[(now + 1) % themes.count]
    model.settings.theme = next
    toast = Toast(Words.theme(next)(model.language))
    return [.recolor(next)]
  }

  private mutating func showPalette() -> [Effect] {
    let language = model.language
    let items = model.keymap.help(in: context).map { binding in
      Picker.Item(
        binding.words(language),
        remark: binding.keys.map { $0.name(in: language) }.joined(separator: " "),
        words: "\(binding.words.zh) \(binding.words.en) \(binding.command.rawValue)",
        [.perform(binding.command)])
    }
    overlay = Picker(
      title: Words.Prompt.commands, items: items, field: TextField(), findsTasks: true)
    return carryOut([.findByPinyin]) + askForTexts()
  }

  /// Asks what is saved, or exports the table where it is all there is, or what was chosen.
  private mutating func save(by command: Command) -> [Effect] {
    let saving = Saving(room: room, model: model)
    let choice = command == .exportTable ? nil : saving.choice(from: command == .papers ? 1 : 0)
    if let choice { overlay = choice }
    guard choice == nil else { return [] }
    return command == .papers
      ? carryOut([.say(Words.Papers.none, model.language)]) : [.export(saving.sheet())]
  }

  // MARK: What stands in front

  /// Keys go to what stands in front first.
  ///
  /// Ctrl-C takes away what stands in front, as Esc does, and quits where nothing does.
  mutating func pressInFront(_ key: Key) -> [Effect] {
    let key = key == .control("c") ? .escape : key
    return ask { room, model in room.press(key, in: model) }
  }

  mutating func clickInFront(_ index: Int) -> [Effect] {
    ask { room, model in room.click(index, in: model) }
  }

  mutating func writeInFront(_ text: String) -> [Effect] {
    ask { room, model in room.write(text, in: model) }
  }

  private mutating func ask(
    _ what: (inout any OverlayRoom, Model) -> [Request]
  ) -> [Effect] {
    guard var room = overlay else { return [] }
    let requests = what(&room, model)
    overlay = room
    return carryOut(requests)
  }

  /// Says what the world refused where it was asked; false where nothing stands in front.
  mutating func complain(_ fault: Fault) -> Bool {
    guard var room = overlay, room.complain(fault, in: model) else { return false }
    overlay = room
    return true
  }
}
