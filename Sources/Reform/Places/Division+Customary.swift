extension Division {
  /// The names that are customary beside the official one and the short one: 恩施州 for
  /// 恩施土家族苗族自治州, 景宁县 for 景宁畲族自治县, 锡盟 for 锡林郭勒盟.
  public var customary: [String] {
    let kind = Self.kinds.first(where: { name.hasSuffix($0.official) })
    let plain = kind.map { short + $0.usual }
    return [plain].compactMap(\.self).filter { $0 != name && $0 != short }
      + (Self.contracted[name] ?? [])
  }

  private static let kinds: [(official: String, usual: String)] = [
    (official: "自治州", usual: "州"), ("自治县", "县"), ("自治旗", "旗"), ("林区", "区"), ("特区", "区"),
  ]

  private static let contracted = [
    "巴音郭楞蒙古自治州": ["巴州"], "博尔塔拉蒙古自治州": ["博州"], "克孜勒苏柯尔克孜自治州": ["克州"], "锡林郭勒盟": ["锡盟"],
    "阿拉善盟": ["阿盟"], "莫力达瓦达斡尔族自治旗": ["莫旗"],
    "达尔罕茂明安联合旗": ["达茂旗"], "科尔沁左翼中旗": ["科左中旗"], "科尔沁左翼后旗": ["科左后旗"],
    "科尔沁右翼前旗": ["科右前旗"], "科尔沁右翼中旗": ["科右中旗"], "察哈尔右翼前旗": ["察右前旗"],
    "察哈尔右翼中旗": ["察右中旗"], "察哈尔右翼后旗": ["察右后旗"], "东乌珠穆沁旗": ["东乌旗"],
    "西乌珠穆沁旗": ["西乌旗"], "新巴尔虎左旗": ["新左旗"], "新巴尔虎右旗": ["新右旗"],
    "陈巴尔虎旗": ["陈旗"], "克什克腾旗": ["克旗"], "翁牛特旗": ["翁旗"], "阿鲁科尔沁旗": ["阿旗"],
    "乌拉特前旗": ["乌前旗"], "乌拉特中旗": ["乌中旗"], "乌拉特后旗": ["乌后旗"],
    "苏尼特左旗": ["苏左旗", "东苏旗"], "苏尼特右旗": ["苏右旗", "西苏旗"], "鄂托克前旗": ["鄂前旗"],
    "塔什库尔干塔吉克自治县": ["塔县"],
  ]
}
