import Reform

/// What a PDF that cannot be read gets.
extension Faults {
  static func noPDFTool(_ name: String) -> Fault {
    Fault(
      "读取PDF“\(name)”需要 pdftotext；请安装 poppler-utils（apt-get install poppler-utils）后再导入，或把文字存为 .txt。",
      "Reading the PDF “\(name)” needs pdftotext: install poppler-utils (apt-get install poppler-utils), or save its text as .txt."
    )
  }

  static func scannedPDF(_ name: String) -> Fault {
    Fault(
      "PDF“\(name)”里没有文字（是扫描件或图片）；请先识别文字，存为 .txt 或 .docx 后再导入。",
      "The PDF “\(name)” has no text (it is scanned); recognise the text and import that as .txt or .docx."
    )
  }

  /// A font without a table of what its glyphs mean.
  static func garbledPDF(_ name: String) -> Fault {
    Fault(
      "PDF“\(name)”的字体没有文字编码，取出的是乱码；请识别文字或找到原 Word 文件后再导入。",
      "The fonts of the PDF “\(name)” do not say which characters they show; recognise its text, or import the Word file it was made of."
    )
  }

  static func encryptedPDF(_ name: String) -> Fault {
    Fault(
      "PDF“\(name)”加了密码或禁止复制；请用密码打开后另存（打印）为不加密的 PDF 再导入。",
      "The PDF “\(name)” has a password or forbids copying; open it and save (print) it as one without."
    )
  }

  static func brokenPDF(_ name: String) -> Fault {
    Fault(
      "PDF“\(name)”损坏或不完整，读不出；请重新下载后再导入。",
      "The PDF “\(name)” is damaged or incomplete; fetch it again and import it.")
  }

  static func heavyPDF(_ name: String) -> Fault {
    Fault(
      "PDF“\(name)”过大或过于复杂，没有读完；请只保留正文页，或把文字存为 .txt 后再导入。",
      "The PDF “\(name)” is too large or too complex to be read; keep the pages of its text only, or save that as .txt."
    )
  }

  static func noRoom(_ name: String) -> Fault {
    Fault(
      "没有空间或权限写临时文件，无法读取PDF“\(name)”；请腾出空间后再导入。",
      "No room or permission for a temporary file, so the PDF “\(name)” cannot be read.")
  }
}
