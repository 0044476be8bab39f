import Bundle
import Intake
import Reform

/// The schema of a hub as SQL: what `yigai hub init` runs, and prints for a careful administrator.
public enum HubSchema {
  /// One text that makes the hub, in one transaction.
  ///
  /// The id is 32 hexadecimal digits; the role that all offices are members of is named by it, since
  /// roles belong to the whole server.
  public static func sql(id: String, province: Division.Code) throws -> String {
    let divisions = ChinaDivisions.divisions(of: province)
    guard !divisions.all.isEmpty, let number = Int(province) else {
      throw Fault("没有省份 \(province)。", "There is no province \(province).", exitCode: 2)
    }
    let documents = try BundledCatalogue.whole(of: province).documents.map(\.id)
    let words = [
      "version": "\(PostgresHub.version)", "id": id, "province": "\(number)",
      "group": group(of: id), "divisions": rows(divisions),
      "documents": documents.isEmpty ? "" : reserved(documents),
    ]
    return try text("hub.sql", words) + text("hub-rights.sql", words)
  }

  /// The role whose members are the offices of a hub.
  static func group(of id: String) -> String { "yigai_\(id)" }

  /// A new id.
  public static func newID() -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<32).map { _ in digits[Int.random(in: 0..<16)] })
  }

  private static func text(_ name: String, _ words: [String: String]) throws -> String {
    guard let resource = Resource.named(name) else {
      throw Fault("程序缺少 \(name)。", "The program lacks \(name).")
    }
    return words.reduce(String(decoding: resource.bytes, as: UTF8.self)) { text, word in
      text.replacing("{\(word.key)}", with: word.value)
    }
  }

  private static func rows(_ divisions: Divisions) -> String {
    (divisions.all + divisions.own).map { place in
      "  (\(place.id), \(place.parent ?? "NULL"), '\(place.level.rawValue)', \(literal(place.name)))"
    }.joined(separator: ",\n")
  }

  /// Documents that come with the program are nobody's: no office may file one of that key.
  private static func reserved(_ documents: [Document.ID]) -> String {
    "INSERT INTO yigai.owned (kind, key, office) VALUES\n"
      + (documents + [HandWords.ownDocument]).map { "  ('document', \(literal($0)), '')" }
      .joined(separator: ",\n") + ";\n"
  }

  /// A text in quotation marks of SQL.
  static func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// A name in quotation marks of SQL.
  static func name(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
