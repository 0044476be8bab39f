/// Tables whose lines outside the heading say what the numbers are: titles, notes, remarks, marks.
extension Drawn {
  private static func table(_ before: String, _ after: String = "", title: Bool = true) -> String {
    (title ? "长治市2023年公立医院收入情况\n" : "") + before
      + "县区|医疗服务收入（万元）|医疗收入（万元）|备注\n襄垣县|1300|4600|\n武乡县|800|3500|" + after
  }

  private static let plain = ["140423 2023 1300/4600", "140429 2023 800/3500"]

  static let lines: [Drawn] = [
    Drawn("统计范围县级综合医院", table("统计范围：县级综合医院，不含中医院、妇幼保健院\n"), .asked),
    Drawn("仅统计二级及以上", table("统计口径：仅统计二级及以上公立医院\n"), .asked),
    Drawn("标题含民营", table("长治市2023年医院收入（含民营）\n", title: false), .asked),
    Drawn("表下注未含", table("", "\n注：襄垣县未含中医院；业务支出为预计数"), .asked),
    Drawn("表下没有注字", table("", "\n襄垣县未含中医院"), .asked),
    Drawn("备注列不含", table("", "不含中医院"), .asked),
    Drawn("标题快报", table("长治市2023年公立医院收入快报数\n", title: false), .asked),
    Drawn("旁注预计", table("", "|预计数"), .asked),
    Drawn("综合医院", table("长治市2023年县级综合医院收入情况\n", title: false), .asked),
    Drawn("剔除", table("说明：已剔除疫情补助\n"), .asked),
    Drawn(
      "不改口径的话",
      table(
        "填报单位：长治市卫健委|填报日期：2024年2月5日\n统计口径：全市公立医院\n填报说明：金额保留两位小数，灰色单元格自动计算\n",
        "\n注：以上数据来源于2023年卫生健康财务年报，不含民营医院。\n填表人：张三|审核人：李四"), .taken(plain)),
    Drawn("口径就是定义", table("", "\n注：医疗服务收入不含药品、耗材、检查、化验收入"), .taken(plain)),
    Drawn("2023.1到6", table("长治市公立医院收入（2023.1-6）\n", title: false), year: 2023, .refused),
    Drawn("单独一行的月份", table("长治市公立医院收入\n2023年11月\n", title: false), year: 2023, .refused),
    Drawn("单独一行的十二月", table("2023年12月\n"), .taken(plain)),
    Drawn("次年一月制表", table("2024年1月\n"), .taken(plain)),
    Drawn("以上为上半年", table("", "\n以上为2023年上半年数据"), year: 2023, .refused),
    Drawn("备注写1至9月", table("", "1-9月数"), .refused),
    Drawn(
      "续表",
      table("", "\n续表\n县区|医疗服务收入（万元）|医疗收入（万元）|备注\n沁县|700|2900|\n总计|2800|11000|"),
      .taken(plain + ["140430 2023 700/2900"])),
    Drawn(
      "续表总计不对",
      table("", "\n续表\n县区|医疗服务收入（万元）|医疗收入（万元）|备注\n沁县|700|2900|\n总计|2800|11900|"), .refused),
    Drawn(
      "小计在上",
      """
      长治市2023年
      县区|医疗服务收入（万元）|医疗收入（万元）
      小计|2100|8100
      襄垣县|1300|4600
      武乡县|800|3500
      小计|1700|6200
      沁县|700|2900
      黎城县|1000|3300
      """,
      .taken(plain + ["140430 2023 700/2900", "140426 2023 1000/3300"])),
    Drawn(
      "小计在上不对",
      """
      长治市2023年
      县区|医疗服务收入（万元）|医疗收入（万元）
      小计|2100|8100
      襄垣县|1300|4600
      武乡县|800|3500
      小计|1700|6900
      沁县|700|2900
      黎城县|1000|3300
      """,
      .refused),
    Drawn(
      "每组一个合计",
      """
      长治市2023年
      县区|医疗服务收入（万元）|医疗收入（万元）
      襄垣县|1300|4600
      武乡县|800|3500
      合计|2100|8100
      沁县|700|2900
      黎城县|1000|3300
      合计|1700|6200
      """,
      .taken(plain + ["140430 2023 700/2900", "140426 2023 1000/3300"])),
    Drawn(
      "名字后的记号",
      """
      长治市2023年
      县区|医疗服务收入（万元）|医疗收入（万元）
      襄垣县*|1300|4600
      武乡县①|800|3500
      *沁县|700|2900
      黎城县（注1）|1000|3300
      合计|3800|14300
      """,
      .taken(plain + ["140430 2023 700/2900", "140426 2023 1000/3300"])),
    Drawn("名字后的口径", table("", "\n潞州区（不含高新区）|900|3000|"), .asked),
    Drawn("名字后的更正", table("", "\n沁县（更正）|900|3000|"), .refused),
    Drawn("平均数", table("", "\n平均数|1050|4050|"), .taken(plain)),
    Drawn("只写县", table("", "\n县|1050|4050|"), .refused),
    Drawn("预算表", table("长治市2023年公立医院收入预算表\n", title: false), .asked),
    Drawn("一县用上年数", table("", "\n注：武乡县为2022年数"), .asked),
    Drawn("年内填报", table("", "\n填报日期：2023年11月5日"), .asked),
    Drawn("备注截至9月底", table("", "截至9月底数"), .refused),
    Drawn("两月估算", table("", "\n注：武乡县11—12月数据为估算"), .asked),
    Drawn("县表不含市直", table("长治市2023年县级公立医院收入（不含市直）\n", title: false), .taken(plain)),
    Drawn("市直的构成", table("", "\n注：市直含市二院、市中医院等5家"), .taken(plain)),
    Drawn("月报表", table("长治市2023年公立医院收入月报表\n", title: false), .asked),
    Drawn("工作表名快报", table(""), sheet: "快报数", .asked),
    Drawn(
      "表头行旁注",
      """
      长治市2023年
      县区|医疗服务收入（万元）|医疗收入（万元）||注：以上仅为县医院数
      襄垣县|1300|4600
      """,
      .asked),
    Drawn("填报范围", table("填报范围：各县（市、区）卫生健康局\n"), .taken(plain)),
    Drawn("医疗集团", table("", "\n沁县医疗集团|900|3000|"), .asked),
  ]
}
