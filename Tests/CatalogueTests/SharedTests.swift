import Bundle
import Foundation
import Intake
import Reform
import TestSupport
import Testing

/// What is held against files that are not part of the repository.
@Suite(.enabled(if: Places.shared != nil, "needs ../shared, which is not there"))
struct SharedTests {
  @Test func divisionsAreThoseOfTheCodeTable() throws {
    let path = try #require(Places.shared) + "/data/regions.csv"
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let own = try #require(Resource.named("divisions.csv")).bytes
    let columns = [
      "code", "parent", "level", "name_zh", "short_zh", "name_en", "pinyin", "initials",
    ]
    func rows(_ reader: CSVReader) -> [[String]] {
      reader.records().map { record in columns.map { record[$0] } }
    }
    let (expected, found) = (rows(CSVReader(bytes)), rows(CSVReader(own)))
    #expect(expected.count == found.count)
    for (one, other) in zip(expected, found) { #expect(one == other) }
  }

  /// Titles and notes are our own words: nothing as long as a sentence is copied.
  @Test func nothingBundledCopiesAParagraph() throws {
    let folder = try #require(Places.shared) + "/documents"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let texts = names.filter { $0.hasSuffix(".txt") }.compactMap { name in
      contents(of: "\(folder)/\(name)").map(Self.han)
    }
    #expect(texts.count == 5)
    let length = 40
    for resource in Resource.all() where resource.name != "pinyin.txt" {
      for line in String(decoding: resource.bytes, as: UTF8.self).split(whereSeparator: Self.ends) {
        let own = Array(Self.han(String(line)))
        guard own.count >= length else { continue }
        for start in 0...(own.count - length) {
          let part = String(own[start..<(start + length)])
          let isCopied = texts.contains { $0.contains(part) }
          #expect(!isCopied, "\(resource.name): \(part)")
        }
      }
    }
  }

  /// Every figure stands in the bulletin just as it is kept.
  @Test func figuresOfTheBulletinAreAsPrinted() throws {
    let path = try #require(Places.shared) + "/documents/ygxx-2020-11.txt"
    let text = try #require(contents(of: path)).filter { !$0.isWhitespace }
    for item in BundledCatalogue.achievements() where item.value != nil {
      #expect(text.contains(item.printed), "\(item.id): \(item.printed)")
    }
  }

  private static func han(_ text: String) -> String { String(text.filter(isHan)) }

  /// A string of a JSON file or a cell of a table ends here.
  private static func ends(_ character: Character) -> Bool {
    character == "\"" || character == "\n" || character == ","
  }
}
