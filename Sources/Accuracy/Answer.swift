import Reform

/// The right answer to a document, written by hand.
struct Answer: Decodable {
  struct Head: Decodable {
    var number, title, notice, issuer, date: String?
  }

  struct Department: Decodable {
    var name: String
    var role: Responsible.Role
    var bureau: String?
  }

  struct Due: Decodable {
    var kind: Deadline.Kind
    var due: String?
    var years: [Int]?
    var soft: Bool?
  }

  struct Place: Decodable {
    var code: String
    var role: NamedPlace.Role
  }

  struct Figure: Decodable {
    var op: TaskTarget.Comparison
    var value: Double
    var upper: Double?
    var unit: String
  }

  struct Clause: Decodable {
    var path: String
    var title: String?
    var departments: [Department]?
    var deadlines: [Due]?
    var places: [Place]?
    var targets: [Figure]?
  }

  /// A target of a table of indicators.
  struct Stated: Decodable {
    var metric: String
    var op: TaskTarget.Comparison
    var value: Double
    var unit: String
    var year: Int?
    var nature: StatedTarget.Nature?
  }

  var document: Head?
  var clauses: [Clause]
  var stated: [Stated]?
  /// Checks that must speak; others may.
  var findings: [String]?
  /// Fields that this answer does not judge.
  var unjudged: [String]?
}
