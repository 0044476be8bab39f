import Dashboard
import LedgerStore
import Papers
import Reform

extension EffectRunner {
  /// Writes a paper of the meetings' screen under a name that is not taken yet; gives its path.
  func write(_ paper: MeetingPaper, _ state: AppState) throws -> String {
    throw Fault("还没有这份材料。", "There is no such paper yet.")
  }
}
