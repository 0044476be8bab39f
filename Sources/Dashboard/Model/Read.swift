import Reform

/// Something that is read for what is shown: a value that says what is asked, and its own identity.
///
/// What may be read beside the loop names with its `turn` the state of the ledger that is asked
/// about: the same question after an entry is another one.
public enum Read: Hashable, Sendable {
  /// How everything stands on a day in a place.
  case progress(LedgerState.Request)
  /// How all tasks stand in all cities.
  case cities(CityState.Request)
  /// A task with its lines and so many of its last entries.
  case task(ReformTask.ID, day: Day, entries: Int = TaskDetail.slice)
  /// The last entry of a task in a place; with `ownLevel` of its government only.
  case last(ReformTask.ID, in: Division.Code, ownLevel: Bool, day: Day)
  case figures(Figures.Request)
  /// What a value rests on, every figure ever sent for it included.
  case explanation(Figure.Key, day: Day)
  case place(PlaceSheet.Request)
  case groups(GroupSheet.Request)
  /// How the collecting of figures stands, beside a reading of the figures.
  case collecting(day: Day, figures: Int)
  /// How characters are read, for the search.
  case pinyin
  /// Clause texts and notes to look for things in, as of a day in a place.
  case texts(day: Day, in: Division.Code, turn: Int)
  /// Documents that wait for review.
  case reviews
  /// What bulletins report.
  case achievements
  /// The clauses of a document word for word.
  case clauses(of: Document.ID)
  /// The meetings and slips, and how things stand in the place of one.
  case meetings(MeetingBook.Request)
}

/// What came of a read.
public enum Answer: Sendable, Equatable {
  case progress(LedgerState)
  case cities(CityState)
  case task(TaskDetail)
  case last(Entry)
  case figures(Figures)
  case explanation(Explanation)
  case place(PlaceSheet)
  case groups(GroupSheet)
  case collecting(Collected)
  case pinyin(Pinyin)
  /// Clause texts and notes by the id of the task.
  case texts([ReformTask.ID: String], notes: [ReformTask.ID: [String]])
  case reviews([Review])
  case achievements([Achievement])
  case clauses([String: String])
  case meetings(MeetingBook)
  /// There is nothing of what was asked about.
  case nothing
}
