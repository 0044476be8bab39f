import Reform
import Testing

@testable import Dashboard

/// What fields take, and how they show it back.
@Suite struct FormKindTests {
  @Test func everyKindSaysWhatIsWrong() throws {
    let today = try #require(Day(2024, 12, 6))
    #expect(FormKind.percent(isKept: true).refusal(of: "１００") == nil)
    #expect(FormKind.percent(isKept: true).refusal(of: "100.1")?.zh.contains("0 到 100") == true)
    #expect(FormKind.percent(isKept: true).refusal(of: "优")?.zh.contains("不是数") == true)
    #expect(FormKind.money.refusal(of: "1.2万元") == nil)
    #expect(FormKind.money.refusal(of: "-1")?.zh.contains("小于零") == true)
    #expect(FormKind.day(latest: today).refusal(of: "2024-12-06") == nil)
    #expect(
      FormKind.day(latest: today).refusal(of: "2024-12-07")?.zh.contains("2024-12-06") == true)
    #expect(FormKind.day(latest: nil).refusal(of: "2024-13-01") != nil)
    #expect(FormKind.year(latest: 2025).refusal(of: "2025") == nil)
    for text in ["2026", "1948", "20x4", "2024.5", ""] {
      #expect(FormKind.year(latest: 2025).refusal(of: text) != nil, "\(text)")
    }
    #expect(FormKind.words(isNeeded: true).refusal(of: "任何话") == nil)
  }

  @Test func goodValuesAreShownBackInTheirUsualForm() {
    #expect(FormKind.money.usual("5.9亿") == "590,000,000.00")
    #expect(FormKind.percent(isKept: false).usual("１２．５％") == "12.5")
    #expect(FormKind.day(latest: nil).usual("2024年1月5日") == "2024-01-05")
    #expect(FormKind.money.usual("五") == "五")
  }

  @Test func aDayDueIsAlsoTheEndOfAMonthOrYear() throws {
    #expect(FormKind.dueDay.refusal(of: "2026年底前") == nil)
    #expect(FormKind.dueDay.usual("2026年9月底前") == "2026-09-30")
    #expect(FormKind.dueDay.refusal(of: "年底")?.zh.contains("2026年底前") == true)
    #expect(FormKind.dueDay.refusal(of: "1026年底") != nil)
    #expect(FormKind.day(latest: nil).refusal(of: "2026年底前") != nil)
    var form = Form(.card, of: "140802", "", [Form.Entry(.to, .dueDay, "期限")])
    _ = form.list.write("2026年底前")
    #expect(form.check(.zh) && form.day(.to) == Day("2026-12-31"))
  }

  @Test func aFormFillsAndChecksItself() {
    var form = Form(
      .card, of: "140802", "",
      [
        Form.Entry(.name, .words(isNeeded: true), "名称", "旧"),
        Form.Entry(.budget, .money, "预算", "1.00"), Form.Entry(.to, .day(latest: nil), "离开"),
      ])
    #expect(!form.isChanged && form.check(.zh))
    _ = form.list.press(.control("u"))
    #expect(form.isChanged(.name) && form.isChanged)
    form.look(at: 0, .zh)
    #expect(form.list.fields[0].complaint == Words.Forms.needed.zh)
    form.list.select(2)
    _ = form.list.write("昨天")
    #expect(!form.check(.en) && form.list.selected == 0)
    #expect(form.list.fields[2].complaint == Words.Prompt.badDay.en)
    _ = form.list.write("新")
    form.list.select(2)
    _ = form.list.press(.control("u"))
    // An empty day was never needed: it is no fault to leave it so.
    form.look(at: 2, .zh)
    #expect(form.list.fields[2].complaint == nil && form.check(.zh))
  }
}
