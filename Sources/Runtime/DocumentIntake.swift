import Bundle
import Files
import Intake
import Reform

/// Policy documents from files, up to the review that a person goes through.
public enum DocumentIntake {
  /// Reads a document from a file; throws one sentence for what is no document.
  ///
  /// `name` is what the sentence calls the file, where that is not its path; its places and
  /// departments are those of the catalogue.
  public static func reading(
    of path: String, named name: String? = nil, in catalogue: Catalogue
  ) throws -> DocumentReading {
    try reading(of: bytes(of: path, named: name ?? path), named: name ?? path, in: catalogue)
  }

  /// The same for looking only, by the places of the province that the document is from; of a
  /// catalogue where it says none.
  public static func look(
    at bytes: [UInt8], named name: String, in catalogue: Catalogue
  ) throws -> DocumentReading {
    let reading = try Self.reading(of: bytes, named: name, in: catalogue)
    guard !catalogue.divisions.isNation, let origin = origin(of: reading.head, in: catalogue),
      origin.id != catalogue.province,
      origin.id.hasSuffix("0000")
    else { return reading }
    return try Self.reading(of: bytes, named: name, in: BundledCatalogue.tables(of: origin.id))
  }

  /// The bytes of a document, before any ledger is asked for its places.
  public static func bytes(of path: String, named name: String) throws -> [UInt8] {
    try UserFile.read(
      path, named: name, limit: DocumentReader.sizeLimit, tooLarge: DocumentReader.tooLarge(name))
  }

  /// The reading of bytes, by the places and departments of a catalogue.
  ///
  /// In a whole country a document of a province is read by the tables of that province, whose counties
  /// share their names with those of others; one that binds the whole country by provinces and cities, and by
  /// counties behind these (北京市石景山区).
  public static func reading(
    of bytes: [UInt8], named name: String, in catalogue: Catalogue
  ) throws -> DocumentReading {
    func read(
      _ divisions: Divisions, _ departments: [Department], beneath: [Division] = []
    ) throws -> DocumentReading {
      try DocumentReader(
        divisions: divisions, departments: DepartmentNames(departments), beneath: beneath
      ).read(bytes, name: name)
    }
    guard catalogue.divisions.isNation else {
      return try read(catalogue.divisions, catalogue.departments)
    }
    // A county's name shows by its head alone that several have it.
    let head = try read(catalogue.divisions, catalogue.departments).head
    guard let province = province(of: head, in: catalogue) else {
      let whole = Divisions(catalogue.divisions.all.filter { $0.level < .county })
      let counties = catalogue.divisions.all.filter { $0.level == .county }
      var reading = try read(whole, catalogue.departments, beneath: counties)
      reading.head.region = head.region
      return reading
    }
    let tables = BundledCatalogue.tables(of: province)
    var own = try read(tables.divisions, tables.departments)
    own.head.region = own.head.region ?? province
    return own
  }

  /// The province of the whole country that a document is from; nil for one that binds all of them, and
  /// where the head does not say which of several it is.
  private static func province(
    of head: DocumentHead, in catalogue: Catalogue
  ) -> Division.Code? {
    let code = origin(of: head, in: catalogue)?.id ?? head.region
    return code.flatMap { code in
      code.hasSuffix("0000") || head.region == code ? catalogue.divisions.province(of: code) : nil
    }
  }

  /// The province that a document is from; nil where its head says none.
  ///
  /// It may be that of a city or a county that begins its issuer or title, where no place of the
  /// catalogue is called so.
  public static func origin(
    of head: DocumentHead, in catalogue: Catalogue
  ) -> Provinces.Province? {
    let provinces = BundledCatalogue.provinces()
    if let origin = provinces.origin(of: head) { return origin }
    let words = head.openings
    if let region = head.region {
      // Of a place that the catalogue does not have: it was read by the tables of another province.
      guard catalogue.divisions[region] == nil else { return nil }
      return provinces.all.first { $0.id == String(region.prefix(2)) + "0000" }
    }
    guard !words.isEmpty else { return nil }
    let places = ChinaDivisions.all().filter { $0.level != .province }
    for text in words {
      let named = places.filter { place in
        let customary = place.level == .city ? place.customary.filter { $0.count > 2 } : []
        return ([place.name] + customary).contains(where: text.hasPrefix)
      }
      guard let place = named.first else { continue }
      // Of a name that several provinces have the document does not say which.
      let codes = Set(named.map { String($0.id.prefix(2)) + "0000" })
      let found = codes.count == 1 ? provinces.all.first { $0.id == codes.first } : nil
      return found ?? .init(id: place.id, name: place.name, short: place.short, signs: [])
    }
    return nil
  }

