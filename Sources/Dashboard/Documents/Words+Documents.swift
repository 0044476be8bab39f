import Reform

extension Words.Documents {
  static func look(_ look: DocumentsScreen.Look) -> Phrase {
    switch look {
    case .clauses: Phrase("条款", "Clauses")
    case .lineage: Phrase("脉络", "Lineage")
    case .differences: Phrase("不一致", "Differences")
    }
  }

  static func sets(_ tasks: Int) -> Phrase {
    Phrase("\(tasks) 项任务", Plural("task").of(tasks))
  }

  static func nothing(_ look: DocumentsScreen.Look) -> Phrase {
    switch look {
    case .clauses: Phrase("这份文件没有任务", "this document sets no tasks")
    case .lineage: Phrase("没有与别的文件相承接的条款", "no clause follows up another document's")
    case .differences: Phrase("没有发现不一致", "nothing that differs was found")
    }
  }
}
