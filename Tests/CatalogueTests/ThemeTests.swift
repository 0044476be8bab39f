import Bundle
import Reform
import Testing

/// The theme that a clause is taken for.
@Suite struct ThemeTests {
  @Test(arguments: [
    ("加强组织领导", "leadership"), ("深化医保支付方式改革", "payment"), ("做好有关工作", "other"),
  ])
  func aClauseIsOfTheThemeWhoseWordsItSays(_ title: String, _ theme: String) {
    let catalogue = BundledCatalogue.tables(of: "330000")
    let clause = ClauseDraft(kind: .numbered, path: "1", title: title, text: title)
    #expect(ReformTask(clause, of: "d", in: catalogue).theme == theme)
    #expect(catalogue.theme(theme) != nil)
  }

  @Test func oneThemeAloneHasNoWords() {
    let themes = BundledCatalogue.tables(of: BundledCatalogue.home).themes
    #expect(themes.filter(\.words.isEmpty).map(\.id) == ["other"])
  }
}
