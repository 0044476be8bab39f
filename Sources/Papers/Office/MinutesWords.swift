import Reform

/// The words of minutes.
enum MinutesWords {
  static func title(_ card: MeetingCard) -> Phrase {
    let tail = card.name.hasSuffix("会议") || card.name.hasSuffix("会") ? "纪要" : "会议纪要"
    return Phrase(card.name + tail, "Minutes: \(card.name)")
  }

  static func file(_ card: MeetingCard, isDraft: Bool) -> Phrase {
    Phrase(
      title(card).zh + "-\(card.day)" + (isDraft ? "-草稿" : ""),
      "\(card.name)-minutes-\(card.day)" + (isDraft ? "-draft" : ""))
  }

  static func open(_ meeting: Meeting) -> Phrase {
    let (count, state) = (meeting.decisions.count, meeting.state.words)
    return Phrase(
      "会议还没有闭会（\(state.zh)），这是草稿：到现在为止作出 \(count) 项决定，以后可能变动。",
      "The meeting is not closed (\(state.en)); this is a draft: \(Plural("decision").of(count)) so far, "
        + "which may change.")
  }

  static let time = Phrase("时间：", "Time: ")
  static let venue = Phrase("地点：", "Place: ")
  static let chair = Phrase("主持：", "Chair: ")
  static let present = Phrase("出席：", "Present: ")
  static let absent = Phrase("缺席：", "Absent: ")
  static let recorder = Phrase("记录：", "Recorder: ")
  static let copies = Phrase("分送：", "Distribution: ")
  static let notEntered = Phrase("（未填）", "(not entered)")
  static let nothing = Phrase("会议没有作出决定。", "Nothing was decided.")
  static let noSubject = Phrase("（没有对应的任务）", "(on no task)")
  static let evidence = Phrase("佐证：", "evidence: ")

  static func heading(_ kind: Decision.Kind, _ count: Int) -> Phrase {
    let en = kind.words.en.prefix(1).uppercased() + kind.words.en.dropFirst()
    return Phrase("\(kind.words.zh)（\(count) 项）", "\(en) (\(count))")
  }

  static func undecided(_ count: Int) -> Phrase {
    Phrase("还没有决定的议题（\(count) 项）", "Not decided yet (\(count))")
  }

  static func office(of place: Division) -> Phrase {
    Phrase("\(place.name)医改办", "the reform office of \(place.english)")
  }

  static func slip(_ number: Slip.ID) -> Phrase { Phrase("督办单 \(number)", "slip \(number)") }

  static func reason(_ text: String) -> Phrase {
    text.isEmpty ? Phrase("没有写理由", "no reason given") : Phrase("理由：\(text)", "reason: \(text)")
  }

  static func report(_ day: Day) -> Phrase {
    Phrase("\(PaperWords.day(day).zh)前再报告", "to be reported on again by \(day)")
  }

  /// What was printed, what stood, and until when it is extended.
  static func extended(printed: Day?, standing: Day?, to new: Day) -> Phrase {
    let until = PaperWords.day(new).zh
    guard let standing else {
      return Phrase("原来没有时限，定为\(until)", "without a day before, now due \(new)")
    }
    let before = PaperWords.day(standing).zh
    guard let printed else {
      return Phrase(
        "文件没有时限，原定\(before)，延至\(until)",
        "no printed day; was due \(standing), extended to \(new)")
    }
    guard printed != standing else {
      return Phrase("原定\(before)，延至\(until)", "was due \(standing), extended to \(new)")
    }
    return Phrase(
      "文件时限\(PaperWords.day(printed).zh)，此前已延至\(before)，再延至\(until)",
      "printed \(printed), extended to \(standing) before, now to \(new)")
  }

  static func asked(_ who: String, on day: Day?, due: Day?) -> Phrase {
    guard let day else { return Phrase("\(who)申请", "asked for by \(who)") }
    let (zh, en) = (PaperWords.day(day).zh, "asked for by \(who) on \(day)")
    guard let due else { return Phrase("\(who)于\(zh)申请", en) }
    return day <= due
      ? Phrase("\(who)于\(zh)申请，在到期之前", en + ", before it was due")
      : Phrase("\(who)于\(zh)申请，在到期之后", en + ", after it was due")
  }

  static func ordered(_ slip: SlipOrder) -> Phrase {
    Phrase(
      "发\(slip.level.words.zh)，督办单号 \(slip.number)，责任单位：\(slip.unit)",
      "\(slip.level.words.en) \(slip.number), to \(slip.unit)")
  }

  static func matter(_ text: String) -> Phrase { Phrase("事项：\(text)", "matter: \(text)") }
  static func demand(_ text: String) -> Phrase { Phrase("要求：\(text)", "demand: \(text)") }
  static func answer(_ day: Day) -> Phrase {
    Phrase("\(PaperWords.day(day).zh)前答复", "to be answered by \(day)")
  }

  static func clause(_ path: String) -> Phrase { Phrase("（第 \(path) 号）", "(no. \(path)) ") }
  static func concerning(_ subject: String) -> Phrase {
    Phrase("（因\(subject)提出）", " (raised on \(subject))")
  }
  static func unit(_ names: String) -> Phrase { Phrase("责任单位：\(names)", "responsible: \(names)") }
  static func cooperating(_ names: String) -> Phrase {
    Phrase("配合单位：\(names)", "cooperating: \(names)")
  }
  static func places(_ names: String) -> Phrase { Phrase("地方：\(names)", "places: \(names)") }
  static func due(_ words: String) -> Phrase { Phrase("完成时限：\(words)", "due: \(words)") }
}
