import Cells
import TestSupport
import Testing

/// The header says for which day things are entered, however narrow the window is.
@Suite struct BackdateScreenTests {
  @Test(arguments: [(80, "补 20-02-10"), (160, "补登 2020-02-10")])
  func theHeaderSaysForWhichDayThingsAreEntered(columns: Int, badge: String) throws {
    var setting = Walk.Setting()
    setting.size = Size(columns: columns, rows: 24)
    let walk = try Walk(setting)
    func header() -> Substring { walk.canvas.text.split(separator: "\n").first ?? "" }
    try walk.press("2 B '2020-02-10' Enter")
    #expect(header().contains(badge), "\(header())")
    try walk.press("B Ctrl-U Enter")
    #expect(!header().contains("补"), "\(header())")
  }
}
