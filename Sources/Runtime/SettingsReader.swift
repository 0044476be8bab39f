import Cells
import Dashboard
import Files
import Foundation
import Reform
import TOMLKit

/// Reads the configuration file; what is wrong in it is named with its line, and the default used.
public struct SettingsReader: Sendable {
  public private(set) var settings: Settings
  public private(set) var findings: [Finding] = []
  /// What is wrong with a setting that was not taken, by its name.
  public private(set) var mistaken: [String: Finding] = [:]
  private let path: String
  private let lines: [Substring]

  /// Reads a file; one that is not there is no mistake.
  public init(path: String, over settings: Settings) {
    (self.path, self.settings) = (path, settings)
    guard let data = UserFile.contents(of: path, limit: 1 << 20) else {
      let code = errno
      lines = []
      if let file = FileIdentity(at: path) { unread(file, code) }
      return
    }
    guard data.count <= 1 << 20, let text = String(validating: data, as: UTF8.self) else {
      lines = []
      find(1, Phrase("配置文件不是 UTF-8 文本，已用默认设置", "not UTF-8 text; the defaults are used"))
      return
    }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let line = SettingsShape.firstFault(in: text) {
      find(
        line,
        Phrase(
          "这一行不合 TOML 格式，或不是设置；已用默认设置",
          "this line is no TOML, or no setting; the defaults are used"))
      return
    }
    do { read(try TOMLTable(string: text)) } catch let error as TOMLParseError {
      find(
        error.source.begin.line,
        Phrase(
          "配置文件不合 TOML 格式，已用默认设置（\(error.description)）",
          "not TOML; the defaults are used (\(error.description))"))
    } catch {
      find(1, Phrase("配置文件读不懂，已用默认设置", "cannot be read; the defaults are used"))
    }
  }

  /// What is there cannot be read: that is no reason to pass over it.
  private mutating func unread(_ file: FileIdentity, _ code: Int32) {
    let reason =
      file.isOrdinary
      ? FileTrouble.reason(code) : Phrase("不是普通文件", "it is no ordinary file")
    find(
      1,
      Phrase(
        "配置文件不能读取（\(reason?.zh ?? "")），已用默认设置",
        "cannot be read (\(reason?.en ?? "")); the defaults are used"))
  }

  private mutating func find(_ line: Int, _ message: Phrase) {
    findings.append(
      Finding("configuration", .warning, message, at: .init(file: path, line: line)))
  }

  /// The line that sets a name, for TOMLKit does not keep the places of values.
  private func line(of name: String) -> Int {
    let index = lines.firstIndex { line in
      guard let equals = line.firstIndex(of: "=") else { return false }
      return line[..<equals].trimmingCharacters(in: .whitespaces.union(["\"", "'"])) == name
    }
    return (index ?? lines.firstIndex { $0.contains(name) } ?? 0) + 1
  }

  private mutating func read(_ table: TOMLTable) {
    for name in table.keys {
      guard let value = table[name] else { continue }
      switch name {
      case "language": choose(name, value, Language.self) { $0.language = $1 }
      case "theme": choose(name, value, Settings.Theme.self) { $0.theme = $1 }
      case "chart": choose(name, value, Settings.Chart.self) { $0.chart = $1 }
      case "ambiguous": choose(name, value, Settings.Ambiguous.self) { $0.ambiguous = $1 }
      case "mouse":
        if let mouse = value.bool { settings.mouse = mouse } else { mistake(name, "true | false") }
      case "name": write(name, value) { $0.name = $1 }
      case "place": write(name, value) { $0.place = $1 }
      case "ledger": write(name, value, Self.path) { $0.ledger = $1 }
      case "province": write(name, value, Self.province) { $0.province = $1 }
      case "backup":
        if let copies = value.table { readCopies(copies) } else { mistake(name, "[backup]") }
      case "sharing":
        if let sharing = value.table { readSharing(sharing) } else { mistake(name, "[sharing]") }
      case "keys":
        if let keys = value.table { readKeys(keys) } else { mistake(name, "[keys]") }
      default:
        find(line(of: name), Phrase("不认识的设置 \(name)", "unknown setting \(name)"))
      }
    }
    refuseClashes()
  }

