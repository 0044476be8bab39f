import Reform

/// The departments of another province: those that are written down, with its name in them.
struct ProvinceDepartments {
  private let province: Division
  private let home: Divisions
  private let homeProvince: Division

  /// Nil where either of the provinces is not known.
  init?(of province: Division?, from home: Divisions) {
    guard let province, let first = home.all.first else { return nil }
    (self.province, self.home, homeProvince) = (province, home, first)
  }

  /// The departments that every province has, by the names and forms of this one.
  ///
  /// What bears the name of a city or a county of the other stays behind; where no cities are, so do
  /// the organs of cities. No form belongs to two names.
  func departments(_ all: [Department]) -> [Department] {
    let places = home.all.dropFirst().map(\.name)
    let kept = all.filter { department in
      !places.contains { department.name.hasPrefix($0) }
        && (province.ruling != "市" || department.kind != "city")
    }
    var taken = Set(kept.map { renamed($0.name) })
    return kept.map { department in
      let forms = department.forms.map { form in
        form.hasPrefix("省") && province.ruling != "省"
          ? province.ruling + form.dropFirst() : renamed(form)
      }
      return Department(
        name: renamed(department.name), forms: forms.filter { taken.insert($0).inserted },
        kind: department.kind, english: english(department.english))
    }
  }

  /// Those of the state itself; what a province has is read with the tables of that province.
  static func national(_ all: [Department]) -> [Department] {
    all.filter { ["state", "generic", "government", "kind"].contains($0.kind) }
  }

  /// With the forms that leave the province out: only provinces have departments called 厅 (财政厅).
  static func withBareForms(_ department: Department) -> Department {
    guard department.kind == "province" else { return department }
    let bare = department.forms.compactMap { form -> String? in
      guard form.hasSuffix("厅"), !form.hasSuffix("办公厅") else { return nil }
      for ruling in ["自治区", "省"] where form.hasPrefix(ruling) {
        return String(form.dropFirst(ruling.count))
      }
      return nil
    }
    guard !bare.isEmpty else { return department }
    return Department(
      name: department.name,
      forms: department.forms + bare.filter { !department.forms.contains($0) },
      kind: department.kind, english: department.english)
  }

  private func renamed(_ name: String) -> String {
    name.replacing(homeProvince.name, with: province.name)
      .replacing(homeProvince.short, with: province.short)
  }

  private func english(_ name: String) -> String {
    let level = ["市": "Municipal", "自治区": "Regional"][province.ruling] ?? "Provincial"
    return name.replacing(homeProvince.english, with: province.english)
      .replacing("Provincial", with: level)
  }
}
