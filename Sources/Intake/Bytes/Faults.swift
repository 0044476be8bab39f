import Reform

/// What a file that cannot be read gets: what is wrong, and the way out.
enum Faults {
  static let sizeLimit = 64 << 20

  static func empty(_ name: String) -> Fault {
    Fault("“\(name)”是空文件；请重新保存后再导入。", "“\(name)” is empty; save it again and import it.")
  }

  static func tooLarge(_ name: String) -> Fault {
    Fault(
      "“\(name)”超过 64 MB，不像一份文件；请只保存正文后再导入。",
      "“\(name)” is over 64 MB, too large for one document; save only its text and import that.")
  }

  static func tooLong(_ name: String) -> Fault {
    Fault(
      "“\(name)”的文字超过 200 万字，不像一份文件；请只保存正文，或分成几份后再导入。",
      "“\(name)” has over two million signs, too long for one document; save only its text, or divide "
        + "it.")
  }

  static func largePage(_ name: String) -> Fault {
    Fault(
      "“\(name)”是超过 32 MB 的网页；请只保存正文（.txt 或 .docx）后再导入。",
      "“\(name)” is a web page of over 32 MB; save only its text, as .txt or .docx, and import that."
    )
  }

  static func longNumbering(_ name: String) -> Fault {
    Fault(
      "“\(name)”的自动编号格式超过 \(Limits.numbering) 字，Word 写不出这样的文件；请用 Word 打开核对，另存后再导入。",
      "“\(name)” numbers a list by over \(Limits.numbering) signs, which Word does not write; open it in "
        + "Word, check it, save it anew and import that.")
  }

  static func oldWord(_ name: String) -> Fault {
    Fault(
      "“\(name)”是旧版 .doc、.wps 或加了密码；请用 WPS 或 Word 打开，另存为不加密的 .docx 后再导入。",
      "“\(name)” is an old .doc or .wps, or has a password; save it as an open .docx and import that."
    )
  }

  static func binary(_ name: String) -> Fault {
    Fault(
      "“\(name)”不是文字；请导入 .txt、.docx、.html 或有文字的 .pdf（图片请先识别文字）。",
      "“\(name)” is not text; import a .txt, .docx, .html or a .pdf with text (of a picture, recognise the text first)."
    )
  }

  static func encoding(_ name: String) -> Fault {
    Fault(
      "“\(name)”既不是 UTF-8 也不是 GB 18030；请用 UTF-8 另存后再导入。",
      "“\(name)” is neither UTF-8 nor GB 18030; save it as UTF-8 and import it.")
  }

  static func noClause(_ name: String) -> Fault {
    Fault(
      "“\(name)”里没有找到条款（一、（一）1. 第一条 或任务表）；请确认这是一份布置任务的文件。",
      "“\(name)” has no numbered clause and no table of tasks; check that it is the right document."
    )
  }

  static func brokenZip(_ name: String) -> Fault {
    Fault(
      "“\(name)”损坏或不完整，无法打开；请重新下载，或另存为 .docx 后再导入。",
      "“\(name)” is damaged or incomplete; fetch it again, or save it anew as .docx.")
  }

  static func notWord(_ name: String) -> Fault {
    Fault(
      "“\(name)”是压缩包，但不是 Word 文档；请解压后导入其中的 .docx 或 .txt。",
      "“\(name)” is an archive but no Word document; unpack it and import the .docx or .txt in it.")
  }

  static func workbook(_ name: String) -> Fault {
    Fault(
      "“\(name)”是 Excel 工作簿，不是 Word 文档；任务表请另存为 .txt（制表符分隔）或贴入 .docx 后再导入。",
      "“\(name)” is a workbook and no Word document; save its table as tabbed .txt, or paste it into a .docx."
    )
  }

  static func ofd(_ name: String) -> Fault {
    Fault(
      "“\(name)”是 OFD；请在阅读器中复制文字，另存为 .txt 或 .docx 后再导入。",
      "“\(name)” is an OFD; copy its text to .txt or .docx and import that.")
  }

  /// XML that is no page; Word saves such files too.
  static func xml(_ name: String, _ element: String) -> Fault {
    let isWord = element == "w:wordDocument" || element == "pkg:package"
    return isWord
      ? Fault(
        "“\(name)”是 Word 的 XML 文件；请用 WPS 或 Word 打开，另存为 .docx 后再导入。",
        "“\(name)” is an XML file of Word; open it in Word, save it as .docx and import that.")
      : Fault(
        "“\(name)”是 XML（\(element)），不是文件的正文；请导入 .docx、.txt、.html 或 .pdf。",
        "“\(name)” is XML (\(element)) and no document; import a .docx, .txt, .html or .pdf.")
  }

  /// A web page in one file (.mht), or a mail.
  static func mail(_ name: String) -> Fault {
    Fault(
      "“\(name)”是 MHT 单文件网页或邮件；请用浏览器或 Word 打开，另存为 .docx 或 .html 后再导入。",
      "“\(name)” is a web archive or a mail; open it, save it as .docx or .html and import that.")
  }

  static func openDocument(_ name: String) -> Fault {
    Fault(
      "“\(name)”是 ODF 文档；请用 WPS 或 LibreOffice 打开，另存为 .docx 后再导入。",
      "“\(name)” is an OpenDocument file; open it in LibreOffice, save it as .docx and import that."
    )
  }

  static func pictures(_ name: String) -> Fault {
    Fault(
      "“\(name)”里只有图片，没有文字；请先识别文字，存为 .txt 或 .docx 后再导入。",
      "“\(name)” holds pictures and no text; recognise the text first and import that.")
  }

  static func richText(_ name: String) -> Fault {
    Fault(
      "“\(name)”是 RTF；请用 WPS 或 Word 打开，另存为 .docx 后再导入。",
      "“\(name)” is rich text; open it in Word, save it as .docx and import that.")
  }

  static func encryptedZip(_ name: String) -> Fault {
    Fault(
      "“\(name)”加了密码；请去掉密码另存后再导入。",
      "“\(name)” has a password; save it without one and import it.")
  }

  static func bomb(_ name: String) -> Fault {
    Fault(
      "“\(name)”展开后异常大（超过文件的几十倍），为安全起见不予打开；请只保存正文后再导入。",
      "“\(name)” unpacks to an unreasonable size (dozens of times its own) and was not opened; save only "
        + "its text.")
  }

  static func unsafeXML(_ name: String) -> Fault {
    Fault(
      "“\(name)”含有文档类型声明，为安全起见不予读取；请用 Word 重新另存为 .docx。",
      "“\(name)” declares a document type, which is not safe to read; save it anew as .docx.")
  }
}
