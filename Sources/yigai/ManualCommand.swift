import ArgumentParser
import Cells
import Dashboard
import Foundation
import Reform

/// Writes the manual page and the list of keys from the one key table.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "手册。The manual: man | keys", shouldDisplay: false)

  @Argument(help: "man | keys") var kind: String

  func run() throws {
    switch kind {
    case "man": Output.write(man())
    case "keys": Output.write(keys())
    default: throw Fault("只有 man 和 keys。", "There are man and keys.", exitCode: 2)
    }
  }

  private func keys() -> String {
    var text = """
      # Keys

      Made from the key table by `make docs`; do not edit by hand. Every key can be set in the
      configuration file under the command's name (`yigai config`). What stands in front of a screen
      (a list, a question, a line to write) is closed by `Esc` and `Ctrl-C`; where nothing does, `Ctrl-C`
      quits.

      | 键 Key | 中文 | English | command | where |
      |---|---|---|---|---|

      """
    for binding in Keymap.standard.bindings {
      let names = binding.keys.map { "`\($0.name)`".replacing("|", with: "\\|") }
      let places = Self.places(of: binding)
      text += "| \(names.joined(separator: " ")) | \(binding.words.zh) | \(binding.words.en) "
      text += "| `\(binding.command.rawValue)` | \(places) |\n"
    }
    return text + "\n\(Self.inFront)\n"
  }

  /// What the table does not say: it holds for screens only.
  private static let inFront = """
    Everywhere means on every screen. What stands in front of one (a prompt, a list to choose from, a
    form, the explanation of a light, help) takes the keys itself: `Enter` confirms, `Esc`, `F10` and
    `Ctrl-C` leave it, and letters are written where there is a field.
    """

  /// Where a key means something: its screens, or everywhere.
  private static func places(of binding: Binding) -> String {
    guard binding.places.count < Context.all.count else { return "everywhere" }
    return Context.all.filter(binding.places.contains).map(\.name).joined(separator: ", ")
  }

  private func man() -> String {
    func escaped(_ text: String) -> String {
      text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    }
    var text = """
      .TH YIGAI 1
      .SH NAME
      yigai \\- 医改台账 the reform ledger of a health\\-reform office
      .SH SYNOPSIS
      .B yigai
      [\\fICOMMAND\\fR] [\\fB\\-\\-ledger\\fR \\fIFILE\\fR] [\\fB\\-\\-sample\\fR] [\\fB\\-\\-as\\-of\\fR \\fIDAY\\fR]
      [\\fB\\-\\-today\\fR \\fIDAY\\fR] [\\fB\\-\\-place\\fR \\fINAME\\fR] [\\fB\\-\\-lang\\fR zh|en] [\\fB\\-\\-read\\-only\\fR]
      .SH DESCRIPTION
      Policy documents become tasks with departments, deadlines, places and targets; every task is
      tracked in every city and county. Figures, medical groups and the settlement of their budgets
      stand beside. Without a command the dashboard opens.
      .SH COMMANDS

      """
    for type in Yigai.configuration.subcommands where type.configuration.shouldDisplay {
      text += ".TP\n.B \(escaped(type.configuration.commandName ?? ""))\n"
      text += escaped(type.configuration.abstract) + "\n"
    }
    text += "See \\fByigai help\\fR \\fICOMMAND\\fR for the options of each.\n.SH KEYS\n"
    text += escaped(Self.inFront.replacing("`", with: "")) + "\n"
    for binding in Keymap.standard.bindings {
      let names = binding.keys.map(\.name).joined(separator: ", ")
      text += ".TP\n.B \"\(escaped(names).replacing("\"", with: "\\(dq"))\"\n"
      text +=
        "\(binding.words.zh) \(escaped("\(binding.words.en) (\(Self.places(of: binding)))"))\n"
    }
    text += """
      .SH FILES
      .TP
      .I $XDG_DATA_HOME/yigai/ledger.sqlite
      the ledger; \\fIsample.sqlite\\fR beside it is the sample
      .TP
      .I $XDG_CONFIG_HOME/yigai/column\\-names.csv
      names that an office gives to columns of figures
      .TP
      .I $XDG_CONFIG_HOME/yigai/config.toml
      the configuration, written by \\fByigai config\\fR
      .SH ENVIRONMENT
      .TP
      .B NO_COLOR
      no colours
      .TP
      .B YIGAI_TRACE
      a file to which every event and effect is written
      .SH EXIT STATUS
      0 for success, 1 for bad data, 2 for a wrong command line.

      """
    return text
  }
}
