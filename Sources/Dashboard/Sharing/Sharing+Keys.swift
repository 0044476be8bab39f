extension Command {
  static let synchronise = Command("synchronise")
  static let sharing = Command("sharing")
}

/// Numbers of entries may mean other entries than those that a room has seen.
struct OtherNumbers: Message {}
