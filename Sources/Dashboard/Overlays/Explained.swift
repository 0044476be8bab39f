import Cells

/// A line of an explanation: a label and what it says.
public struct Explained: Hashable, Sendable {
  var label: String
  var text: String
  var role: Role
  init(_ label: String, _ text: String, _ role: Role = .plain) {
    (self.label, self.text, self.role) = (label, text, role)
  }
}
