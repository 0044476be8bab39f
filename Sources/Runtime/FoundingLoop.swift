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
      (ChinaDivisions.provinces() + [ChinaDivisions.country]).map { ($0, words(of: $0)) },
      pinyin: BundledCatalogue.pinyin(),
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
    let parts = LedgerProvince.parts(of: ChinaDivisions.divisions(of: province.id))
    guard province.id == BundledCatalogue.home else { return parts }
    let documents = bundled()
    return Phrase(
      parts.zh + "，随带 \(documents) 份文件", parts.en + ", \(Plural("document").of(documents)) included"
    )
  }

  private static func bundled() -> Int { (try? BundledCatalogue.whole())?.documents.count ?? 0 }
}
