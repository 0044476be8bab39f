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

  @Test func everyPlaceExists() {
    for task in catalogue.tasks {
      for place in task.places {
        #expect(catalogue.divisions[place.code] != nil, "\(task.id): \(place.code)")
      }
    }
    for document in catalogue.documents { #expect(catalogue.divisions[document.region] != nil) }
  }

  @Test func everyThemeExistsAndIsUsed() {
    let themes = Set(catalogue.themes.map(\.id))
    #expect(themes.count == catalogue.themes.count)
    #expect(Set(catalogue.tasks.map(\.theme)).isSubset(of: themes))
    #expect(themes.isSubset(of: Set(catalogue.tasks.map(\.theme))))
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
