/// How far the gathering of a year's figures has got (汇总): what the yearly collection stands on.
public struct Gathering: Hashable, Sendable {
  /// Cities of which every indicator asked for is there, and none was sent back since.
  public var sent: Int
  public var asked: Int
  /// Whether any figure of the year is there.
  public var isBegun: Bool

  public init(sent: Int, asked: Int, isBegun: Bool) {
    (self.sent, self.asked, self.isBegun) = (sent, asked, isBegun)
  }

  public var isComplete: Bool { asked > 0 && sent == asked }

  /// Where the collection stands: by its figures where there are any, else as somebody entered it.
  ///
  /// What is signed off stays so while nothing is missing, and what is suspended stays suspended.
  public func status(entered: Status) -> Status {
    guard isBegun, entered != .suspended else { return entered }
    guard isComplete else { return .underway }
    return entered == .signedOff ? .signedOff : .done
  }
}
