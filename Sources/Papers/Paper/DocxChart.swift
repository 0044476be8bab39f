import Reform

/// A chart as a part of a Word file, which Word and WPS edit; its numbers stand in a workbook
/// beside it.
struct DocxChart {
  private let chart: PaperChart
  private let language: Language
  /// From 1, in the order of the paper.
  private let number: Int

  static let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let space = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  private static let drawing =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  /// In English Metric Units: as wide as the text, 75 mm high.
  private static let extent = (width: PaperPage.textWidth * 635, height: 2_700_000)
  private static let sheet = "Sheet1"

  init(_ chart: PaperChart, _ number: Int, _ language: Language) {
    (self.chart, self.number, self.language) = (chart, number, language)
  }

  var name: String { "charts/chart\(number).xml" }
  var link: String { "rIdChart\(number)" }
  private var book: String { "embeddings/chart\(number).xlsx" }

  /// What stands in the text.
  var run: String {
    "<w:r><w:drawing><wp:inline xmlns:wp=\"\(Self.drawing)\" distT=\"0\" distB=\"0\" distL=\"0\" "
      + "distR=\"0\"><wp:extent cx=\"\(Self.extent.width)\" cy=\"\(Self.extent.height)\"/>"
      + "<wp:docPr id=\"\(number)\" name=\"Chart \(number)\" "
      + "descr=\"\(PaperText.marked(chart.heading))\"/><wp:cNvGraphicFramePr/>"
      + "<a:graphic xmlns:a=\"\(Self.main)\"><a:graphicData uri=\"\(Self.space)\">"
      + "<c:chart xmlns:c=\"\(Self.space)\" r:id=\"\(link)\"/></a:graphicData></a:graphic>"
      + "</wp:inline></w:drawing></w:r>"
  }

  /// The chart and what it belongs to.
  var parts: [(name: String, text: String)] {
    [
      ("word/\(name)", text),
      (
        "word/charts/_rels/chart\(number).xml.rels",
        DocxPackage.links([("rId1", "\(DocxPart.office)/package", "../\(book)")])
      ),
    ]
  }

  /// The workbook that Word and WPS open to edit the numbers; dated so that the same paper gives
  /// the same bytes.
  func workbook(_ day: Day) throws(Fault) -> (name: String, bytes: [UInt8]) {
    var sheet = PaperSheet(Self.sheet)
    sheet.put(.text(PaperText.line(chart.axis)), 1, 1)
    for (index, category) in chart.categories.enumerated() {
      sheet.put(.text(PaperText.line(category)), index + 2, 1)
    }
    for (column, series) in chart.columns.enumerated() {
      sheet.put(.text(PaperText.line(series.name)), 1, column + 2)
      for (row, value) in series.values.enumerated() {
        if let value { sheet.put(.number(value), row + 2, column + 2) }
      }
    }
    var spec = WorkbookSpec(title: PaperText.line(chart.title), sheets: [sheet])
    spec.created = day
    return ("word/\(book)", try XLSXWriter.bytes(of: spec))
  }

  private var text: String {
    let series = chart.series.indices.map(series).joined()
    let axes = "<c:axId val=\"1\"/><c:axId val=\"2\"/>"
    let lines = chart.kind == .line ? series + target : target
    let bars =
      chart.kind == .bars
      ? "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>"
        + "\(series)<c:gapWidth val=\"60\"/>\(axes)</c:barChart>" : ""
    let line =
      lines.isEmpty
      ? ""
      : "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>\(lines)"
        + "<c:marker val=\"1\"/>\(axes)</c:lineChart>"
    let legend =
      chart.columns.count > 1
      ? "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>" : ""
    return DocxPart.declaration
      + "<c:chartSpace xmlns:c=\"\(Self.space)\" xmlns:a=\"\(Self.main)\" "
      + "xmlns:r=\"\(DocxPart.office)\"><c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/>"
      + "<c:chart>\(title)<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>"
      + bars + line + axisOfNames + axisOfValues + "</c:plotArea>\(legend)"
      + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
      + "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
      + "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr>"
      + "<a:endParaRPr lang=\"\(locale)\"/></a:p></c:txPr>"
      + "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"
  }

  private var locale: String { language == .zh ? "zh-CN" : "en-GB" }

  private var title: String {
    "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"0\"/>"
      + "</a:pPr><a:r><a:rPr lang=\"\(locale)\" sz=\"1200\" b=\"0\"/>"
      + "<a:t>\(PaperText.marked(chart.heading))</a:t></a:r></a:p></c:rich></c:tx>"
      + "<c:overlay val=\"0\"/></c:title>"
  }

