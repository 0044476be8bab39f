import Dashboard
import Reform

/// Has the ledger exchanged with its hub while the dashboard is open: at the start, some seconds after
/// something was entered, every so often, and when asked; never two at once, and nobody waits for it.
public final class Synchroniser {
  /// An exchange under way: nil until it is over.
  public typealias Running = () -> Result<ExchangeReport, Fault>?

  private let begin: () throws -> Running
  private let every: Duration?
  private let now: () -> ContinuousClock.Instant
  private var running: Running?
  private var wasAsked = false
  /// When the next one begins by itself; nil for never.
  private var next: ContinuousClock.Instant?

  /// So long after an entry it is sent, with what else was entered meanwhile.
  public static let pause = Duration.seconds(5)

  /// `every` is how many seconds lie between two; for 0 none begins by itself.
  public init(
    every: Int, now: @escaping () -> ContinuousClock.Instant = { .now },
    _ begin: @escaping () throws -> Running
  ) {
    (self.begin, self.now) = (begin, now)
    self.every = every > 0 ? .seconds(every) : nil
    next = every > 0 ? now() : nil
  }

  /// Something was entered.
  public func noteEntry() {
    guard every != nil else { return }
    let soon = now() + Self.pause
    next = min(next ?? soon, soon)
  }

  /// Begins one because somebody asks for it.
  public func ask() -> ExchangeNews {
    guard running == nil else {
      wasAsked = true
      return .already
    }
    return start(asked: true)
  }

  /// What has happened since the last look; nil for nothing.
  public func look() -> ExchangeNews? {
    if let running {
      guard let ending = running() else { return nil }
      self.running = nil
      return news(of: ending)
    }
    guard let next, now() >= next else { return nil }
    return start(asked: false)
  }

  private func start(asked: Bool) -> ExchangeNews {
    (wasAsked, next) = (asked, nil)
    do {
      running = try begin()
      return .began
    } catch {
      return news(
        of: .failure(error as? Fault ?? Fault("同步出错：\(error)", "Synchronising failed: \(error)")))
    }
  }

  private func news(of ending: Result<ExchangeReport, Fault>) -> ExchangeNews {
    // What was entered meanwhile waits for its own time.
    let later = every.map { now() + $0 }
    next = next.map { min($0, later ?? $0) } ?? later
    defer { wasAsked = false }
    switch ending {
    case .success(let report): return .ended(report, wasAsked: wasAsked)
    case .failure(let fault): return .failed(fault.message, wasAsked: wasAsked)
    }
  }
}
