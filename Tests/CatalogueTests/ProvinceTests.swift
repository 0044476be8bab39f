import Bundle
import Foundation
import Intake
import Reform
import TestSupport
import Testing

/// The divisions of all China, and what is said of each province.
@Suite struct ProvinceTests {
  private let all = ChinaDivisions.all()

  @Test func everyProvinceCityAndCountyIsThere() {
    func count(_ level: Division.Level) -> Int { all.count { $0.level == level } }
    #expect(count(.province) == 34 && count(.city) == 333 && count(.county) == 2843)
    let codes = Set(all.map(\.id))
    #expect(codes.count == all.count)
    let orphans = all.filter { $0.level != .province && !codes.contains($0.parent ?? "") }
    #expect(orphans.isEmpty)
    #expect(ChinaDivisions.provinces().map(\.id) == BundledCatalogue.provinces().all.map(\.id))
    #expect(ChinaDivisions.provinces().map(\.name) == BundledCatalogue.provinces().all.map(\.name))
    for place in all {
      #expect(place.pinyin.allSatisfy { $0.isASCII && $0.isLowercase }, "\(place.name)")
      #expect(!place.english.isEmpty && place.name.hasPrefix(place.short), "\(place.name)")
    }
  }

  @Test func thatOfTheDocumentsAgreesWithItsOwnTable() throws {
    let own = ChinaDivisions.divisions(of: BundledCatalogue.home).all
    let rows = all.filter { $0.id.hasPrefix("14") }
    #expect(own.map(\.id) == rows.map(\.id) && own.map(\.name) == rows.map(\.name))
    #expect(own.map(\.short) == rows.map(\.short) && own.map(\.english) == rows.map(\.english))
    #expect(own.map(\.parent) == rows.map(\.parent))
  }

  /// The own level of a place has a code of its own, beside all that lie in it.
  @Test func noOwnLevelHasTheCodeOfADivision() throws {
    let codes = Set(all.map(\.id))
    var seen: Set<Division.Code> = []
    for province in ChinaDivisions.provinces().map(\.id) {
      let divisions = ChinaDivisions.divisions(of: province)
      for whole in divisions.all where whole.level < .county {
        let own = try #require(divisions.own(of: whole.id), "\(whole.name)")
        #expect(own.level == .own && !codes.contains(own.id), "\(whole.name)")
        #expect(seen.insert(own.id).inserted && divisions[own.id] == own)
        #expect(divisions.isWithin(own.id, whole.id) && divisions.isWithin(own.id, province))
        #expect(divisions.city(of: own.id) == whole.id)
        // Codes are in ledgers: what was free stays.
        let first = String(whole.id.dropLast()) + "1"
        #expect(own.id == (codes.contains(first) ? String(whole.id.dropLast(2)) + "99" : first))
        #expect(divisions.find(own.name)?.id == own.id)
      }
    }
    #expect(seen.count == 34 + 333 && seen.count { $0.hasSuffix("99") } == 34)
    let nation = ChinaDivisions.divisions(of: Divisions.country)
    #expect(Set(nation.own.map(\.id)).isSubset(of: seen.union(["100001"])))
  }

  @Test func thePrefectureIsTheSumOfItsCountiesAndOfItsOwnLevel() throws {
    let tables = BundledCatalogue.tables(of: "420000")
    let places = tables.divisions.parts(of: "422800").map(\.id) + ["422899"]
    let figures = places.map {
      Figure("medical-service-share", in: $0, .year(2024), numerator: 10, denominator: 30)
    }
    let report = IndicatorReport(figures, tables.indicators, tables.divisions)
    let sum = try #require(report.reading("medical-service-share", in: "422800", 2024))
    #expect(places.count == 9 && sum.numerator == 90 && sum.isComplete)
    #expect(sum.basis == .summed(parts: 9, missing: []))
    #expect(report.figures.ownReading("medical-service-share", of: "422800", 2024)?.numerator == 10)
  }

  @Test(arguments: [
    ("610000", "Shaanxi"), ("140000", "Shanxi"), ("150000", "Inner Mongolia"), ("540000", "Tibet"),
    ("810000", "Hong Kong"), ("820000", "Macao"), ("650100", "Ürümqi"), ("610100", "Xi'an"),
    ("130726", "Yu"), ("331002", "Jiaojiang"), ("331000", "Taizhou"), ("330382", "Yueqing"),
    ("341500", "Lu'an"), ("150121", "Tumote Zuoqi"), ("469026", "Changjiang"),
  ])
  func namesInEnglishAreTheOnesInUse(code: String, name: String) {
    #expect(all.first { $0.id == code }?.english == name)
  }

  @Test func aCountyThatLiesInNoCityAnswersToTheProvince() {
    let hainan = ChinaDivisions.divisions(of: "460000")
    #expect(hainan.city(of: "469002") == "469002" && hainan.city(of: "460105") == "460100")
    #expect(hainan.answersToProvince("469002") && !hainan.answersToProvince("460105"))
    let task = ReformTask(
      id: "x/1", document: "x", clause: "1", title: Phrase("x", "x"), theme: "", level: .eachCity)
    #expect(task.fanOut(in: hainan, region: "460000").count == 4 + 15)
    let beijing = ChinaDivisions.divisions(of: "110000")
    #expect(task.fanOut(in: beijing, region: "110000").count == 16 && !beijing.hasCities)
    #expect(beijing.own(of: "110000")?.name == "北京市本级")
  }

