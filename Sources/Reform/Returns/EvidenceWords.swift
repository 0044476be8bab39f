import Foundation

/// Words under 佐证 that say that there is none, or none yet.
public enum EvidenceWords {
  /// Whether a text shows nothing: 无, /, —, 0, 暂无, 待补, 无佐证, 正在收集.
  public static func areNone(_ text: String) -> Bool {
    let bare = text.lowercased().filter { !$0.isWhitespace }
    return patterns.contains { bare.range(of: $0, options: .regularExpression) != nil }
  }

  private static let things = "(?:相关|有关|任何|其他)?(?:佐证|材料|资料|附件|文件|依据|证明|证据|说明|的)*"
  private static let later =
    "(?:待|后|拟|稍后|后续|随后|另行|尽快|陆续|正在|正|将|近期|需)+(?:予以|进一步)?(?:补充|补报|补交|补传|补|提供|提交|上传|收集|整理|报送|完善|准备|汇总|印发|出台|另附)"
  private static let patterns = [
    "^[\\p{P}\\p{S}0×x]*$",
    "^(?:暂|尚|目前|现|还|暂时)*(?:无|没有|没|未有|缺|缺少|不详|未提供|未上传|未收集|未取得|未附|未填)(?:有)?\(things)[。.！!]?$",
    "^\(things)\(later)(?:中|之中)?\(things)[。.！!]?$", "^\(things)(?:收集|整理|补充|准备|汇总)中[。.]?$",
    "^(?:none|no|n/?a|nil|null|nothing|tbd|tba|pending|tocome|tofollow|notyet|noevidence|notavailable)[.!]?$",
  ]
}
