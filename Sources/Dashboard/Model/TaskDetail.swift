import Reform

/// One task with every line of it and what was entered for it.
public struct TaskDetail: Sendable, Equatable {
  public var task: ReformTask.ID
  public var standings: [Standing]
  public var history: [Entry]
  /// The clause word for word, once its document was imported.
  public var text: String?
  /// What has been reached of its targets.
  public var actuals: ActualBook
  /// Of which generation (`SharingState`) the numbers of its entries are.
  public var generation: Int

  public init(
    task: ReformTask.ID, standings: [Standing], history: [Entry], text: String? = nil,
    actuals: ActualBook = ActualBook(), generation: Int = 0
  ) {
    (self.task, self.standings, self.history, self.text) = (task, standings, history, text)
    (self.actuals, self.generation) = (actuals, generation)
  }
}
