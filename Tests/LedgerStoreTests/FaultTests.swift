import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct FaultTests {
  /// The sentence that opening a file gives, in both languages; the file stays as it was.
  private func fault(at path: String, _ access: Ledger.Access = .readWrite) throws -> String {
    let before = FileManager.default.contents(atPath: path)
    let fault = #expect(throws: Fault.self) { _ = try Ledger(at: path, access: access) }
    #expect(FileManager.default.contents(atPath: path) == before)
    return "\(fault?.message.zh ?? "") \(fault?.message.en ?? "")"
  }

  @Test func aTextFileIsNoLedger() throws {
    let scratch = try Scratch()
    let path = try scratch.write("这不是数据库，只是一些文字。\n", to: "notes.txt")
    let words = try fault(at: path)
    #expect(words.contains(path) && words.contains("--ledger"))
    let short = try scratch.write("short", to: "short.txt")
    #expect(try fault(at: short).contains("不是医改台账"))
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let scratch = try Scratch()
    let path = scratch.file("foreign.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE contacts (name TEXT)") }
    try queue.close()
    #expect(try fault(at: path).contains("别的程序"))
    #expect(try fault(at: path, .readOnly).contains("another program"))
  }

  @Test func aFolderIsNoLedger() throws {
    let scratch = try Scratch()
    #expect(try fault(at: scratch.path).contains("文件夹"))
  }

  @Test func aLedgerOfANewerFormatAsksForAnUpgrade() throws {
    let scratch = try Scratch()
    let path = try TestLedger.blank.make(in: scratch)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let words = try fault(at: path)
    #expect(words.contains("99") && words.contains("upgrade"))
  }

  @Test func aLedgerIsMarkedAsOurs() throws {
    let scratch = try Scratch()
    let path = try TestLedger.blank.make(in: scratch)
    let queue = try DatabaseQueue(path: path)
    let mark = try queue.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
    #expect(mark == 0x7969_6761)
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 17)
    try queue.close()
  }

  @Test func aDamagedLedgerIsNamedAndLeft() throws {
    let scratch = try Scratch()
    let path = try TestLedger.small.make(in: scratch)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    let page = 4096
    for index in stride(from: page, to: bytes.count, by: 3) { bytes[index] = 0x5A }
    try bytes.write(to: URL(fileURLWithPath: path))
    var words: [String] = []
    do {
      let ledger = try Ledger(at: path)
      _ = try ledger.catalogue(over: SmallCatalogue.make())
      words = try ledger.findings().map(\.message.zh)
      ledger.close()
    } catch let fault as Fault {
      words = [fault.message.zh]
    }
    #expect(words.contains { $0.contains("损坏") })
  }

  @Test func halfAHeaderIsNoLedger() throws {
    let scratch = try Scratch()
    let path = try TestLedger.small.make(in: scratch)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    try bytes.prefix(3000).write(to: URL(fileURLWithPath: path))
    #expect(try fault(at: path).contains("损坏"))
  }

  @Test func readingOnlyWritesNothing() throws {
    let scratch = try Scratch()
    #expect(try fault(at: scratch.file("none.sqlite"), .readOnly).contains("没有台账文件"))
    #expect(!FileManager.default.fileExists(atPath: scratch.file("none.sqlite")))
    let path = try TestLedger.small.make(in: scratch)
    let before = FileManager.default.contents(atPath: path)
    let ledger = try Ledger(at: path, access: .readOnly)
    let catalogue = try ledger.catalogue(over: SmallCatalogue.make())
    #expect(try ledger.tallies(asOf: SmallCatalogue.day).count > 3)
    let change = Change(OpenLedger.changzhi, status: .done)
    #expect(throws: Fault.self) { try ledger.record([change], OpenLedger.stamp()) }
    try ledger.file(catalogue, revision: "2099-01-01-new")
    ledger.close()
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func openingForWritingChangesNothing() throws {
    let scratch = try Scratch()
    let path = try TestLedger.small.make(in: scratch)
    let before = FileManager.default.contents(atPath: path)
    let ledger = try Ledger(at: path)
    #expect(try ledger.entryCount() > 10)
    let journal = FileManager.default.contents(atPath: path + "-wal")
    #expect(journal?.isEmpty == true)
    ledger.close()
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func aFolderThatCannotBeWrittenIsNoHindranceToLooking() throws {
    let scratch = try Scratch()
    let path = try TestLedger.small.make(in: scratch)
    chmod(path, 0o444)
    chmod(scratch.path, 0o555)
    try asNobody {
      let ledger = try Ledger(at: path, access: .readOnly)
      #expect(try ledger.entryCount() > 10)
      ledger.close()
      let fault = #expect(throws: Fault.self) { _ = try Ledger(at: path) }
      #expect(fault?.message.zh.contains("只读") == true)
      #expect(throws: Fault.self) { _ = try Ledger(at: scratch.file("new.sqlite")) }
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.file("new.sqlite")))
  }

  @Test func aFileThatCannotBeReadIsNamed() throws {
    let scratch = try Scratch()
    let path = try TestLedger.small.make(in: scratch)
    chmod(path, 0)
    let fault = asNobody { #expect(throws: Fault.self) { _ = try Ledger(at: path) } }
    #expect(fault?.message.zh.contains("没有权限") == true)
  }

  @Test func aLedgerThatAnotherProgramHoldsIsBusyAndNothingIsEntered() throws {
    let open = try OpenLedger()
    let holder = try DatabaseQueue(path: open.path)
    let change = Change(OpenLedger.changzhi, status: .done)
    try holder.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let fault = #expect(throws: Fault.self) {
        try open.ledger.record([change], OpenLedger.stamp())
      }
      #expect(fault?.message.zh.contains("占用") == true)
      try db.execute(sql: "ROLLBACK")
    }
    try holder.close()
    #expect(try open.ledger.entryCount() == 0)
    #expect(try open.ledger.record([change], OpenLedger.stamp()).entries?.count == 1)
  }
}

@Suite struct RefilingTests {
  @Test func aNewerCatalogueKeepsTheEntries() throws {
    let open = try OpenLedger(.small)
    let before = try open.ledger.history(.init())
    var tasks = open.catalogue.tasks
    tasks[0].title = Phrase("新的标题", "A new title")
    tasks[0].deadlines = []
    let newer = open.catalogue.holding(
      documents: open.catalogue.documents, clauses: open.catalogue.clauses, tasks: tasks)
    try open.ledger.file(newer, revision: "2020-05-01-newer")
    let read = try open.ledger.catalogue(over: newer)
    #expect(read.tasks[0].title.zh == "新的标题" && read.tasks[0].deadlines.isEmpty)
    let isSame = read.tasks == tasks
    #expect(isSame)
    #expect(try open.ledger.history(.init()) == before)
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func anOlderCatalogueIsNotFiledOverANewerOne() throws {
    let open = try OpenLedger(.blank)
    var tasks = open.catalogue.tasks
    tasks[0].title = Phrase("旧的标题", "An old title")
    let older = open.catalogue.holding(
      documents: open.catalogue.documents, clauses: open.catalogue.clauses, tasks: tasks)
    try open.ledger.file(older, revision: "2019-01-01-older")
    #expect(try open.ledger.catalogue(over: older).tasks[0].title.zh == "各市制定方案")
  }

  @Test func theCatalogueComesOutAsItWentIn() throws {
    let open = try OpenLedger(.blank)
    let isSame = open.catalogue == SmallCatalogue.make()
    #expect(isSame)
  }
}
