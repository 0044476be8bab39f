import Foundation
import TestSupport
import Testing

/// What reading commands say of the sample, byte for byte, in both languages and all forms.
@Suite struct GoldenTests {
  /// A report, and the forms of it that are kept.
  struct Report: CustomTestStringConvertible, Sendable {
    enum Form: String, Sendable, CaseIterable {
      case text = "txt"
      case csv, json

      var option: [String] { self == .text ? [] : ["--\(rawValue)"] }
    }

    let name: String
    let arguments: [String]
    let forms: [Form]
    /// Whether the JSON is kept once: it is large, or has both languages in it.
    let isKeptOnce: Bool

    var testDescription: String { name }

    init(
      _ name: String, _ arguments: String, _ forms: [Form] = Form.allCases, isKeptOnce: Bool = false
    ) {
      self.name = name
      self.arguments = arguments.split(separator: " ").map(String.init)
      (self.forms, self.isKeptOnce) = (forms, isKeptOnce)
    }
  }

  static let reports = [
    Report("tasks", "tasks --place 清徐 --document jyg-2019-1", isKeptOnce: true),
    Report("tasks-city", "tasks --place 太原 --signal red", isKeptOnce: true),
    Report("tasks-search", "tasks --place 太原 --search DRG", isKeptOnce: true),
    Report("indicators", "indicators --place 太原", isKeptOnce: true),
    Report("indicators-province", "indicators --year 2022", [.text, .csv]),
    Report("collection", "indicators --collection --year 2023"),
    Report("compare", "compare medical-service-share --year 2023"),
    Report("compare-counties", "compare medical-service-share --year 2023 --place 太原"),
    Report("compare-groups", "compare group-six-unified --year 2023", [.text, .csv]),
    Report("compare-parts", "compare medical-service-share --year 2023 --parts"),
    Report("places", "places", [.text, .json], isKeptOnce: true),
    Report("places-city", "places 太原", [.text, .json], isKeptOnce: true),
    Report("places-county", "places 清徐", [.text, .json], isKeptOnce: true),
    Report("groups", "groups --place 晋城", isKeptOnce: true),
    Report("group", "groups 高平", isKeptOnce: true),
    Report("settlements", "settle 晋城 --year 2023", isKeptOnce: true),
    Report("settlement", "settle 高平 --year 2023", isKeptOnce: true),
    Report("targets", "targets yzbf-2019-3/9", isKeptOnce: true),
    Report("targets-city", "targets --place 运城", [.text, .csv]),
    Report(
      "import", "import figures {fixtures}/tables/r01-total-before-parts.xlsx --dry-run",
      [.text, .json], isKeptOnce: true),
    Report("history", "history --limit 12", isKeptOnce: true),
    Report("since", "since 2024-11-20 --place 长治", isKeptOnce: true),
    Report("since-task", "since 2024-06-30 --as-of 2024-09-30 --by task", isKeptOnce: true),
    Report("since-place", "since 2024-11-20 --by place --place 太原", [.text, .csv]),
    Report("history-city", "history --limit 40 --place 运城", isKeptOnce: true),
  ]

  @Test(arguments: reports)
  func aReportSaysWhatItSaid(report: Report) throws {
    let program = try Program()
    try program.with(.sample)
    let words = report.arguments.map {
      $0.replacing("{fixtures}", with: Places.root + "/Tests/Fixtures")
    }
    for language in ["zh", "en"] {
      for form in report.forms where form != .json || language == "zh" || !report.isKeptOnce {
        let result = try program.run(
          words + ["--sample", "--today", "2024-12-06", "--lang", language]
            + form.option)
        // What a limit leaves away is told.
        let isTold = result.complaint.isEmpty || words.contains("--limit")
        #expect(result.code == 0 && isTold, "\(result.complaint)")
        let name = "\(report.name).\(language).\(form.rawValue)"
        let complaint = try Golden.complaint(
          about: result.output, file: name, in: Places.golden + "/commands")
        #expect(complaint == nil, "\(complaint ?? "")")
      }
    }
  }
}
