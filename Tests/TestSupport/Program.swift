import Foundation

/// The built program, run to its end without a terminal.
public struct Program {
  public struct Result: Sendable {
    public var code: Int32
    public var output: String
    public var complaint: String
  }

  public let scratch: Scratch
  public var environment: [String: String]

  public init(_ changes: [String: String?] = [:]) throws {
    scratch = try Scratch()
    environment = Surroundings.environment(in: scratch, changes)
  }

  /// Puts a ledger where the program looks for one by itself.
  @discardableResult
  public func with(_ ledger: TestLedger) throws -> String {
    let name = ledger == .sample ? "sample" : "ledger"
    let folder = scratch.file("data/yigai")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try ledger.make(in: scratch, named: "data/yigai/\(name).sqlite")
  }

  public func run(_ arguments: String...) throws -> Result { try run(arguments) }

  /// Runs it with standard output at a path, or through something that starts it.
  public func run(
    _ arguments: [String], input: String = "/dev/null", output place: String? = nil,
    through wrapper: [String] = []
  ) throws -> Result {
    try Self.run(
      arguments, in: scratch.path, environment, input: input, output: place, through: wrapper)
  }

  /// The same for programs that run at the same time, in a folder that one test owns.
  public static func run(
    _ arguments: [String], in folder: String, _ environment: [String: String],
    input: String = "/dev/null", output place: String? = nil, through wrapper: [String] = [],
    program: String = Places.program
  ) throws -> Result {
    let id = UUID().uuidString
    let (output, complaint) = (place ?? folder + "/out-\(id)", folder + "/err-\(id)")
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    let pid = try Spawned.inTurn {
      try Spawned.start(
        wrapper + [program] + arguments, environment, session: true,
        streams: [(0, input, O_RDONLY), (1, output, flags), (2, complaint, flags)])
    }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    defer {
      if place == nil { unlink(output) }
      unlink(complaint)
    }
    return Result(
      code: Spawned.code(of: status), output: place == nil ? contents(of: output) ?? "" : "",
      complaint: contents(of: complaint) ?? "")
  }
}
