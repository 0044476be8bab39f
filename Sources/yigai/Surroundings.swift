import Bundle
import Cells
import Files
import Foundation
import Intake
import Reform
import Runtime

/// What the environment says: folders, names, the language.
enum Surroundings {
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A folder that the environment names; a relative one is ignored, as XDG demands.
  static func folder(_ name: String) -> String? {
    value(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// The home that the environment names, or that of the password file.
  static var home: String {
    folder("HOME") ?? Account.own?.home ?? FileManager.default.currentDirectoryPath
  }

  static var dataFolder: String {
    (folder("XDG_DATA_HOME") ?? home + "/.local/share") + "/yigai"
  }

  static var configurationPath: String {
    (folder("XDG_CONFIG_HOME") ?? home + "/.config") + "/yigai/config.toml"
  }

  /// The names that an office gives to columns, beside the configuration file.
  static var columnNamesPath: String {
    (configurationPath as NSString).deletingLastPathComponent + "/column-names.csv"
  }

  /// Those names with what is wrong with them; none where there is no such file.
  static var columnNames: OwnColumnNames {
    let path = columnNamesPath
    guard FileManager.default.fileExists(atPath: path) else { return OwnColumnNames() }
    let bytes = UserFile.contents(of: path, limit: 1 << 20)
    return OwnColumnNames(bytes ?? [], file: path, BundledCatalogue.indicators())
  }

  /// The folder of the configuration, where an office keeps tables of its own.
  static var tables: String { (configurationPath as NSString).deletingLastPathComponent }

  /// The tables of supervision that an office keeps beside the configuration file.
  static var slipRuleFiles: SlipRuleFiles {
    SlipRuleFiles(folder: tables)
  }

  /// The templates of papers, those of the office first.
  static var paperTemplates: PaperTemplateFiles { PaperTemplateFiles(folder: tables) }

  /// The name written beside entries where the settings have none.
  static var login: String {
    value("USER") ?? value("LOGNAME") ?? Account.own?.name ?? "uid \(geteuid())"
  }

  /// A path as it was given on the command line, where no shell makes a home of `~` behind `=`.
  static func path(_ given: String) -> String { PathWords.expanded(given, home: home) }

  /// The language of messages before any option is read: `--lang`, then the locale, then Chinese.
  static var language: Language {
    let words = CommandLine.arguments
    for (index, word) in words.enumerated() {
      if word == "--lang", words.indices.contains(index + 1) {
        return Language(rawValue: words[index + 1]) ?? .zh
      }
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) ?? .zh }
    }
    return localeLanguage
  }

  static var localeLanguage: Language {
    let locale = value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG") ?? ""
    return locale.hasPrefix("en") ? .en : .zh
  }

  /// The settings of the configuration file over the defaults, read once.
  static func settings() -> SettingsReader { read }

  private static let read = SettingsReader(
    path: configurationPath, over: .init(language: localeLanguage))

  /// Where it is remembered what was last looked at.
  static var lastSeenPath: String {
    (folder("XDG_STATE_HOME") ?? home + "/.local/state") + "/yigai/last-seen"
  }
}

/// What the password file says of the user.
struct Account {
  var name: String
  var home: String

  static let own: Account? = {
    var (entry, found) = (passwd(), UnsafeMutablePointer<passwd>(nil))
    var room = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(geteuid(), &entry, &room, room.count, &found) == 0, found != nil,
      let name = entry.pw_name, let home = entry.pw_dir
    else { return nil }
    let folder = String(cString: home)
    return Account(
      name: String(cString: name), home: folder.hasPrefix("/") ? folder : "/")
  }()
}

/// Text from data on its way to a terminal or a pipe: control characters shown, not sent.
enum Safe {
  static func line(_ text: String, keepingBreaks: Bool = false) -> String {
    text.showingControls(keepingBreaks: keepingBreaks)
  }
}
