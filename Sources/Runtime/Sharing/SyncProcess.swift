import Foundation
import Reform

/// Runs `yigai-sync`, the program beside this one that speaks to hubs.
public enum SyncProcess {
  /// What it answers to a request; a fault that it answers is thrown.
  public static func ask(_ request: HubRequest) throws -> HubReply {
    try reply(of: try SyncChild(request, at: try path(), isQuiet: false).wait())
  }

  /// Begins to exchange a ledger with its hub beside this program: what comes is asked again and again,
  /// and says nil until it is over.
  ///
  /// `program` is its path, where that is another than beside this one.
  public static func exchange(
    _ ledger: String, by program: String? = nil
  ) throws -> Synchroniser.Running {
    let child = try SyncChild(
      .exchange(ledger: ledger), at: try program ?? path(), isQuiet: true)
    return {
      guard let ending = child.look() else { return nil }
      do {
        guard case .exchanged(let report) = try reply(of: ending) else {
          return .failure(mixedUp)
        }
        return .success(report)
      } catch let fault as Fault { return .failure(fault) } catch {
        return .failure(Fault("同步出错：\(error)", "Synchronising failed: \(error)"))
      }
    }
  }

  public static let mixedUp = Fault(
    "yigai-sync 答非所问；它与 yigai 的版本要一致，请重新安装。",
    "yigai-sync answered something else; it has to be of the same version as yigai: install both "
      + "again.")

  private static func reply(of ending: SyncChild.Ending) throws -> HubReply {
    if let signal = ending.signal {
      throw Fault(
        "同步程序被终止（信号 \(signal)），没有做完；再同步时接着做。",
        "yigai-sync was ended by signal \(signal) before it was done; the next exchange goes on from "
          + "there.")
    }
    guard let reply = try? JSONDecoder().decode(HubReply.self, from: Data(ending.output)) else {
      throw Fault(
        "yigai-sync 没有给出答复；它与 yigai 的版本要一致，请重新安装。",
        "yigai-sync gave no answer; it has to be of the same version as yigai: install both again.")
    }
    if case .fault(let words, let code) = reply { throw Fault(words, exitCode: code) }
    return reply
  }

  /// The path of the program, in the folder in which this one lies; throws where it is not there.
  private static func path() throws -> String {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = ((own ?? CommandLine.arguments[0]) as NSString).deletingLastPathComponent
    let path = folder + "/yigai-sync"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Fault(
        "找不到 \(path)；共享由它来做，它和 yigai 要装在同一个文件夹里（make install 会装好）。",
        "There is no \(path). It does the sharing and has to lie in one folder with yigai (make install "
          + "puts it there).")
    }
    return path
  }
}
