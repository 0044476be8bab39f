import Bundle
import Cells
import Dashboard
import Reform

/// Asks for the province of a ledger that is to be made, before there is anything to read.
public enum FoundingLoop {
  /// The province that somebody chose, with the language in which; nil where they left.
  public static func ask(
    _ terminal: any Terminal, _ settings: Settings, today: Day
  ) -> (province: Division.Code, language: Language)? {
    var state = AppState.founding(
      ChinaDivisions.provinces().map { ($0, words(of: $0)) }, pinyin: BundledCatalogue.pinyin(),
      settings, terminal.size, today: today)
    while true {
      terminal.present(view(state).canvas)
      for effect in update(&state, .event(terminal.nextEvent())) {
        switch effect {
        case .found(let province): return (province, state.language)
        case .quit: return nil
        case .redraw: terminal.invalidate()
        case .suspend: terminal.suspend()
        default: break
        }
      }
    }
  }

  /// How many cities and counties a province has, and the documents that come with it.
  private static func words(of province: Division) -> Phrase {
    let all = ChinaDivisions.divisions(of: province.id).all
    let counts = [Division.Level.city, .county].map { level in all.count { $0.level == level } }
    let documents = province.id == BundledCatalogue.home ? bundled() : 0
    let zh = [
      counts[0] > 0 ? "\(counts[0]) 个市（州、盟）" : "", counts[1] > 0 ? "\(counts[1]) 个县（市、区）" : "",
      documents > 0 ? "随带 \(documents) 份文件" : "",
    ]
    let en = [
      counts[0] > 0 ? Plural("city", "cities").of(counts[0]) : "",
      counts[1] > 0 ? Plural("county", "counties").of(counts[1]) : "",
      documents > 0 ? Plural("document").of(documents) + " included" : "",
    ]
    return Phrase(
      zh.filter { !$0.isEmpty }.joined(separator: "，"),
      en.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private static func bundled() -> Int { (try? BundledCatalogue.whole())?.documents.count ?? 0 }
}
