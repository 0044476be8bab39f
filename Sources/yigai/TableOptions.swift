import ArgumentParser
import Foundation
import Reform

/// In which form a command gives its report: text, or one of these.
struct TableOptions: ParsableArguments {
  @Flag(help: "JSON") var json = false
  @Flag(help: "CSV") var csv = false

  /// Throws where both are asked for.
  func refuseBoth() throws {
    guard !(json && csv) else {
      throw Fault("--json 和 --csv 只能用一个。", "--json and --csv exclude each other.", exitCode: 2)
    }
  }

  /// Writes a report as text or CSV, or as JSON: its rows, or where it has a shape of its own that.
  func write(
    _ table: @autoclosure () throws -> Table, json shape: () throws -> JSONValue? = { nil }
  )
    throws
  {
    guard json else { return Output.write(try table(), csv: csv) }
    if let own = try shape() { return try Output.json(own) }
    try Output.json(try table().json)
  }
}
