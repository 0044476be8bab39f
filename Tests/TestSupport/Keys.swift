import Cells
import Dashboard

/// Events as people write them: `2 j Enter 'typed text' "pasted text"`.
public enum Keys {
  public static func events(_ text: String) throws -> [Event] {
    var events: [Event] = []
    var rest = Substring(text)
    while let first = rest.first {
      guard first != " " else {
        rest.removeFirst()
        continue
      }
      if first == "'" || first == "\"", let end = rest.dropFirst().firstIndex(of: first) {
        let words = rest[rest.index(after: rest.startIndex)..<end]
        if first == "'" {
          events += words.map { .key(.character($0)) }
        } else {
          events.append(.paste(String(words)))
        }
        rest = rest[end...].dropFirst()
        continue
      }
      let name = rest.prefix { $0 != " " }
      guard let key = Key(name: String(name)) else {
        throw TestFailure("there is no key “\(name)”")
      }
      events.append(.key(key))
      rest = rest.dropFirst(name.count)
    }
    return events
  }
}
