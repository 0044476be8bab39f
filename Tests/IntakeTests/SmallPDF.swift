/// A small PDF made by hand: words at places, in a font whose codes are Unicode.
struct SmallPDF {
  typealias Word = (left: Double, up: Double, size: Double, text: String)

  var pages: [[Word]] = []
  /// Whether the font says what its codes mean.
  var hasMeaning = true
  /// Words of the trailer, such as those of encryption.
  var trailer = ""
  var more: [String] = []

  /// Paragraphs as a page of an office shows them: 28 characters a line, two of indent, broken lines.
  static func paragraphs(_ texts: [String], head: String? = nil, linesOnPage: Int = 22) -> SmallPDF
  {
    var file = SmallPDF()
    var lines: [(Double, String)] = []
    for text in texts {
      var (line, width, indent) = ("", 2.0, 2.0)
      for sign in text {
        let wide = sign.isASCII ? 0.5 : 1
        if width + wide > 28 {
          lines.append((indent, line))
          (line, width, indent) = ("", 0, 0)
        }
        line.append(sign)
        width += wide
      }
      lines.append((indent, line))
    }
    for start in stride(from: 0, to: lines.count, by: linesOnPage) {
      var words: [Word] = []
      if let head { words.append((200, 800, 10, head)) }
      for (row, line) in lines[start..<min(lines.count, start + linesOnPage)].enumerated() {
        words.append((80 + line.0 * 16, 740 - Double(row) * 28, 16, line.1))
      }
      words.append((280, 50, 14, "— \(file.pages.count + 1) —"))
      file.pages.append(words)
    }
    return file
  }

  func bytes() -> [UInt8] {
    let map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
      + "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> "
      + "endbfrange endcmap end end"
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(8 + $0 * 2) 0 R" }.joined(separator: " "))] >>",
      stream(map),
      "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        + "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) "
        + "/Ordering (Identity) /Supplement 0 >> /FontDescriptor 4 0 R /DW 1000 /W [32 126 500] >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [5 0 R] "
        + (hasMeaning ? "/ToUnicode 3 0 R >>" : ">>"),
    ]
    for (number, page) in pages.enumerated() {
      let words = page.map { word in
        let codes = word.text.utf16.map { code in
          let digits = String(code, radix: 16, uppercase: true)
          return String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "/F1 \(word.size) Tf 1 0 0 1 \(word.left) \(word.up) Tm <\(codes.joined())> Tj"
      }
      objects.append(stream("BT\n" + words.joined(separator: "\n") + "\nET"))
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 6 0 R >> >> "
          + "/Contents \(7 + number * 2) 0 R >>")
    }
    objects += more
    return file(objects)
  }

  private func stream(_ content: String) -> String {
    "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }

  private func file(_ objects: [String]) -> [UInt8] {
    var text = "%PDF-1.5\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text +=
      "trailer << /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}
