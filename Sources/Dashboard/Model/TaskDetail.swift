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

  public init(
    task: ReformTask.ID, standings: [Standing], history: [Entry], text: String? = nil,
    actuals: ActualBook = ActualBook()
  ) {
    (self.task, self.standings, self.history, self.text) = (task, standings, history, text)
    self.actuals = actuals
  }
}
