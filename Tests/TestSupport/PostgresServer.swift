import Foundation

/// A PostgreSQL server of the tests' own: in a folder of its own, on a socket only, gone when the test
/// process is, however that ends.
public final class PostgresServer: Sendable {
  /// The one that all tests of a process share, started with the first that asks.
  public static let shared = Result { try PostgresServer() }

  /// Whether this machine has PostgreSQL 15 or later; where it has not, tests of hubs are skipped.
  public static let isThere: Bool = {
    guard binaries == nil else { return true }
    print("skipped: the tests of hubs, for PostgreSQL 15 or later is not installed")
    return false
  }()

  /// Where the programs of the server lie, of the newest version.
  private static let binaries: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap(Int.init).filter { version in
      version >= 15 && FileManager.default.isExecutableFile(atPath: "\(root)/\(version)/bin/initdb")
    }.max()
    return newest.map { "\(root)/\($0)/bin" }
  }()

  /// The folder of the socket.
  public let folder: String
  private let bin: String
  /// What stands before a command that must not run as root.
  private let dropping: String

  public convenience init() throws {
    guard let bin = Self.binaries else { throw TestFailure("PostgreSQL is not installed") }
    try self.init(bin) {
      "initdb' -D '\($0)/data' -U owner -A trust -E UTF8 --locale=C.UTF-8 -N --no-instructions"
    }
  }

  /// A copy of another one that follows it and only reads: a standby.
  public convenience init(following other: PostgresServer) throws {
    try self.init(other.bin) {
      "pg_basebackup' -h '\(other.folder)' -U owner -D '\($0)/data' -R -N -c fast"
    }
  }

  /// Whether standbys can be made here.
  public static let copies: Bool = {
    let isThere = binaries.map {
      FileManager.default.isExecutableFile(atPath: "\($0)/pg_basebackup")
    }
    guard isThere == false else { return isThere ?? false }
    print("skipped: the tests of standbys, for pg_basebackup is not installed")
    return false
  }()

  /// Makes its data by a program of PostgreSQL's, which is told the folder, and starts it.
  private init(_ bin: String, _ making: (String) -> String) throws {
    self.bin = bin
    folder = "/tmp/yigai-pg-\(getpid())-\(UInt32.random(in: 0...999_999))"
    dropping = geteuid() == 0 ? "setpriv --reuid=nobody --regid=nogroup --clear-groups " : ""
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    if geteuid() == 0 { try shell("chown nobody:nogroup '\(folder)'") }
    try shell("mkfifo '\(folder)/alive'")
    try shell("\(dropping)'\(bin)/\(making(folder))")
    try configure()
    try watch()
    try start()
  }

  private func configure() throws {
    let settings = """
      listen_addresses = ''
      unix_socket_directories = '\(folder)'
      fsync = off
      max_connections = 60
      """
    try shell("cat >> '\(folder)/data/postgresql.conf'", input: "\n" + settings)
    // One role that has to give a password; all others are whom they say.
    let rules =
      "local all guarded scram-sha-256\nlocal all all trust\nlocal replication owner trust\n"
    try shell("cat > '\(folder)/data/pg_hba.conf'", input: rules)
  }

  /// Leaves a program behind that reads from a pipe which this process holds open: once it is closed
  /// the server is stopped and its folder removed.
  private func watch() throws {
    let pipe = folder + "/alive"
    guard open(pipe, O_RDWR | O_CLOEXEC) >= 0 else { throw TestFailure("\(pipe) does not open") }
    let words = "cat > /dev/null; \(command("stop -m immediate")); rm -rf '\(folder)'"
    _ = try Spawned.inTurn {
      try Spawned.start(
        ["/bin/sh", "-c", words], ["PATH": "/usr/bin:/bin"], session: true,
        streams: [(0, pipe, O_RDONLY), (1, "/dev/null", O_WRONLY), (2, "/dev/null", O_WRONLY)])
    }
  }

  public func start() throws { try shell(command("start -l '\(folder)/data/log'")) }

  /// Stops it at once, as a power cut would.
  public func stopAtOnce() throws { try shell(command("stop -m immediate")) }

  /// Makes a standby one that writes.
  public func promote() throws { try shell(command("promote")) }

  private func command(_ words: String) -> String {
    "\(dropping)'\(bin)/pg_ctl' -D '\(folder)/data' -w -s \(words)"
  }

  private func shell(_ words: String, input: String? = nil) throws {
    let scratch = try Scratch()
    let given = try input.map { try scratch.write($0, to: "input") } ?? "/dev/null"
    let result = try Program.run(
      ["-c", words], in: scratch.path, ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], input: given,
      program: "/bin/sh")
    guard result.code == 0 else { throw TestFailure("\(words): \(result.complaint)") }
  }

  /// How to connect to a database of it as somebody.
  public func service(_ database: String, as role: String) -> String {
    "host=\(folder) dbname=\(database) user=\(role)"
  }

  /// Writes a database as the SQL that makes it anew.
  public func dump(_ database: String, to path: String) throws {
    try shell("'\(bin)/pg_dump' -h '\(folder)' -U owner -f '\(path)' '\(database)'")
  }

  /// What psql says to some statements, or a file of them.
  public func psql(
    _ database: String, as role: String = "owner", _ words: String..., input: String = "/dev/null"
  ) throws -> Program.Result {
    try Program.run(
      ["-X", "-qAt", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", role, "-d", database] + words,
      in: NSTemporaryDirectory(), ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], input: input,
      program: bin + "/psql")
  }
}
