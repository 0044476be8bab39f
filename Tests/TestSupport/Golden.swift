import Foundation

/// A file that holds what is expected, whole.
public enum Golden {
  /// What is wrong with a text, held against its golden file; nil where nothing is.
  ///
  /// With `RECORD=1` the file is written anew, which counts as wrong: it is to be read first.
  public static func complaint(
    about text: String, file name: String, in folder: String = Places.golden
  ) throws -> String? {
    let path = "\(folder)/\(name)"
    if Places.isRecording {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return "recorded \(name): read it, and run again without RECORD"
    }
    guard let expected = contents(of: path) else { return "there is no golden file \(name)" }
    guard expected != text else { return nil }
    return "\(name) differs\n--- expected\n\(expected)\n--- found\n\(text)"
  }
}
