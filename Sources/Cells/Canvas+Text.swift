extension Canvas {
  /// What is written on the canvas: rows joined by line breaks, blanks at their ends left out.
  public var text: String { (0..<size.rows).map(row).joined(separator: "\n") }

  /// The role of each cell as a letter, laid out like `text`; `.` where it is plain.
  public var roles: String { letters { $0.role.letter } }

  /// The ground of each cell as a letter, laid out like `text`; `.` where there is none.
  public var grounds: String { letters { $0.ground.letter } }

  /// What is written in a row, without the blanks at its end.
  public func row(_ y: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for cell in cells(inRow: y) { cell.write(to: &scalars) }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The cells of a row, which must be on the canvas.
  public func cells(inRow y: Int) -> ContiguousArray<Cell>.SubSequence {
    cells[y * size.columns..<(y + 1) * size.columns]
  }

  private func letters(_ letter: (Style) -> Character) -> String {
    (0..<size.rows).map { y in String(cells(inRow: y).map { letter($0.style) }) }
      .joined(separator: "\n")
  }
}

extension Role {
  /// One letter per role, for tests.
  public var letter: Character {
    switch self {
    case .plain: "."
    case .faint: "f"
    case .title: "t"
    case .accent: "a"
    case .border: "b"
    case .good: "g"
    case .warning: "y"
    case .bad: "r"
    case .idle: "i"
    case .progress: "p"
    case .sample: "s"
    case .match: "m"
    }
  }
}

extension Background {
  /// One letter per ground, for tests.
  public var letter: Character {
    switch self {
    case .none: "."
    case .bar: "b"
    case .selected: "S"
    case .shaded: "s"
    case .raised: "o"
    case .field: "f"
    case .heat0: "0"
    case .heat1: "1"
    case .heat2: "2"
    case .heat3: "3"
    case .heat4: "4"
    case .heat5: "5"
    case .heatNone: "n"
    case .tone0: "A"
    case .tone1: "B"
    case .tone2: "C"
    case .tone3: "D"
    case .tone4: "E"
    case .tone5: "F"
    case .good: "g"
    case .warning: "y"
    case .bad: "r"
    case .idle: "i"
    }
  }
}
