/// Sections headed by offices: 一、县卫健局, and its tasks below.
extension ClauseSplitter {
  /// The headings that name nothing but units, where several sections have such.
  func officeHeadings() -> [Int: NoteFinder.Note] {
    var found: [Int: NoteFinder.Note] = [:]
    for root in outline.roots {
      let node = outline.nodes[root]
      guard let child = node.children.first else { continue }
      var end = outline.nodes[child].start
      while end > node.body, scan.chars[end - 1] == Sign.newline { end -= 1 }
      if end > node.body, scan.chars[end - 1] == Sign.colon { end -= 1 }
      let heading = node.body..<max(node.body, end)
      guard (3...40).contains(heading.count), !scan.chars[heading].contains(Sign.newline),
        units.isList(heading, scan)
      else { continue }
      found[root] = NoteFinder.Note(inner: heading, outer: heading)
    }
    return found.count >= 2 && found.count * 2 >= outline.roots.count ? found : [:]
  }
}
