import Cells
import Testing

@Suite struct GeometryTests {
  private let area = Rect(x: 2, y: 3, columns: 10, rows: 7)

  @Test func negativeLengthsBecomeNone() {
    #expect(Rect(x: 1, y: 1, columns: -3, rows: -1).isEmpty)
    #expect(Size(columns: -1, rows: 2) == Size(columns: 0, rows: 2))
    #expect(area.inset(by: 9).isEmpty)
  }

  @Test func insetAndIntersection() {
    #expect(area.inset(by: 1) == Rect(x: 3, y: 4, columns: 8, rows: 5))
    #expect(area.inset(x: 2, y: 0) == Rect(x: 4, y: 3, columns: 6, rows: 7))
    let other = Rect(x: 8, y: 0, columns: 10, rows: 5)
    #expect(area.intersection(other) == Rect(x: 8, y: 3, columns: 4, rows: 2))
    #expect(area.intersection(Rect(x: 50, y: 50, columns: 1, rows: 1)).isEmpty)
  }

  @Test func cornersAndContents() {
    #expect(area.maxX == 12 && area.maxY == 10)
    #expect(area.contains(Point(x: 11, y: 9)))
    #expect(!area.contains(Point(x: 12, y: 9)))
  }

  @Test func partsOfARectangle() {
    #expect(area.row(6) == Rect(x: 2, y: 9, columns: 10, rows: 1))
    #expect(area.row(7).isEmpty && area.row(-1).isEmpty)
    #expect(area.prefix(rows: 2) == Rect(x: 2, y: 3, columns: 10, rows: 2))
    #expect(area.dropping(rows: 2) == Rect(x: 2, y: 5, columns: 10, rows: 5))
    #expect(area.suffix(rows: 99) == area)
    #expect(area.prefix(columns: -4).isEmpty)
    #expect(area.dropping(columns: 4) == Rect(x: 6, y: 3, columns: 6, rows: 7))
    #expect(area.suffix(columns: 3) == Rect(x: 9, y: 3, columns: 3, rows: 7))
  }

  @Test func sharesUseUpEveryCell() {
    for columns in 0...40 {
      let whole = Rect(x: 5, y: 0, columns: columns, rows: 1)
      let parts = whole.splitColumns([.fixed(3), .share(1), .share(2), .fixed(4), .share(1)])
      #expect(parts.reduce(0) { $0 + $1.columns } == columns)
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.maxX == $1.x })
    }
  }

  @Test func fixedPartsAreServedFirst() {
    let parts = area.splitRows([.fixed(1), .share(1), .fixed(2)])
    #expect(parts.map(\.rows) == [1, 4, 2])
    #expect(
      area.prefix(rows: 2).splitRows([.fixed(1), .share(1), .fixed(2)]).map(\.rows) == [1, 0, 1])
  }
}
