import Bundle
import Foundation
import Intake
import Reform
import TestSupport
import Testing

@Suite struct CatalogueTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try BundledCatalogue.whole() }

  @Test func everyTableIsThere() {
    #expect(catalogue.divisions.all.count == 129)
    #expect(
      catalogue.documents.map(\.id)
        == catalogue.documents.sorted { $0.issued < $1.issued }.map(\.id))
    #expect(
      Set(catalogue.documents.map(\.id))
        == ["jyg-2019-1", "jzbf-2021-85", "jzf-2023-15", "yzbf-2019-3", "ygxx-2020-11"])
    #expect(catalogue.rules.rules.map(\.number) == Array(1...11))
    #expect(BundledCatalogue.revision().wholeMatch(of: /\d{4}-\d\d-\d\d-[0-9a-f]+/) != nil)
  }

  @Test func everyIdIsUniqueAndSaysDocumentAndClause() {
    let ids = catalogue.tasks.map(\.id)
    #expect(Set(ids).count == ids.count)
    for task in catalogue.tasks {
      #expect(task.id.hasPrefix("\(task.document)/\(task.clause)"), "\(task.id)")
      #expect(catalogue.clause(of: task) != nil, "\(task.id) has no clause")
    }
  }

  @Test func tasksStandInTheOrderOfTheirClauses() {
    for document in catalogue.documents {
      let paths = catalogue.clauses[document.id, default: []].map(\.path)
      #expect(Set(paths).count == paths.count)
      let order = catalogue.tasks.filter { $0.document == document.id }
        .map { paths.firstIndex(of: $0.clause) ?? -1 }
      #expect(order == order.sorted(), "\(document.id)")
    }
  }

  /// Clauses that bind governments of several levels, by the words in brackets.
  @Test(arguments: [
    // 市、县政府
    ("jyg-2019-1/1", "each-city each-county"),
    // 各级财政
    ("jyg-2019-1/2", "province each-city each-county"),
    // 各级医改领导小组
    ("jyg-2019-1/3-ledger", "province each-city each-county"),
    // 城市医联体, 县域医疗卫生一体化
    ("jyg-2019-1/14", "each-city each-county"), ("jzbf-2021-85/8", "each-city each-county"),
    // 省、市、县三级
    ("jzf-2023-15/2.1.2", "province each-city each-county"),
    ("jzf-2023-15/2.3.3", "province each-city each-county"),
    // 各市县政府
    ("jzf-2023-15/3.1", "each-city each-county"),
    // 责任单位：市…局，各县［市、区］人民政府
    ("yzbf-2019-3/5", "province each-county"),
    // 县级以上人民政府
    ("yzbf-2019-3/31", "province each-county"),
    // 各市
    ("jyg-2019-1/3-plan", "each-city"),
  ])
  func aClauseBindsEveryLevelThatItNames(id: String, levels: String) throws {
    let task = try #require(catalogue.task(id))
    #expect(task.levels.map(\.rawValue).joined(separator: " ") == levels)
  }

  @Test func aCitysDocumentBindsTheCityWhereItsBureausAreNamedBesideTheCounties() {
    for task in catalogue.tasks where task.document == "yzbf-2019-3" {
      let names = task.departments.map(\.name)
      let isBoth =
        names.contains { $0.hasPrefix("各县") } && names.contains { $0.hasPrefix("市") }
      #expect(task.also.contains(.province) == isBoth, "\(task.id)")
      if isBoth { #expect(catalogue.fanOut(of: task).first == "140800") }
    }
  }

  @Test func everyPlaceExists() {
    for task in catalogue.tasks {
      for place in task.places {
        #expect(catalogue.divisions[place.code] != nil, "\(task.id): \(place.code)")
      }
    }
    for document in catalogue.documents { #expect(catalogue.divisions[document.region] != nil) }
  }

  @Test func everyThemeExistsAndIsUsed() throws {
    let themes = Set(catalogue.themes.map(\.id))
    #expect(themes.count == catalogue.themes.count)
    #expect(Set(catalogue.tasks.map(\.theme)).isSubset(of: themes))
    let other = try #require(catalogue.otherTheme?.id)
    #expect(themes.subtracting([other]) == Set(catalogue.tasks.map(\.theme)))
  }

  @Test func everyDepartmentIsKnown() {
    let known = Set(catalogue.departments.flatMap { $0.forms + [$0.name] })
    for task in catalogue.tasks {
      for department in task.departments {
        #expect(known.contains(department.name), "\(task.id): \(department.name)")
        #expect(catalogue.name(of: department, in: .en).allSatisfy { !isHan($0) }, "\(task.id)")
      }
    }
  }

  @Test func noFormBelongsToTwoDepartments() {
    let forms = catalogue.departments.flatMap { Set($0.forms + [$0.name]) }
    #expect(Set(forms).count == forms.count)
  }

  @Test func whatIsPointedToIsThere() {
    let indicators = Set(BundledCatalogue.indicators().all.map(\.id))
    #expect(indicators.count == 27)
    for task in catalogue.tasks {
      for target in task.supersedes + task.carriesOut + task.conflicts.map(\.with) {
        #expect(catalogue.task(target) != nil, "\(task.id) points to \(target)")
        #expect(target != task.id)
      }
      #expect(Set(task.indicators).isSubset(of: indicators), "\(task.id)")
    }
  }

  @Test func onlyEarlierDocumentsAreFollowedUp() throws {
    for task in catalogue.tasks {
      let own = try #require(catalogue.document(task.document))
      for target in task.supersedes {
        let earlier = try #require(
          catalogue.task(target).flatMap { catalogue.document($0.document) })
        #expect(earlier.issued < own.issued, "\(task.id) follows up \(target)")
      }
    }
  }

  @Test func conflictsAreSeenFromBothSides() {
    for task in catalogue.tasks {
      for conflict in task.conflicts {
        let back = catalogue.task(conflict.with)?.conflicts.map(\.with) ?? []
        #expect(back.contains(task.id), "\(task.id) and \(conflict.with)")
      }
    }
  }

  @Test func everyTitleIsShortAndInBothLanguages() {
    for task in catalogue.tasks {
      #expect(!task.title.zh.isEmpty && task.title.zh.count <= 20, "\(task.id)")
      #expect(!task.title.en.isEmpty && task.title.en.allSatisfy { !isHan($0) }, "\(task.id)")
    }
  }

  @Test func deadlinesHaveWhatTheirKindNeeds() {
    for task in catalogue.tasks {
      for deadline in task.deadlines {
        switch deadline.kind {
        case .date, .year: #expect(deadline.due != nil, "\(task.id)")
        // 力争3年内 names no day.
        case .range: #expect(deadline.due != nil || deadline.isSoft, "\(task.id)")
        case .yearlyBy: #expect(deadline.by != nil, "\(task.id)")
        case .rangeYearly: #expect(deadline.years.count > 1, "\(task.id)")
        case .yearly, .ongoing, .asRequired: #expect(deadline.by == nil, "\(task.id)")
        }
      }
    }
  }
}

func isHan(_ character: Character) -> Bool {
  character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
}
