import Reform

/// What kind of file an archive is taken for: it decides the sentences about it.
enum Paper {
  case document
  case workbook

  func broken(_ name: String) -> Fault {
    self == .document ? Faults.brokenZip(name) : WorkbookFaults.broken(name)
  }

  func encrypted(_ name: String) -> Fault {
    self == .document ? Faults.encryptedZip(name) : WorkbookFaults.encrypted(name)
  }

  func bomb(_ name: String) -> Fault {
    self == .document ? Faults.bomb(name) : WorkbookFaults.bomb(name)
  }

  func unsafe(_ name: String) -> Fault {
    self == .document ? Faults.unsafeXML(name) : WorkbookFaults.unsafe(name)
  }
}
