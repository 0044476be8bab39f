import Intake
import Reform

extension SampleGroups {
  /// The day on which posts and staff of the year before were entered.
  static let counted = Day(2024, 1, 25) ?? opened

  /// Made-up posts and staff of every institution of a county's group at the end of 2023: most keep
  /// the limits that 运城 sets for each of them, some do not, and a few were not entered.
  func staffing(of county: Division) -> [GroupFact.Content] {
    founding(of: county).compactMap { content in
      guard case .member(let member, _) = content,
        dice(county, member.name + "@entered", 0).share() < 0.95
      else { return nil }
      let size = member.tier == .county ? 90 : 12
      let posts = size + dice(county, member.name, 1).index(size * 2)
      let inPost = posts * (78 + dice(county, member.name, 2).index(22)) / 100
      let staff = inPost + dice(county, member.name, 3).index(posts / 2 + 1)
      let professionals = staff * (80 + dice(county, member.name, 4).index(18)) / 100
      return .staffing(
        2023, member: member.name,
        Staffing(inPost: inPost, posts: posts, professionals: professionals, staff: staff))
    }
  }
}
