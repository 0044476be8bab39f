import Bundle
import Reform
import TestSupport
import Testing

/// Places that have one name with another.
@Suite struct NamesakeTests {
  @Test func twoOfOneNameSayWhatTheyLieIn() {
    let divisions = Groups.catalogue.divisions
    #expect(divisions["140302"]?.short(in: .zh) == "阳泉城区")
    #expect(divisions["140302"]?.short(in: .en) == "Yangquan Chengqu")
    #expect(divisions["140502"]?.short(in: .zh) == "晋城城区")
    // Alone under its city it is what it is called, and the only one of its name always.
    #expect(divisions["140302"]?.bare(in: .zh) == "城区")
    #expect(divisions["140303"]?.short(in: .zh) == "矿区")
    // Its official name, too, says what it lies in where it stands for itself.
    #expect(divisions["140302"]?.name(in: .zh) == "阳泉市城区")
    #expect(divisions["140502"]?.name(in: .en) == "Jincheng Chengqu")
    #expect(divisions["140302"]?.name == "城区")
    #expect(divisions["140303"]?.name(in: .zh) == "矿区")
    #expect(divisions.find("阳泉市城区")?.id == "140302")
    let named = divisions.all.map { $0.name(in: .zh) }
    #expect(Set(named).count == named.count)
    let told = divisions.all.map { $0.short(in: .zh) }
    #expect(Set(told).count == told.count)
  }

  @Test func whatTheyAreCalledNamesThem() {
    let divisions = Groups.catalogue.divisions
    #expect(divisions.find("Yangquan Chengqu")?.id == "140302")
    #expect(divisions.find("晋城城区")?.id == "140502")
    #expect(divisions.find("城区") == nil && divisions.find("chengqu") == nil)
  }

  @Test func inTheWholeCountryNoTwoPlacesOfALevelReadTheSame() {
    let divisions = ChinaDivisions.divisions(of: Divisions.country)
    #expect(divisions["110105"]?.short(in: .zh) == "北京朝阳")
    #expect(divisions["220104"]?.short(in: .zh) == "长春朝阳")
    // The city has its name alone; of its counties the official name is enough.
    #expect(divisions["211300"]?.short(in: .zh) == "朝阳")
    #expect(divisions["211321"]?.short(in: .zh) == "朝阳县")
    #expect(divisions["211321"]?.short(in: .en) == "Chaoyang County")
    #expect(divisions["140100"]?.short(in: .zh) == "太原")
    let told = divisions.all.filter { $0.level == .county }.map { $0.short(in: .zh) }
    #expect(Set(told).count == told.count)
  }
}
