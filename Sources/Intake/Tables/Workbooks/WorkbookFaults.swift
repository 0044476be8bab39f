import Reform

/// What a table that cannot be read gets: what is wrong, and the way out.
enum WorkbookFaults {
  static func empty(_ name: String) -> Fault {
    Fault(
      "“\(name)”是空文件；请重新保存后再导入。", "“\(name)” is empty; save it again and import it.")
  }

  static func tooLarge(_ name: String) -> Fault {
    Fault(
      "“\(name)”超过 64 MB，不像一张报表；请只保留要报的工作表后再导入。",
      "“\(name)” is over 64 MB, too large for a return; keep only the sheets that are asked for.")
  }

  static func old(_ name: String) -> Fault {
    Fault(
      "“\(name)”是旧版 .xls 或 .et；请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入。",
      "“\(name)” is an old .xls or .et; open it, save it as .xlsx and import that.")
  }

  static func encrypted(_ name: String) -> Fault {
    Fault(
      "“\(name)”加了密码；请去掉打开密码，另存为 .xlsx 后再导入。",
      "“\(name)” has a password; save it without one as .xlsx and import that.")
  }

  static func pdf(_ name: String) -> Fault {
    Fault(
      "“\(name)”是 PDF；请向报送单位要 .xlsx 或 .csv。",
      "“\(name)” is a PDF; ask the sender for the .xlsx or the .csv.")
  }

  static func web(_ name: String) -> Fault {
    Fault(
      "“\(name)”其实是网页或 XML 表格；请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入。",
      "“\(name)” is really a web page or an XML table; open it, save it as .xlsx and import that.")
  }

  static func binary(_ name: String) -> Fault {
    Fault(
      "“\(name)”不是表格；请导入 .xlsx 或 .csv。", "“\(name)” is no table; import an .xlsx or a .csv.")
  }

  static func encoding(_ name: String) -> Fault {
    Fault(
      "“\(name)”有读不出的文字，既不是 UTF-8 也不是 GB 18030；请另存为 .xlsx 或 UTF-8 的 .csv 后再导入。",
      "“\(name)” has text that is neither UTF-8 nor GB 18030; save it as .xlsx or as a UTF-8 .csv.")
  }

  static func broken(_ name: String) -> Fault {
    Fault(
      "“\(name)”损坏或不完整，无法打开；请让报送单位重新发送，或打开后另存为 .xlsx。",
      "“\(name)” is damaged or incomplete; have it sent again, or open it and save it anew as .xlsx."
    )
  }

  static func lostText(_ name: String, _ sheet: String, _ cell: String) -> Fault {
    Fault(
      "“\(name)”损坏：工作表“\(sheet)”的 \(cell) 指向的文字不在文件里；请让报送单位重新发送，或打开核对后另存为 .xlsx。",
      "“\(name)” is damaged: \(cell) of the sheet “\(sheet)” points at a text that is not in the file; "
        + "have it sent again, or open it, check it and save it anew as .xlsx.")
  }

  static func quotes(_ name: String, _ line: Int) -> Fault {
    Fault(
      "“\(name)”第 \(line) 行的引号不成对，后面的单元格会错位；请改正引号，或另存为 .xlsx 后再导入。",
      "The quotes in line \(line) of “\(name)” do not fit, so cells behind them would be misplaced; mend "
        + "them, or save the table as .xlsx.")
  }

  static func notWorkbook(_ name: String) -> Fault {
    Fault(
      "“\(name)”是压缩包，但不是 .xlsx 工作簿；请导入其中的 .xlsx，或用 WPS、Excel 另存为 .xlsx。",
      "“\(name)” is an archive but no .xlsx workbook; import the .xlsx in it, or save it as .xlsx.")
  }

  static func binaryWorkbook(_ name: String) -> Fault {
    Fault(
      "“\(name)”是二进制工作簿 .xlsb；请另存为 .xlsx 后再导入。",
      "“\(name)” is a binary workbook, .xlsb; save it as .xlsx and import that.")
  }

  static func bomb(_ name: String) -> Fault {
    Fault(
      "“\(name)”展开后异常大（超过文件的几十倍），为安全起见不予打开；请把数据复制到一张新表后再导入。",
      "“\(name)” unpacks to an unreasonable size (dozens of times its own) and was not opened; copy its "
        + "figures to a new sheet."
    )
  }

  static func unsafe(_ name: String) -> Fault {
    Fault(
      "“\(name)”含有文档类型声明，为安全起见不予读取；请用 WPS 或 Excel 重新另存为 .xlsx。",
      "“\(name)” declares a document type, which is not safe to read; save it anew as .xlsx.")
  }
}
