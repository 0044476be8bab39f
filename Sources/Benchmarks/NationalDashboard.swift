import Cells
import Curses
import Dashboard
import Foundation
import LedgerStore
import Reform
import Runtime

/// The dashboard on a national ledger, in the terminal that it is started in: what measures any
/// terminal program from outside measures it too.
struct NationalDashboard {
  let path: String

  /// Stays until somebody quits.
  ///
  /// It does what `yigai` does, with other tables of places.
  func run() throws {
    CursesTerminal.giveMemoryBack()
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: NationalLedger.tables())
    let today = try ledger.lastDay()?.adding(days: 1) ?? NationalLedger.first
    let world = World(
      today: today, now: { "\(today)T09:00:00+0800" }, who: "示例", ledger: ledger,
      folder: FileManager.default.temporaryDirectory.path)
    let progress = try Reader(ledger).progress(on: today, in: catalogue.province, catalogue)
    let terminal = try CursesTerminal(options: CursesOptions(mouse: false))
    let worker = ledger.door.map { Worker($0, wake: terminal.wake) }
    defer { worker?.close() }
    defer { terminal.close() }
    let state = AppState(
      catalogue: catalogue, settings: Settings(), size: terminal.size, today: today,
      progress: progress)
    EventLoop(
      terminal, state: state, runner: EffectRunner(world), reads: worker?.queue
    ).run()
  }
}
