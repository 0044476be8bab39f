import Cells
import Reform
import Widgets

/// What stands in front of the screen and takes keys first.
public enum Overlay: Hashable, Sendable {
  case help(offset: Int)
  case picker(Picker)
  case prompt(Prompt)
  case explanation([Explained], offset: Int)
  /// What came of reading a file, under the name of the file.
  case report(title: String, [Explained], offset: Int)
  case moved([Entry], retry: Retry)
  case question(Question)
  case form(Form)

  /// What was held up by somebody else's entry.
  public struct Retry: Hashable, Sendable {
    var effect: Effect
    public static func == (one: Retry, other: Retry) -> Bool { one.effect == other.effect }
    public func hash(into hasher: inout Hasher) {}
  }

  /// A line of an explanation: a label and what it says.
  public struct Explained: Hashable, Sendable {
    var label: String
    var text: String
    var role: Role
    init(_ label: String, _ text: String, _ role: Role = .plain) {
      (self.label, self.text, self.role) = (label, text, role)
    }
  }
}

/// Asks once more before something is done.
public struct Question: Hashable, Sendable {
  var title: String
  var lines: [String]
  var effect: Effect
  /// Whether it takes the width of the window, as a table does.
  var isWide = false
  /// How many lines of it are scrolled away.
  var offset = 0

  public static func == (one: Question, other: Question) -> Bool {
    one.title == other.title && one.lines == other.lines && one.effect == other.effect
      && one.offset == other.offset
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(title) }
}

/// A list to choose from, with a line to narrow it.
public struct Picker: Hashable, Sendable {
  public enum Purpose: Hashable, Sendable {
    case command
    case status
    case group
    /// Places of like size.
    case peers
    /// A place among those that are compared.
    case comparedPlace
    case place
    /// The place that an actual of a target is entered for, by the target's number in its task.
    case actualPlace(ReformTask.ID, Int)
    /// The division that a document under review binds.
    case region
    case amend(TaskField, draft: Int)
    case task
  }

  public struct Item: Hashable, Sendable {
    /// What is chosen: a command, a status, a grouping, a code.
    var value: String
    var label: String
    /// A key that chooses it at once, or a remark.
    var remark: String
    /// More words to find it by.
    var words: String = ""
  }

  var purpose: Purpose
  var items: [Item]
  var field: TextField?
  var scroll = Scroll()

  /// The items that the line leaves.
  ///
  /// Among commands whatever is written also finds tasks, and says by what.
  func shown(_ state: AppState) -> [Item] {
    guard let field, !field.isEmpty else { return items }
    let query = SearchQuery(field.text, pinyin: state.pinyin ?? .none)
    let known = items.filter { query.matches([$0.label, $0.words, $0.value]) }
    guard purpose == .command, !query.isEmpty, let index = state.search else { return known }
    return known
      + state.catalogue.tasks.indices.compactMap { position in
        guard let hits = index.hits(of: query, in: position), let hit = hits.last else {
          return nil
        }
        let task = state.catalogue.tasks[position]
        let excerpt = hit.field == .title ? "" : " " + index.excerpt(hit, in: position, reach: 6)
        return Item(
          value: Self.taskMark + task.id, label: task.title(state.language),
          remark: hit.field.words(state.language) + excerpt)
      }
  }

  /// What stands before the id of a task among commands.
  static let taskMark = "task:"
}

/// A question with a line to write the answer on.
public struct Prompt: Hashable, Sendable {
  public enum Purpose: Hashable, Sendable {
    case act(Intent, [Standing])
    case due(ReformTask.ID)
    /// What has been reached of a target in a place, with the newest entry that was seen.
    case actual(ReformTask.ID, Int, Division.Code, seen: ActualEntry.ID?)
    case day
    case filter(before: String)
    case importFile
    /// The reason of an act on the collecting of figures.
    case collect(CollectAct)
    case amend(TaskField, draft: Int)
    case amendHead(DocumentField)
  }

  var purpose: Purpose
  var title: String
  var lines: [String]
  var field: TextField
  var complaint: String?
}
