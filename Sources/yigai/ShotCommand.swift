import ArgumentParser
import Cells
import Dashboard
import Foundation
import LedgerStore
import Reform
import Runtime

/// Gives a screen as text, without a terminal.
struct ShotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shot", abstract: "把一屏输出为文字。A screen as text, without a terminal.",
    discussion:
      "SCREEN: overview | tasks | indicators | places | compare | collection | documents | 任务编号 a task's id"
  )

  @Argument(help: "哪一屏。Which screen.") var screen: String
  @OptionGroup var options: LedgerOptions
  @Option(help: "列×行，如 100x30。Columns × rows.") var size: String = "100x30"
  @Option(help: "先按的键，如 \"j j Enter\"。Keys to press first.") var keys: String = ""
  @Flag(help: "SVG 图片。An SVG picture.") var svg = false

  func run() throws {
    let opened = try options.look()
    defer { opened.ledger.close() }
    let size = try self.parsedSize()
    var script = try opening(opened)
    script += try keys.split(separator: " ").map { name in
      guard let key = Key(name: String(name)) else {
        throw Fault("没有叫“\(name)”的键。", "There is no key “\(name)”.", exitCode: 2)
      }
      return Event.key(key)
    }
    let runner = opened.runner()
    let state = AppState(
      catalogue: opened.catalogue, settings: opened.settings, size: size, today: opened.today,
      isSample: opened.isSample, isReadOnly: true, saysReadOnly: options.readOnly,
      progress: try opened.progress())
    let paper = PaperTerminal(size: size, script: script)
    EventLoop(paper, state: state, runner: runner).run()
    guard let canvas = paper.last else { return }
    Output.write(svg ? canvas.svg() : canvas.text + "\n")
  }

  private func parsedSize() throws -> Size {
    let parts = size.lowercased().split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (1...500).contains(parts[0]), (1...300).contains(parts[1]) else {
      throw Fault(
        "--size 要写成 100x30（至多 500x300），不是“\(size)”。",
        "--size takes columns x rows such as 100x30 (at most 500x300), not “\(size)”.", exitCode: 2)
    }
    return Size(columns: parts[0], rows: parts[1])
  }

  /// The keys that lead to the screen.
  private func opening(_ opened: Opened) throws -> [Event] {
    switch screen {
    case "overview", "总览": return []
    case "tasks", "board", "任务": return [.key("2")]
    case "indicators", "指标": return [.key("3")]
    case "places", "地市": return [.key("4")]
    case "compare", "比较": return [.key("5")]
    case "collection", "收数", "数据报送": return [.key("5"), .key(.backTab)]
    case "documents", "文件": return [.key("7")]
    default:
      guard let task = try? opened.task(screen) else {
        throw Fault(
          "没有“\(screen)”这一屏；有 overview、tasks、indicators、places、compare、collection、documents 和任务编号。",
          "There is no screen “\(screen)”: overview, tasks, indicators, places, compare, collection, documents, or a task's id.",
          exitCode: 2
        )
      }
      let filter = [Event.key("2"), .key("/"), .paste(task.id), .key(.enter), .key(.enter)]
      return filter
    }
  }
}

/// A terminal of paper: plays a script of keys and keeps the last screen.
final class PaperTerminal: Terminal {
  let size: Size
  private var script: [Event]
  private(set) var last: Canvas?

  init(size: Size, script: [Event]) { (self.size, self.script) = (size, script) }

  func nextEvent() -> Event { script.isEmpty ? .ended : script.removeFirst() }
  func pendingEvent() -> Event? { nil }
  func present(_ canvas: Canvas) { last = canvas }
  func invalidate() {}
  func suspend() {}
}
