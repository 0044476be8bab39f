extension ClauseDraft {
  /// Every county where the clause says 每县, every city where it says 每市; nil where it says neither,
  /// or names the places that are to lead, to try or to do it (桃江县、安化县每县).
  var scopedLevel: ReformTask.Level? {
    guard placesAct != true, !places.contains(where: { $0.value.role != .named }) else {
      return nil
    }
    let scopes = targets.compactMap(\.value.scope)
    if scopes.contains(.perCounty) || says(["每县", "每个县"]) { return .eachCounty }
    if scopes.contains(.perCity) || says(["每市", "每个市", "每个设区"]) { return .eachCity }
    return nil
  }

  private func says(_ words: [String]) -> Bool { words.contains { text.contains($0) } }
}
