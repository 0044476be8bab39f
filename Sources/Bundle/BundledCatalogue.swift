import Foundation
import Intake
import Reform

/// The catalogue that is compiled into the program.
public enum BundledCatalogue {
  /// The province whose documents come with the program; every other begins without any.
  public static let home: Division.Code = "140000"

  /// The rows of a bundled table by the names of its columns; none where there is no such table.
  static func records(_ name: String) -> [CSVReader.Record] {
    Resource.named(name).map { CSVReader($0.bytes).records() } ?? []
  }

  /// Divisions, departments, themes and the rules of lights of a province: what every start needs.
  public static func tables(of province: Division.Code = home) -> Catalogue {
    let divisions = ChinaDivisions.divisions(of: province)
    var departments = records("departments.csv").map(Department.init)
    if province == Divisions.country {
      departments = ProvinceDepartments.national(departments)
    } else if province != home {
      let own = ProvinceDepartments(
        of: divisions.all.first, from: ChinaDivisions.divisions(of: home))
      departments = own?.departments(departments) ?? departments
    }
    departments = departments.map(ProvinceDepartments.withBareForms)
    return Catalogue(
      divisions: divisions, departments: departments,
      themes: records("themes.csv").map {
        Theme(
          id: $0["key"], name: Phrase($0["zh"], $0["en"]),
          words: $0["words"].split(separator: "|").map(String.init))
      },
      rules: SignalRules(records("signals.csv").map(SignalRule.init)))
  }

  /// The tables with the documents, their clauses and tasks; of another province than `home` there
  /// are none.
  public static func whole(of province: Division.Code = home) throws -> Catalogue {
    guard province == home else { return tables(of: province) }
    let decoder = JSONDecoder()
    func decoded<T: Decodable>(_ type: T.Type, _ resource: Resource) throws -> T {
      do { return try decoder.decode(type, from: Data(resource.bytes)) } catch {
        throw Fault(
          "程序自带的 \(resource.name) 有误：\(error)", "The bundled \(resource.name) is wrong: \(error)")
      }
    }
    guard let list = Resource.named("documents.json") else {
      throw Fault("程序缺少 documents.json。", "The program lacks documents.json.")
    }
    let documents = try decoded([Document].self, list).sorted {
      ($0.issued, $0.id) < ($1.issued, $1.id)
    }
    var parts: [Document.ID: TaskFile] = [:]
    for resource in Resource.all() where resource.name.hasPrefix("tasks/") {
      let file = try decoded(TaskFile.self, resource)
      parts[file.document] = file
    }
    return tables().holding(
      documents: documents, clauses: parts.mapValues(\.clauses),
      tasks: documents.flatMap { parts[$0.id]?.tasks ?? [] })
  }

  /// The provinces, ours and the others.
  public static func provinces() -> Provinces {
    Provinces(records("provinces.csv"))
  }

  /// What bulletins of a province report, figure by figure; nothing where the resource cannot be
  /// read.
  public static func achievements(of province: Division.Code = home) -> [Achievement] {
    guard province == home else { return [] }
    return Resource.named("achievements.json").flatMap {
      try? JSONDecoder().decode([Achievement].self, from: Data($0.bytes))
    } ?? []
  }

  /// Tells one state of the catalogue from another: the day it was revised, and a sum of its bytes.
  public static func revision() -> String {
    let all = Resource.all()
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for resource in all where resource.name.hasPrefix("tasks/") || resource.name.hasSuffix("s.json")
    {
      resource.bytes.withMemoryRebound(to: UInt8.self) { bytes in
        let words = UnsafeRawBufferPointer(bytes)
        for index in stride(from: 0, to: words.count - 7, by: 8) {
          sum =
            (sum ^ words.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x100_0000_01b3
        }
        for byte in words.suffix(words.count % 8) { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
      }
    }
    let day = all.first { $0.name == "revision.txt" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    return (day?.prefix(10) ?? "") + "-" + String(sum, radix: 16)
  }

  /// Readings of characters, for the search.
  public static func pinyin() -> Pinyin {
    Resource.named("pinyin.txt").map { Pinyin(table: $0.bytes) } ?? .none
  }

  private struct TaskFile: Decodable {
    var document: Document.ID
    var clauses: [Clause]
    var tasks: [ReformTask]
  }
}

extension Division {
  init(_ record: CSVReader.Record) {
    var tile: Tile?
    if let row = Int(record["tile_row"]), let column = Int(record["tile_col"]) {
      tile = Tile(row: row, column: column)
    }
    self.init(
      id: record["code"], parent: record["parent"].isEmpty ? nil : record["parent"],
      level: Level(rawValue: record["level"]) ?? .county, name: record["name_zh"],
      short: record["short_zh"], english: Self.umlaut(record["name_en"]), pinyin: record["pinyin"],
      tile: tile,
      population: Int(record["population_2020"]))
  }

  /// A name as it is written in English: the code table has v for ü (Lüliang, not Lvliang).
  private static func umlaut(_ name: String) -> String {
    // Few have one, and a country has three thousand names.
    guard name.utf8.contains(UInt8(ascii: "v")) else { return name }
    return ["Lv": "Lü", "Nv": "Nü", "lv": "lü", "nv": "nü"].reduce(name) {
      $0.replacing($1.key, with: $1.value)
    }
  }
}

extension Department {
  init(_ record: CSVReader.Record) {
    self.init(
      name: record["name"], forms: record["forms"].split(separator: "|").map(String.init),
      kind: record["kind"], english: record["en"])
  }
}

extension SignalRule {
  init(_ record: CSVReader.Record) {
    self.init(
      number: Int(record["order"]) ?? 0, status: Status(rawValue: record["status"]),
      hasDue: record["due"] == "*" ? nil : record["due"] == "yes", from: Int(record["from_days"]),
      to: Int(record["to_days"]), signal: Signal(rawValue: record["signal"]) ?? .grey,
      tier: Int(record["tier"]) ?? 0, reason: Phrase(record["zh"], record["en"]))
  }
}

/// What comes with the program for the province of a catalogue, each read where it is asked for.
extension Catalogue {
  public var indicators: IndicatorCatalogue { BundledCatalogue.indicators(of: province) }
  public var charter: GroupCharter { BundledCatalogue.charter(of: province) }
  /// What bundled bulletins report of its places.
  public var reported: [Achievement] { BundledCatalogue.achievements(of: province) }
}
