import Cells

extension Context {
  static let places = Context("places")
  static let group = Context("group")
}

extension Command {
  static let showPlaces = Command("places")
  static let add = Command("add")
}

extension Tab {
  static let places = Tab(4, .showPlaces, Words.Places.title)
}

extension PlacesScreen {
  static let bindings: [Binding] =
    Binding.narrowing(.places) + [
      Binding(.nextView, ["v", .function(5)], "整屏地图", "whole map", in: [.places], hint: 4),
      Binding(.sort, ["o", .function(6)], "排序", "sort", in: [.places], hint: 5),
      Binding(.reverse, ["O"], "倒序", "sort backwards", in: [.places]),
      Binding(.measure, ["c"], "地图着色", "colour the map by", in: [.places], hint: 15),
      Binding(.amend, ["e", .function(4)], "在集团里登记", "enter, in a group", in: [.places]),
      Binding(.amend, ["e", .function(4)], "登记", "enter", in: [.group], hint: 3),
      Binding(.close, ["d", .function(8)], "完成/签认", "done/sign", in: [.group], hint: 4),
      Binding(.add, ["+", .insert], "添加", "add", in: [.group], hint: 5),
      Binding(.drop, ["x", .delete], "删除", "drop", in: [.group], hint: 5),
      .papers([.places]),
      Binding(.papers, ["X"], "出材料", "papers", in: [.group], hint: 18),
      Binding(.filter, ["/", .function(3)], "筛选", "filter", in: [.group]),
      Binding(.place, ["p"], "地区", "place", in: [.group]),
    ]
}
