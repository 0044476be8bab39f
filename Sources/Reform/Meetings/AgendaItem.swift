/// One thing that a meeting looks at (议题), and why it does.
public struct AgendaItem: Hashable, Codable, Sendable, Identifiable {
  /// What it is about.
  public enum Subject: Hashable, Codable, Sendable {
    /// A task, in a place with all that lies in it.
    case task(ReformTask.ID, in: Division.Code)
    case place(Division.Code)
    case indicator(Indicator.ID, in: Division.Code)
    case slip(Slip.ID)
  }

  /// Why it stands on the agenda.
  public enum Reason: String, Hashable, Codable, Sendable, CaseIterable {
    case red, due, changed, indicator
    /// Somebody asked for it by hand.
    case asked

    public var words: Phrase {
      switch self {
      case .red: Phrase("红灯", "red")
      case .due: Phrase("将到期", "due soon")
      case .changed: Phrase("有变化", "changed")
      case .indicator: Phrase("未达目标", "below target")
      case .asked: Phrase("点名", "asked for")
      }
    }
  }

  public var subject: Subject
  public var reasons: [Reason]

  public var id: Subject { subject }

  public init(_ subject: Subject, _ reasons: [Reason]) {
    (self.subject, self.reasons) = (subject, reasons)
  }

  /// The task that it is about; nil where it is about none.
  public var task: ReformTask.ID? { if case .task(let task, _) = subject { task } else { nil } }
}
