/// A form of tasks as it came back (任务填报表): whose it is, of which month, and who filled it in.
public struct SentForm: Hashable, Codable, Sendable {
  public var place: Division.Code
  /// The day that the form was made for; where the file does not say, that of the import.
  public var made: Day
  public var file: String
  /// SHA-256 of the file's bytes in hexadecimal.
  public var hash: String
  /// How many rows of the place were filled in.
  public var count: Int
  public var sender: String?
  public var checker: String?
  public var phone: String?

  public init(
    _ place: Division.Code, made: Day, file: String, hash: String, count: Int,
    sender: String? = nil, checker: String? = nil, phone: String? = nil
  ) {
    (self.place, self.made, self.file, self.hash) = (place, made, file, hash)
    (self.count, self.sender, self.checker, self.phone) = (count, sender, checker, phone)
  }
}

/// A form of tasks as the ledger has it: taken in by an act, which may have been taken back.
public struct SentFormEntry: Hashable, Sendable {
  /// Who took it back, and on which day.
  public struct Withdrawal: Hashable, Sendable {
    public var who: String
    public var day: Day

    public init(who: String, day: Day) { (self.who, self.day) = (who, day) }
  }

  public var act: Int
  public var form: SentForm
  public var who: String
  public var day: Day
  public var withdrawal: Withdrawal?

  public init(
    act: Int, _ form: SentForm, who: String, day: Day, withdrawal: Withdrawal? = nil
  ) {
    (self.act, self.form, self.who, self.day) = (act, form, who, day)
    self.withdrawal = withdrawal
  }
}