  private func series(_ index: Int) -> String {
    let colour = ChartSVG.colours[index % ChartSVG.colours.count].dropFirst().uppercased()
    let fill = "<a:solidFill><a:srgbClr val=\"\(colour)\"/></a:solidFill>"
    let place = chart.kind == .line ? "t" : chart.labelsInside ? "inBase" : "outEnd"
    let ink =
      chart.labelsInside
      ? "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"800\"><a:solidFill>"
        + "<a:srgbClr val=\"FFFFFF\"/></a:solidFill></a:defRPr></a:pPr>"
        + "<a:endParaRPr lang=\"\(locale)\"/></a:p></c:txPr>" : ""
    let labels =
      "<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\(ink)"
      + "<c:dLblPos val=\"\(place)\"/><c:showLegendKey val=\"0\"/>"
      + "<c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
      + "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>"
    let look =
      chart.kind == .bars
      ? "<c:spPr>\(fill)</c:spPr><c:invertIfNegative val=\"0\"/>"
      : "<c:spPr><a:ln w=\"25400\">\(fill)</a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/>"
        + "<c:size val=\"6\"/><c:spPr>\(fill)</c:spPr></c:marker>"
    return "<c:ser>" + head(index, chart.series[index]) + look + labels
      + data(index, chart.series[index]) + (chart.kind == .line ? "<c:smooth val=\"0\"/>" : "")
      + "</c:ser>"
  }

  /// The target as a dashed line across.
  private var target: String {
    guard chart.target != nil, let column = chart.columns.last else { return "" }
    let (index, colour) = (chart.series.count, ChartSVG.targetColour.dropFirst().uppercased())
    return "<c:ser>\(head(index, column))<c:spPr><a:ln w=\"19050\"><a:solidFill>"
      + "<a:srgbClr val=\"\(colour)\"/></a:solidFill><a:prstDash val=\"dash\"/></a:ln></c:spPr>"
      + "<c:marker><c:symbol val=\"none\"/></c:marker>\(data(index, column))"
      + "<c:smooth val=\"0\"/></c:ser>"
  }

  private func head(_ index: Int, _ series: PaperChart.Series) -> String {
    "<c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/><c:tx><c:strRef>"
      + "<c:f>\(Self.sheet)!$\(column(index))$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
      + "<c:pt idx=\"0\"><c:v>\(PaperText.marked(series.name))</c:v></c:pt></c:strCache>"
      + "</c:strRef></c:tx>"
  }

  /// Where the numbers stand in the workbook, and the numbers themselves.
  private func data(_ index: Int, _ series: PaperChart.Series) -> String {
    let (last, count) = (
      chart.categories.count + 1, "<c:ptCount val=\"\(chart.categories.count)\"/>"
    )
    let names = chart.categories.enumerated().map { index, name in
      "<c:pt idx=\"\(index)\"><c:v>\(PaperText.marked(name))</c:v></c:pt>"
    }
    let values = series.values.enumerated().map { index, value in
      value.map { "<c:pt idx=\"\(index)\"><c:v>\($0)</c:v></c:pt>" } ?? ""
    }
    return "<c:cat><c:strRef><c:f>\(Self.sheet)!$A$2:$A$\(last)</c:f><c:strCache>\(count)"
      + names.joined() + "</c:strCache></c:strRef></c:cat><c:val><c:numRef>"
      + "<c:f>\(Self.sheet)!$\(column(index))$2:$\(column(index))$\(last)</c:f><c:numCache>"
      + "<c:formatCode>\(format)</c:formatCode>\(count)" + values.joined()
      + "</c:numCache></c:numRef></c:val>"
  }

  private func column(_ index: Int) -> String { SourcePlace.letters(index + 2) }

  private var format: String {
    chart.digits > 0 ? "0." + String(repeating: "0", count: chart.digits) : "0"
  }

  private var axisOfNames: String {
    "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>"
      + "<c:delete val=\"0\"/><c:axPos val=\"b\"/><c:numFmt formatCode=\"General\" "
      + "sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
      + "<c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/>"
      + "<c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>"
      + "<c:noMultiLvlLbl val=\"1\"/></c:catAx>"
  }

  private var axisOfValues: String {
    let scale = ChartScale(chart)
    return "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>"
      + "<c:max val=\"\(scale.high)\"/><c:min val=\"\(scale.low)\"/></c:scaling>"
      + "<c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\">"
      + "<a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr>"
      + "</c:majorGridlines><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>"
      + "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
      + "<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses val=\"min\"/>"
      + "<c:crossBetween val=\"between\"/><c:majorUnit val=\"\(scale.step)\"/></c:valAx>"
  }
}
