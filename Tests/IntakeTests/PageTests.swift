import Foundation
import Reform
import Testing

@testable import Intake

/// Web pages as the systems of offices write them: what is displayed is read.
struct PageTests {
  private func lines(_ page: String) -> [String] {
    Intake.text(HTMLReader.read(scalars(page)).scalars).split(separator: "\n").map {
      String($0).trimmingCharacters(in: .whitespaces)
    }
  }

  @Test(arguments: [
    ("<p>甲</p><p style=\"display:none\">乙</p><p>丙</p>", ["甲", "丙"]),
    ("<p>甲</p><div style='visibility: hidden'><p>乙</p></div><p>丙</p>", ["甲", "丙"]),
    ("<p>甲<span hidden>乙</span>丙</p>", ["甲丙"]),
    ("<div style=\"DISPLAY : none !important\">乙<div>丁</div></div><div>丙</div>", ["丙"]),
    ("<style>.x{display:none} .y{color:red}</style><p class=\"a x\">乙</p><p class=y>丙</p>", ["丙"]),
    ("<style>.t{display:none}.t.on{display:block}</style><p class=\"t on\">甲</p>", ["甲"]),
    ("<style>.x{display:none}</style><p class=x style=\"display:block\">甲</p>", ["甲"]),
    ("<p style=\"display:none\">乙<p>丙</p>", ["丙"]),
    (
      "<table><tr><td style=\"display:none\">乙<td>丙</tr></table>",
      ["\t丙"].map { $0.trimmingCharacters(in: .whitespaces) }
    ),
    ("<p>甲</p><template><p>乙</p></template><script>if(a<b){}</script><p>丙</p>", ["甲", "丙"]),
    ("<SCRIPT>乙</SCRIPT ><STYLE>p{}</STYLE><p>丙", ["丙"]),
    ("<input type=hidden value=\"a>b\"><p title=\"x>y\">甲</p>", ["甲"]),
    ("<p>甲<ruby>字<rt>zi</rt></ruby></p>", ["甲字"]),
  ])
  func whatIsNotDisplayedIsNotRead(_ page: String, _ shown: [String]) {
    #expect(lines(page) == shown)
  }

  @Test(arguments: [
    (
      "<?xml version=\"1.0\"?><html xmlns=\"x\"><body><p>甲</p><br/><p>乙</p></body></html>",
      ["甲", "乙"]
    ),
    ("<p><![CDATA[甲<乙]]></p>", ["甲<乙"]), ("<pre>一、甲\n二、乙</pre>", ["一、甲", "二、乙"]),
    ("<p>a<b 且 甲</p>", ["a<b 且 甲"]),
    ("<p>&#19968;、&ldquo;甲&rdquo;&nbsp乙&#150;&#x4E8C;</p>", ["一、“甲” 乙–二"]),
    ("<ol start=3><li>甲<li>乙</ol>", ["3. 甲", "4. 乙"]),
    ("<ol><li>1. 甲</li><li><b>2.</b>乙</li></ol>", ["1. 甲", "2.乙"]),
    ("<ol style=\"list-style:none\"><li>甲</li></ol>", ["甲"]),
    ("<ol><li value=5>甲</li><li>乙</li></ol>", ["5. 甲", "6. 乙"]),
  ])
  func markupIsReadAsBrowsersDo(_ page: String, _ shown: [String]) {
    #expect(lines(page) == shown)
  }

  @Test(arguments: [
    ("<section><p>甲</p></section>", HTMLSniffer.Kind.page), ("<h3>甲</h3>", .page),
    ("  <!-- x --><article>甲</article>", .page), ("甲<br/>乙<br/>丙<br/>", .page),
    ("<?xml version='1.0'?><w:wordDocument>甲</w:wordDocument>", .xml("w:wordDocument")),
    ("<附件>甲", .text), ("一、甲 < 乙", .text), ("<甲>乙</甲>", .text), ("<!DOCTYPE html><x-y>甲", .page),
  ])
  func pagesAreToldFromText(_ text: String, _ kind: HTMLSniffer.Kind) {
    #expect(HTMLSniffer.kind(of: scalars(text)) == kind)
  }

  @Test func muchHiddenTextIsSaid() throws {
    let hidden = "三、加强医疗机构的监督管理，建立健全各项规章制度。"
    let reading = try Sample.read(
      "<p>一、做好工作。</p><p style=\"display:none\">\(hidden)</p><p>二、推进改革。</p>")
    #expect(reading.clauses.map(\.path) == ["1", "2"])
    #expect(
      reading.findings.contains { $0.check == "hidden-text" && $0.words?.hasPrefix("三、") == true })
  }

  @Test func aTableOfTasksWithinALayoutTableIsRead() throws {
    let inner =
      "<table><tr><th>序号</th><th>任务</th><th>责任单位</th></tr><tr><td>1</td><td>出台章程</td>"
      + "<td>市财政局</td></tr></table>"
    let reading = try Sample.read(
      "<table><tr><td>导航</td><td><p>一、做好工作。（市教育局负责）</p><p>附件</p>\(inner)</td></tr></table>")
    #expect(reading.clauses.map(\.path) == ["1", "annex-1"])
    #expect(reading.clauses.map { $0.departments.map(\.value.name) } == [["市教育局"], ["市财政局"]])
  }
}