  /// The review of a reading against what the ledger holds.
  ///
  /// `reported` is what the ledger holds of bulletins. Throws where the reading has nothing to review.
  public static func review(
    _ reading: DocumentReading, file: String, in catalogue: Catalogue,
    reported: [Achievement] = [], onScreen isOnScreen: Bool = false
  ) throws -> Review {
    try refuseEmpty(reading, named: file)
    try refuseForeign(reading, named: file, in: catalogue, onScreen: isOnScreen)
    let key = Document.key(
      for: reading.head.number, issued: reading.head.issued, pinyin: BundledCatalogue.pinyin(),
      taken: Set(catalogue.documents.map(\.id)))
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return Review(reading, file: name, key: key, in: catalogue, reported: reported)
  }

  /// Throws where a reading has no clause that sets a task, and of a bulletin no fact.
  public static func refuseEmpty(_ reading: DocumentReading, named file: String) throws {
    guard reading.clauses.isEmpty, reading.facts.isEmpty else { return }
    throw Fault(
      "“\(file)”里没有布置任务的条款，没有写入。",
      "“\(file)” has no clause that sets a task; nothing was written.")
  }

  /// Throws for a document of another province, whose tasks would else be filed for ours.
  public static func refuseForeign(
    _ reading: DocumentReading, named file: String, in catalogue: Catalogue,
    onScreen isOnScreen: Bool = false
  ) throws(Fault) {
    guard let origin = origin(of: reading.head, in: catalogue), origin.id != catalogue.province
    else { return }
    if catalogue.divisions.isNation {
      return try refuseUnknown(origin, of: reading.head, named: file, in: catalogue)
    }
    let own = catalogue.divisions[catalogue.province]
    let number = reading.head.number.map { Phrase("（\($0)）", ", \($0)") } ?? Phrase("", "")
    // No key only looks at a document.
    let dryRun =
      isOnScreen
      ? Phrase("", "")
      : Phrase(
        "；只看读出什么，请用 yigai import document --dry-run",
        " To see what is read out of it, use yigai import document --dry-run.")
    throw Fault(
      "“\(file)”是\(origin.name)的文件\(number.zh)，这本台账只记\(own?.name ?? "本省")的任务，没有写入\(dryRun.zh)。",
      "“\(file)” is a document of another province (\(english(origin))\(number.en)); this ledger keeps the "
        + "tasks of \(own?.english ?? "one province") only, and nothing was written.\(dryRun.en)")
  }

  private static func english(_ origin: Provinces.Province) -> String {
    ChinaDivisions.all().first { $0.id == origin.id }?.english ?? Provinces.english(origin.name)
  }

  /// Throws in a whole country for a document of a place that several provinces have, or of one that
  /// the ledger does not keep.
  private static func refuseUnknown(
    _ origin: Provinces.Province, of head: DocumentHead, named file: String, in catalogue: Catalogue
  ) throws(Fault) {
    if origin.id.hasSuffix("0000") {
      guard catalogue.divisions[origin.id] == nil else { return }
      throw Fault(
        "“\(file)”是\(origin.name)的文件，全国台账不含台湾、香港和澳门，没有写入。",
        "“\(file)” is a document of \(english(origin)); a ledger of the whole country is without Taiwan, Hong "
          + "Kong and Macao, and nothing was written.")
    }
    guard head.region == nil else { return }
    throw Fault(
      "“\(file)”是“\(origin.name)”的文件，叫这个名字的地方不止一个省有，看不出是哪个省的，没有写入；"
        + "请在文件的发文机关前写明省份，或记入那个省自己的台账。",
      "“\(file)” is a document of “\(origin.name)”, and several provinces have a place of that name; nothing "
        + "was written. Name the province before the issuer in the file, or keep it in the ledger of that "
        + "province.")
  }
}
