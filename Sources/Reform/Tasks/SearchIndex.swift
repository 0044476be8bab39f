/// What tasks are found by, made ready once: a key then only compares.
///
/// Names (title, id, departments, theme, document, places) are found by readings and initials too;
/// clause texts and notes only as they are written, for two letters would find nearly all of them.
public struct SearchIndex: Sendable, Equatable {
  /// Where something was found.
  public enum Field: String, Sendable, CaseIterable {
    case title, id, department, theme, document, place, text, note

    public var words: Phrase {
      switch self {
      case .title: Phrase("名称", "title")
      case .id: Phrase("编号", "id")
      case .department: Phrase("单位", "department")
      case .theme: Phrase("专题", "theme")
      case .document: Phrase("文件", "document")
      case .place: Phrase("地区", "place")
      case .text: Phrase("原文", "clause")
      case .note: Phrase("备注", "note")
      }
    }

    /// Whether readings of characters count.
    var isName: Bool { self != .text && self != .note }
  }

  /// Where one word of a search was found in a task.
  public struct Hit: Hashable, Sendable {
    public var field: Field
    /// Which of the task's parts, and where in it, in scalars.
    var part: Int
    var range: Range<Int>
  }

  struct Part: Sendable, Equatable {
    var field: Field
    var original: String
    var scalars: [Unicode.Scalar]

    init(_ field: Field, _ text: String) {
      (self.field, original) = (field, text)
      // Lower case can have another length (İ): what is shown is cut out of what was searched.
      scalars = Array(text.lowercased().unicodeScalars)
    }
  }

  private var parts: [[Part]]

  /// Of every task of a catalogue; texts and notes by the id of the task.
  public init(
    _ catalogue: Catalogue, texts: [ReformTask.ID: String] = [:],
    notes: [ReformTask.ID: [String]] = [:]
  ) {
    parts = catalogue.tasks.map { task in
      var parts = catalogue.names(of: task)
      if let text = texts[task.id] { parts.append(Part(.text, text)) }
      parts += (notes[task.id] ?? []).map { Part(.note, $0) }
      return parts
    }
  }

  /// Where the words of a search stand in the task at a position; nil unless all are found.
  public func hits(of query: SearchQuery, in task: Int) -> [Hit]? {
    guard parts.indices.contains(task) else { return nil }
    return query.hits(in: parts[task])
  }

  /// The words around a hit, with what was found in the middle.
  public func excerpt(_ hit: Hit, in task: Int, reach: Int = 10) -> String {
    guard parts.indices.contains(task), parts[task].indices.contains(hit.part) else { return "" }
    let part = parts[task][hit.part]
    guard part.field == .text || part.field == .note else { return part.original }
    let all = Array(part.original.unicodeScalars)
    // Where lower case has another length, the place is only about right.
    let start = max(0, min(all.count, hit.range.lowerBound - reach))
    let end = max(start, min(all.count, hit.range.upperBound + reach * 2))
    var text = String.UnicodeScalarView()
    for scalar in all[start..<end] {
      text.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return (start > 0 ? "…" : "") + String(text) + (end < all.count ? "…" : "")
  }
}

extension Catalogue {
  /// The names that a task is found by, those that say most first.
  func names(of task: ReformTask) -> [SearchIndex.Part] {
    var parts: [SearchIndex.Part] = [
      .init(.title, task.title.zh), .init(.title, task.title.en), .init(.id, task.id),
    ]
    for department in task.departments {
      parts.append(.init(.department, department.name))
      parts.append(.init(.department, name(of: department, in: .en)))
    }
    for place in task.places {
      guard let division = divisions[place.code] else { continue }
      parts += [division.name, division.english, division.pinyin].map { .init(.place, $0) }
    }
    if let theme = theme(task.theme) {
      parts += [theme.name.zh, theme.name.en].map { .init(.theme, $0) }
    }
    if let document = document(task.document) {
      parts += [document.short.zh, document.number].map { .init(.document, $0) }
    }
    return parts
  }
}
