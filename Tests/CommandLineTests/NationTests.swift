import Foundation
import TestSupport
import Testing

/// Commands on a ledger of the whole country answer for it, a province, a city and a county.
@Suite struct NationTests {
  private func run(_ arguments: [String], _ program: Program, _ path: String) throws
    -> Program.Result
  {
    try program.run(arguments + ["--ledger", path, "--today", "2020-03-02"])
  }

  @Test func everyLevelHasItsPage() throws {
    let program = try Program()
    let path = try program.with(.nation)
    let pages: [(name: String, level: String, league: Int, tasks: Int, base: String)] = [
      ("全国", "nation", 31, 5, "shared-by-provinces"), ("浙江", "province", 11, 5, "shared"),
      ("重庆", "province", 38, 3, "shared-by-districts"), ("杭州", "city", 1, 3, "shared"),
    ]
    for page in pages {
      let result = try run(["places", page.name, "--json"], program, path)
      let json = try JSON(result.output)
      #expect(json["level"].text == page.level, "\(result.output)\(result.complaint)")
      #expect(json["league"].items.count == page.league, "\(page.name)")
      #expect(json["tasks"]["total"].number == page.tasks, "\(page.name)")
      #expect(json["league"].items.first?["rate"]["base"].text == page.base, "\(page.name)")
    }
    let county = try JSON(try run(["places", "杭州市上城区", "--json"], program, path).output)
    #expect(county["level"].text == "county" && county["tasks"]["total"].number == 1)
  }

  @Test func aNameThatSeveralHaveIsAskedFor() throws {
    let program = try Program()
    let path = try program.with(.nation)
    let result = try run(["mark", "own-1/3", "--place", "朝阳区", "--status", "done"], program, path)
    #expect(result.code == 2 && result.complaint.contains("110105"), "\(result.complaint)")
    #expect(result.complaint.contains("220104"))
  }

  @Test func tasksAndPapersAreOfTheirPlace() throws {
    let program = try Program()
    let path = try program.with(.nation)
    let tasks = try run(["tasks", "--place", "浙江"], program, path)
    #expect(tasks.output.contains("zj-1/2"), "\(tasks.output)\(tasks.complaint)")
    #expect(!(try run(["tasks", "--place", "安徽"], program, path).output.contains("zj-1")))
    for (place, told) in [
      ("全国", "各省共有任务"), ("浙江", "各市共有任务"), ("重庆", "各区县共有任务"),
    ] {
      let file = program.scratch.file("\(place).md")
      let paper = try run(
        ["papers", "circular", "--place", place, "--format", "md", "--to", file], program, path)
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      #expect(text.contains(told), "\(text)\(paper.complaint)")
    }
  }

  @Test func whatIsMarkedCountsInItsProvince() throws {
    let program = try Program()
    let path = try program.with(.nation)
    let marked = try run(
      ["mark", "own-1/1", "--place", "安徽", "--status", "done", "--by", "甲"], program, path)
    #expect(marked.code == 0, "\(marked.complaint)")
    let page = try JSON(try run(["places", "安徽", "--json"], program, path).output)
    #expect(page["tasks"]["status"]["done"].number == 1)
    let check = try run(["check"], program, path)
    #expect(check.code == 0, "\(check.output)\(check.complaint)")
  }

  @Test func itIsBackedUpAndSalvaged() throws {
    let program = try Program()
    let path = try program.with(.nation)
    let copy = program.scratch.file("copy.sqlite")
    #expect(try program.run("backup", "--ledger", path, "--to", copy).code == 0)
    let saved = program.scratch.file("saved.sqlite")
    let repair = try program.run("check", "--repair", saved, "--ledger", copy)
    #expect(repair.code == 0, "\(repair.output)\(repair.complaint)")
    let page = try JSON(try run(["places", "浙江", "--json"], program, saved).output)
    #expect(page["tasks"]["total"].number == 5)
    let whole = try JSON(try run(["places", "--json"], program, saved).output)
    #expect(whole["level"].text == "nation")
  }
}
