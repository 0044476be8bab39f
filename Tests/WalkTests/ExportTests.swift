import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// What screens of the sample give out, byte for byte, in both languages.
@Suite struct ExportTests {
  static let screens = [
    ("overview-league", "Tab Tab Tab Tab", nil), ("overview-tasks", "", "140121"),
    ("board", "2", "140121"),
    ("indicators", "3", "140100"), ("places", "4", nil), ("compare", "5 j Space Space Enter", nil),
    ("compare-movers", "5 v v v", nil), ("collection", "5 Shift-Tab", nil),
    ("task", "2 Enter", "140121"), ("documents", "7", nil), ("places-city", "4 Enter", nil),
    ("places-county", "4", "140802"), ("places-group", "4 Enter", "140802"),
    ("places-settlement", "4 Enter G k Enter", "140802"),
  ]

  @Test(arguments: screens)
  func aScreenGivesOutWhatItDid(name: String, keys: String, place: String?) throws {
    for language in [Language.zh, .en] {
      var setting = Walk.Setting()
      (setting.ledger, setting.size) = (.sample, Size(columns: 160, rows: 50))
      (setting.place, setting.settings.language) = (place, language)
      let walk = try Walk(setting)
      try walk.export(keys)
      let names = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
      let found = try #require(names.first { $0.hasSuffix(".csv") }, "\(walk.canvas.text)")
      let complaint = try Golden.complaint(
        about: contents(of: walk.scratch.file(found)) ?? "", file: "\(name).\(language).csv",
        in: Places.golden + "/exports")
      #expect(complaint == nil, "\(complaint ?? "")")
    }
  }
}