  private mutating func choose<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ value: any TOMLValueConvertible, _ type: Choice.Type,
    _ set: (inout Settings, Choice) -> Void
  ) where Choice.RawValue == String {
    let text = value.string ?? value.int.map(String.init) ?? ""
    guard let choice = Choice(rawValue: text) else {
      mistake(name, Choice.allCases.map(\.rawValue).joined(separator: " | "))
      return
    }
    set(&settings, choice)
  }

  /// What a text must be, and how that is said.
  private struct Manner: Sendable {
    var allowed: String
    var isFit: @Sendable (String) -> Bool
  }

  private static let text = Manner(allowed: "\"…\"") { _ in true }
  /// A path that leads to the same file wherever the program is started.
  private static let path = Manner(allowed: "\"/…\" | \"~/…\"") {
    $0.hasPrefix("/") || $0.hasPrefix("~/")
  }
  private static let province = Manner(allowed: "\"浙江\", \"Zhejiang\", \"330000\" …") {
    (try? LedgerProvince.find($0)) != nil
  }

  private mutating func write(
    _ name: String, _ value: any TOMLValueConvertible, _ manner: Manner = text,
    _ set: (inout Settings, String) -> Void
  ) {
    guard let words = value.string, manner.isFit(words) else {
      return mistake(name, manner.allowed)
    }
    set(&settings, words)
  }

  private mutating func mistake(_ name: String, _ allowed: String) {
    find(
      line(of: name),
      Phrase(
        "\(name) 的值不对，应为 \(allowed)；已用默认值",
        "\(name) has a wrong value (\(allowed)); the default is used"))
    mistaken[name] = finding(
      on: name,
      Phrase("\(name) 的值不对，应为 \(allowed)", "\(name) has a wrong value (\(allowed))"))
  }

  /// What is wrong with a setting for a ledger, though its value might be right for another.
  public func finding(on name: String, _ message: Phrase) -> Finding {
    Finding("configuration", .warning, message, at: .init(file: path, line: line(of: name)))
  }

  private mutating func readCopies(_ table: TOMLTable) {
    for name in table.keys {
      switch name {
      case "keep":
        if let keep = table[name]?.int, (0...Self.mostCopies).contains(keep) {
          settings.copies.keep = keep
        } else {
          mistake(name, "0–\(Self.mostCopies)")
        }
      case "folder":
        if let folder = table[name]?.string, folder.hasPrefix("/") || folder.hasPrefix("~/") {
          settings.copies.folder = folder
        } else {
          mistake(name, "\"/…\" | \"~/…\"")
        }
      default: find(line(of: name), Phrase("不认识的设置 \(name)", "unknown setting \(name)"))
      }
    }
  }

  private static let mostCopies = 366

  private mutating func readSharing(_ table: TOMLTable) {
    for name in table.keys {
      guard name == "every" else {
        find(line(of: name), Phrase("不认识的设置 \(name)", "unknown setting \(name)"))
        continue
      }
      let allowed = Self.leastPause...Self.mostPause
      if let every = table[name]?.int, every == 0 || allowed.contains(every) {
        settings.exchangeEvery = every
      } else {
        mistake(name, "0 | \(Self.leastPause)–\(Self.mostPause)")
      }
    }
  }

  /// Seconds between two exchanges with a hub.
  private static let (leastPause, mostPause) = (10, 86_400)

  private mutating func readKeys(_ table: TOMLTable) {
    for name in table.keys {
      guard let command = Command(rawValue: name) else {
        find(line(of: name), Phrase("没有叫 \(name) 的命令", "there is no command \(name)"))
        continue
      }
      let names = table[name]?.string.map { [$0] } ?? table[name]?.array?.compactMap(\.string)
      let keys = (names ?? []).compactMap(Key.init(name:))
      guard let names, keys.count == names.count else {
        mistake(name, "[\"x\", \"Ctrl-X\", \"F5\"]")
        continue
      }
      settings.keys[command] = keys
    }
  }

  /// A key that would mean two things keeps its standard meaning.
  private mutating func refuseClashes() {
    let clashes = Keymap.standard.binding(settings.keys).clashes()
    guard let clash = clashes.first else { return }
    find(
      max(line(of: clash.first.rawValue), line(of: clash.second.rawValue)),
      Phrase(
        "\(clash.key.name) 同时是 \(clash.first.rawValue) 和 \(clash.second.rawValue)；按键已用默认设置",
        "\(clash.key.name) is both \(clash.first.rawValue) and \(clash.second.rawValue); "
          + "the standard keys are used"))
    settings.keys = [:]
  }
}

extension SettingsReader {
  /// The configuration file as `yigai config` writes it: everything there is, as comments.
  public static func template() -> String {
    var text = """
      # yigai 医改 · 配置 configuration
      # 去掉行首的 # 即生效。Take away the # to set a value.

      # 语言 zh | en
      # language = "zh"

      # 登记时署名；默认是登录名。The name written beside entries; by default the login name.
      # name = "省医改办 王某"

      # 不写 --ledger 时打开哪本台账。The ledger to open where none is named.
      # ledger = "~/医改/台账.sqlite"

      # 一打开先看哪里；台账里选定了本地的，以台账为准。The place to begin with.
      # place = "330100"

      # 新建台账用哪个省份，不写就问。The province of a ledger that is made.
      # province = "浙江"

      # 配色 auto | dark | light | contrast（投影）| monochrome（环境变量 NO_COLOR 同 monochrome）
      # theme = "auto"

      # “ ” … ① 等字符占几列 auto | 1 | 2；画面错位时改。Columns of ambiguous characters.
      # ambiguous = "auto"

      # 图形 auto | braille | blocks | ascii
      # chart = "auto"

      # 鼠标 mouse: true | false
      # mouse = true

      # 自动备份：保留最近几天的（0 不备份），放在哪里（默认在台账旁边）。Daily copies: how many, and where.
      # [backup]
      # keep = 7
      # folder = "/mnt/backup"

      # 加入共享库的台账每隔几秒自动同步，0 只在按键时。Seconds between exchanges.
      # [sharing]
      # every = 300

      # 按键 keys: 命令 = [键…]，例如 close = ["d", "F8", "Ctrl-D"]
      # [keys]

      """
    var named: Set<Command> = []
    for binding in Keymap.standard.bindings where named.insert(binding.command).inserted {
      let keys = binding.keys.map { "\"\($0.name.replacing("\\", with: "\\\\"))\"" }
      text += "# \(binding.command.rawValue) = [\(keys.joined(separator: ", "))]"
      text += "  # \(binding.words.zh) \(binding.words.en)\n"
    }
    return text
  }
}
