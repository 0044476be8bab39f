/// What is said of a task that stands as its figures say.
public enum GatheringWords {
  /// Where somebody enters a status that does not stand: by what it goes, and what it is.
  public static func told(_ gathering: Gathering, standing status: Status) -> Phrase {
    let (words, asked, sent) = (FieldWords.status(status), gathering.asked, gathering.sent)
    return Phrase(
      "它按报来的数据算，\(asked) 个市报齐 \(sent) 个，现在仍是“\(words.zh)”。",
      "It goes by the figures that are sent, \(sent) of \(asked) cities, and is still "
        + "“\(words.en)”.")
  }
}
