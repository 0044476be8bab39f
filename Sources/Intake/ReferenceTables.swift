import Reform

/// The divisions and departments from their files of comma-separated values.
public enum ReferenceTables {
  /// Reads `code,parent,level,name_zh,short_zh,name_en,pinyin,…`.
  public static func divisions(_ bytes: [UInt8]) -> Divisions {
    let rows = table(bytes)
    return Divisions(
      rows.compactMap { row in
        guard let code = row["code"], let level = Division.Level(rawValue: row["level"] ?? "")
        else { return nil }
        let parent = row["parent"] ?? ""
        return Division(
          id: code, parent: parent.isEmpty ? nil : parent, level: level,
          name: row["name_zh"] ?? row["name"] ?? "", short: row["short_zh"] ?? row["short"] ?? "",
          english: row["name_en"] ?? row["en"] ?? "", pinyin: row["pinyin"] ?? "")
      })
  }

  /// Reads `name,forms,kind,en`, forms separated by `|`.
  public static func departments(_ bytes: [UInt8]) -> DepartmentBook {
    DepartmentBook(
      table(bytes).compactMap { row in
        guard let name = row["name"], !name.isEmpty else { return nil }
        let forms = (row["forms"] ?? "").split(separator: "|").map(String.init)
        return DepartmentBook.Entry(name: name, forms: forms, kind: row["kind"] ?? "")
      })
  }

  private static func table(_ bytes: [UInt8]) -> [[String: String]] {
    var records = records(bytes)
    guard !records.isEmpty else { return [] }
    let header = records.removeFirst()
    return records.map { record in
      Dictionary(zip(header, record), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var (records, fields, field): ([[String]], [String], [UInt8]) = ([], [], [])
    var quoted = false
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes[start...] + [0x0A] {
      switch byte {
      case 0x22: quoted.toggle()
      case 0x2C where !quoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0A where !quoted:
        fields.append(String(decoding: field, as: UTF8.self))
        if fields.count > 1 { records.append(fields) }
        (fields, field) = ([], [])
      case 0x0D: break
      default: field.append(byte)
      }
    }
    return records
  }
}
