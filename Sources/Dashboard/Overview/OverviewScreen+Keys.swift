import Cells

extension Context {
  static let overview = Context("overview")
}

extension Command {
  static let showOverview = Command("overview")
}

extension Tab {
  static let overview = Tab(1, .showOverview, Words.Tabs.overview)
}

extension OverviewScreen {
  static let bindings: [Binding] =
    Binding.narrowing(.overview) + [
      Binding(.measure, ["c"], "地图着色", "colour the map by", in: [.overview], hint: 15),
      .papers([.overview]),
      // From a place that was gone into.
      Binding(.back, [.escape], "返回", "back", in: [.overview]),
    ]
}