  /// What is compared and collected in a province are its parts, whatever they are.
  @Test(arguments: [
    ("460000", Division.Level.city, Parting.both, 19), ("410000", .city, .both, 18),
    ("650000", .city, .both, 14 + 11), ("540000", .city, .prefectures, 7),
    ("330000", .city, .cities, 11), ("500000", .county, .districts, 38),
  ])
  func thePartsOfAProvinceAreCompared(
    province: Division.Code, level: Division.Level, parting: Parting, count: Int
  ) {
    let divisions = ChinaDivisions.divisions(of: province)
    #expect(divisions.levelOfParts(of: province) == level)
    let places = divisions.compared(level, in: province).map(\.id)
    #expect(places == divisions.parts(of: province).map(\.id) && places.count == count)
    #expect(divisions.parting(of: level, in: province) == parting)
    let sending = CollectionBoard.places(in: province, divisions, level)
    #expect(sending.dropLast() == places[...] && sending.last == divisions.own(of: province)?.id)
    #expect(divisions.parting(of: .county, in: province) != .both)
    #expect(divisions.levelOfParts(of: places[0]) == (level == .city ? .county : nil))
  }

  @Test func theCitiesOfTheCountryAreThePartsOfItsProvinces() {
    let divisions = ChinaDivisions.divisions(of: Divisions.country)
    let places = divisions.compared(.city, in: Divisions.country)
    #expect(places.count == divisions.all.count { divisions.answersToProvince($0.id) })
    #expect(divisions.compared(.province, in: Divisions.country).count == 31)
  }

  /// An organ of the state sets for the country, also where its document stands in a ledger of a province.
  @Test(arguments: [
    ("国务院办公厅", true), ("中共中央", true), ("国家卫生健康委 国家医保局", true),
    ("浙江省人民政府", false), ("国家税务总局浙江省税务局", false), ("医改办", false), ("", false),
  ])
  func whoIsTheStateIsKnown(issuer: String, isState: Bool) {
    let document = Document(
      id: "x", number: "x", title: Phrase("x", "x"), short: Phrase("x", "x"), issuer: issuer,
      issued: Day(ordinal: 19_000), region: "330000")
    #expect(BundledCatalogue.tables(of: "330000").isOfTheState(document) == isState)
  }

  @Test func whereNoCitiesAreALevelIsOfferedOnce() {
    let beijing = ChinaDivisions.divisions(of: "110000")
    #expect(ReformTask.Level.offered(in: beijing) == [.province, .eachCity, .named])
    #expect(ReformTask.Level.joined(in: beijing) == [[.eachCity, .province]])
    #expect(ReformTask.Level.known(in: beijing).contains(.eachCounty))
    let zhejiang = ChinaDivisions.divisions(of: "330000")
    #expect(ReformTask.Level.offered(in: zhejiang).contains(.eachCounty))
  }

  @Test(arguments: [
    ("330000", "浙江省卫生健康委员会", "省卫生健康委"), ("110000", "北京市卫生健康委员会", "市卫生健康委"),
    ("150000", "内蒙古自治区卫生健康委员会", "自治区卫生健康委"),
  ])
  func departmentsBearTheNameOfTheProvince(code: String, name: String, form: String) {
    let departments = BundledCatalogue.tables(of: code).departments
    #expect(departments.contains { $0.name == name && $0.forms.contains(form) })
    let forms = departments.flatMap { [$0.name] + $0.forms }
    #expect(Set(forms).count == forms.count)
    for department in departments {
      let words = ([department.name, department.english] + department.forms).joined(separator: " ")
      for word in ["山西", "运城", "Shanxi", "Yuncheng"] { #expect(!words.contains(word), "\(words)") }
    }
  }

  @Test func whatOnlyOneProvinceSaysIsNotSaidOfAnother() {
    let tables = BundledCatalogue.tables(of: "330000")
    let book = tables.indicators
    #expect(book.monitored.count == 4 && book.targets.isEmpty && !book.benchmarks.isEmpty)
    for indicator in book.all {
      #expect(indicator.source == nil && indicator.direction == nil && indicator.due == nil)
      #expect(!indicator.definition.zh.contains("文件") && !indicator.definition.zh.isEmpty)
      #expect(!indicator.definition.en.contains("document"))
    }
    let regions = book.benchmarks.map(\.region.zh)
    #expect(!regions.contains { $0.contains("太原") || $0.contains("大同") })
    #expect(tables.charter.rules.isEmpty && tables.charter.sets.isEmpty && tables.reported.isEmpty)
  }

  @Test func theEnglishNamesOfProvincesAreThoseOfTheDivisions() {
    for province in all where province.level == .province {
      #expect(Provinces.english(province.name) == province.english)
    }
    #expect(Provinces.english("某国") == "某国")
  }
}
