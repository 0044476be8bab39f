import Foundation
import TestSupport
import Testing

/// The completions that `make install` puts in place, read and used by the shells themselves.
@Suite struct CompletionTests {
  private let program: Program

  init() throws { program = try Program() }

  private static func path(of shell: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + shell }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// The script for a shell, in a file of the name that the shell looks for.
  private func script(for shell: String, named name: String) throws -> String {
    let result = try program.run("--generate-completion-script", shell)
    #expect(result.code == 0 && !result.output.isEmpty)
    let path = program.scratch.file(name)
    try Data(result.output.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// What a shell prints that runs some words.
  private func output(of shell: String, _ arguments: [String]) throws -> String {
    let path = try #require(Self.path(of: shell))
    let result = try Program.run(
      arguments, in: program.scratch.path, program.environment, program: path)
    #expect(result.code == 0, "\(shell) \(arguments): \(result.complaint)")
    return result.output
  }

  @Test func bashCompletes() throws {
    let path = try script(for: "bash", named: "yigai.bash")
    let words = """
      source "$0"; COMP_WORDS=(yigai conf) COMP_CWORD=1 COMP_LINE="yigai conf" COMP_POINT=10
      _yigai yigai conf yigai; echo "${COMPREPLY[@]}"
      """
    #expect(try output(of: "bash", ["--norc", "-c", words, path]).hasPrefix("config"))
  }

  @Test(.enabled(if: path(of: "fish") != nil, "fish is not installed"))
  func fishCompletes() throws {
    let path = try script(for: "fish", named: "yigai.fish")
    _ = try output(of: "fish", ["--no-execute", path])
    let words = "source \(path); complete -C 'yigai conf'; complete -C 'yigai tasks --departm'"
    let found = try output(of: "fish", ["--no-config", "-c", words])
    #expect(found.contains("config\t") && found.contains("--department"), "\(found)")
  }

  @Test(.enabled(if: path(of: "zsh") != nil, "zsh is not installed"))
  func zshCompletes() throws {
    let path = try script(for: "zsh", named: "_yigai")
    _ = try output(of: "zsh", ["-f", "-n", path])
    // A zsh within a terminal, where a function of the program's name prints what became of Tab.
    let words = """
      zmodload zsh/zpty; zpty z zsh -f -i
      zpty -w z "PROMPT= RPROMPT= ; fpath=(${0:h} \\$fpath); autoload -Uz compinit; compinit -u -D; \
      bindkey '^I' complete-word; yigai() { print \\"got: \\$*.\\" }; compdef _yigai yigai; print rea''dy"
      zpty -r -m z out '*ready*'
      for line in 'yigai conf' 'yigai tasks --departm'; do
        zpty -w z $line$'\\t'; zpty -r -m z out '*got: *.*'; print -r -- ${${out##*got: }%%.*}
      done
      zpty -d z
      """
    let found = try output(of: "zsh", ["-f", "-c", words, path])
    #expect(found == "config\ntasks --department\n", "\(found)")
  }
}
