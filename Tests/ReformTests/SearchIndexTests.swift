import Bundle
import Intake
import Reform
import Testing

@Suite struct SearchIndexTests {
  private static let pinyin = BundledCatalogue.pinyin()
  private let catalogue: Catalogue
  private let index: SearchIndex

  init() throws {
    catalogue = try BundledCatalogue.whole()
    index = SearchIndex(
      catalogue, texts: ["jyg-2019-1/8": "甲、乙。按疾病诊断相关分组付费，丙。"],
      notes: ["jyg-2019-1/10": ["已报省人社厅，等批复"]])
  }

  private func found(_ text: String) -> [String: [SearchIndex.Field]] {
    let query = SearchQuery(text, pinyin: Self.pinyin)
    var found: [String: [SearchIndex.Field]] = [:]
    for (position, task) in catalogue.tasks.enumerated() {
      found[task.id] = index.hits(of: query, in: position)?.map(\.field)
    }
    return found
  }

  @Test func clauseTextsNotesDepartmentsAndPlacesAreFoundAndNamed() {
    #expect(found("疾病诊断相关") == ["jyg-2019-1/8": [.text]])
    #expect(found("等批复") == ["jyg-2019-1/10": [.note]])
    #expect(found("审计局").values.allSatisfy { $0 == [.department] })
    #expect(found("审计局")["yzbf-2019-3/3"] != nil)
    #expect(found("闻喜")["yzbf-2019-3/9"] == [.place])
    #expect(found("yzbf-2019-3/9")["yzbf-2019-3/9"] == [.id])
  }

  @Test func wordsMayStandInDifferentFields() {
    #expect(found("医保局 诊断相关分组") == ["jyg-2019-1/8": [.department, .text]])
    #expect(found("医保局 没有的词").isEmpty)
  }

  @Test func readingsAreForNamesOnly() {
    #expect(found("dengpifu").isEmpty)
    #expect(found("wenxi")["yzbf-2019-3/9"] == [.place])
  }

  @Test func anExcerptShowsWhatIsAround() throws {
    let position = try #require(catalogue.position(of: "jyg-2019-1/8"))
    let query = SearchQuery("诊断", pinyin: .none)
    let hit = try #require(index.hits(of: query, in: position)?.first)
    #expect(index.excerpt(hit, in: position, reach: 3) == "…按疾病诊断相关分组付费…")
    #expect(index.excerpt(hit, in: position, reach: 90) == "甲、乙。按疾病诊断相关分组付费，丙。")
  }
}
