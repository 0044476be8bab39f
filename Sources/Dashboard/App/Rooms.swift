import Reform

/// The screens, each in its room.
struct Rooms: Equatable, Sendable {
  /// A new screen is a line here.
  private var all: [any Screen] = [
    OverviewScreen(), BoardScreen(), IndicatorsScreen(), PlacesScreen(), CompareScreen(),
    MeetingScreen(), DocumentsScreen(),
  ]
  /// What is opened over a screen.
  private static let opened: [any Screen.Type] = [TaskScreen.self]

  /// The screen of a tab, or the first where there is none.
  subscript(tab: Tab) -> any Screen {
    get { all.first { type(of: $0).tab == tab } ?? all[0] }
    set {
      if let index = all.firstIndex(where: { type(of: $0).tab == tab }) { all[index] = newValue }
    }
  }

  /// Tells every room.
  mutating func tell(_ message: any Message, in model: Model) {
    for index in all.indices { _ = all[index].receive(message, in: model) }
  }

  static func == (one: Rooms, other: Rooms) -> Bool {
    zip(one.all, other.all).allSatisfy { $0.isSame(as: $1) }
  }
}

extension Rooms {
  private static let kinds: [any Screen.Type] = Rooms().all.map { type(of: $0) } + opened

  /// The screens with a number, in its order.
  static let tabs: [Tab] = kinds.compactMap { $0.tab }.sorted { $0.number < $1.number }
  static let contexts: [Context] = kinds.flatMap { $0.contexts }
  static let bindings: [Binding] = kinds.flatMap { $0.bindings }
}
