import Cells

extension Context {
  static let indicators = Context("indicators")
}

extension Command {
  static let showIndicators = Command("indicators")
}

extension Tab {
  static let indicators = Tab(3, .showIndicators, Words.Tabs.indicators)
}

extension IndicatorsScreen {
  static let bindings: [Binding] = Binding.narrowing(.indicators) + Binding.collecting
}
