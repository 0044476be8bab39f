import Intake
import Reform

/// The divisions and departments from their files of comma-separated values.
public enum ReferenceTables {
  /// Reads `code,parent,level,name_zh,short_zh,name_en,pinyin,…`.
  public static func divisions(_ bytes: [UInt8]) -> Divisions {
    Divisions(CSVReader(bytes).records().map(Division.init))
  }

  /// Reads `name,forms,kind,en`, forms separated by `|`.
  public static func departments(_ bytes: [UInt8]) -> DepartmentNames {
    DepartmentNames(CSVReader(bytes).records().map(Department.init))
  }
}

extension DepartmentNames {
  /// The departments of a catalogue, by every form that documents use.
  public init(_ departments: [Department]) {
    self.init(departments.map { Entry(name: $0.name, forms: $0.forms, kind: $0.kind) })
  }
}
