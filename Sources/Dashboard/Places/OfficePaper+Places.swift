import Reform

extension OfficePaper {
  /// Those of a place, or of a group; in a list those of the place under the cursor before them.
  static func of(
    _ level: PlaceLevel, _ section: GroupSection?, under cursor: PlacesScreen.Item?
  ) -> [OfficePaper] {
    var papers: [OfficePaper] = []
    if case .settlement(let year)? = section {
      papers.append(.settlement(level.place, year: year))
    }
    if case .place(let code)? = cursor { papers += [.reminder(code), .brief(code)] }
    return papers + [.reminder(level.place), .brief(level.place)]
  }
}
