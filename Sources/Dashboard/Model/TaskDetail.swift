import Reform

/// One task with every line of it and what was entered for it.
public struct TaskDetail: Sendable, Equatable {
  /// How many entries are read at first.
  public static let slice = 200

  public var task: ReformTask.ID
  public var standings: [Standing]
  /// The newest entries, of which `entries` is how many there are.
  public var history: [Entry]
  public var entries: Int
  /// The clause word for word, once its document was imported.
  public var text: String?
  /// What has been reached of its targets.
  public var actuals: ActualBook
  /// Of which generation (`SharingState`) the numbers of its entries are.
  public var generation: Int

  public init(
    task: ReformTask.ID, standings: [Standing], history: [Entry], text: String? = nil,
    actuals: ActualBook = ActualBook(), generation: Int = 0, entries: Int? = nil
  ) {
    self.entries = entries ?? history.count
    (self.task, self.standings, self.history, self.text) = (task, standings, history, text)
    (self.actuals, self.generation) = (actuals, generation)
  }
}
