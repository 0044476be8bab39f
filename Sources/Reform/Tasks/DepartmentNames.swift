/// The departments that are known, each with the short forms that documents use.
public struct DepartmentNames: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var forms: [String]
    public var kind: String

    public init(name: String, forms: [String] = [], kind: String = "") {
      (self.name, self.forms, self.kind) = (name, forms, kind)
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// Every name and form, once.
  public var allForms: Set<String> {
    var forms = Set<String>()
    for entry in entries { forms.formUnion([entry.name] + entry.forms) }
    forms.remove("")
    return forms
  }
}
