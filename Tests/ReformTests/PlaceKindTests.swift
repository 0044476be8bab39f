import Testing

@testable import Reform

/// The kinds of places that names of units speak of, as provinces write them.
struct PlaceKindTests {
  @Test(arguments: [
    "各设区市、县（市、区）人民政府", "各市和县（市、区）人民政府", "各市（州）、县（市、区）人民政府", "各市州、县市区人民政府", "各市、州、县人民政府",
    "各盟市、旗县（市、区）", "各市（地）、县（市、区）政府", "各地级以上市、县〔市、区〕人民政府", "市、县人民政府", "市县医保局", "各地政府", "各市县党委政府",
    "各市（县、区）人民政府",
  ])
  func citiesAndCounties(_ name: String) {
    #expect(PlaceKinds(name, below: .province)?.kinds == [.city, .county])
  }

  @Test(arguments: [
    "各市人民政府", "设区市人民政府", "设区的市人民政府", "各地级以上市人民政府", "各地市", "各地区行署", "各州、市人民政府", "各盟行政公署、市人民政府",
    "各市（地）人民政府（行署）", "各地（市）行署（人民政府）", "各市（州）卫生健康委", "各市（区）人民政府", "各市医保局", "各市有关部门",
  ])
  func cities(_ name: String) {
    #expect(PlaceKinds(name, below: .province)?.kinds == [.city])
  }

  @Test(arguments: [
    "县（市、区）人民政府", "各县（市、区）人民政府", "各区县（市）人民政府", "各区、县（市）人民政府", "各旗县区", "县区政府", "各县级医疗集团", "各区市县人民政府",
  ])
  func counties(_ name: String) {
    #expect(PlaceKinds(name, below: .province)?.kinds == [.county])
  }

  @Test(arguments: ["各市、区人民政府", "各市（区）卫生健康委", "各县（市、区）", "各地"])
  func ofACityAllAreCounties(_ name: String) {
    #expect(PlaceKinds(name, below: .city)?.kinds == [.county])
  }

  @Test(arguments: [
    "各省、自治区、直辖市人民政府", "各省（自治区、直辖市）", "各省份", "各地区", "各地", "各省级卫生健康行政部门",
  ])
  func ofTheCountryTheyAreProvinces(_ name: String) {
    #expect(PlaceKinds(name, below: .nation)?.kinds == [.province])
  }

  @Test(arguments: [
    "市医保局", "县人民政府", "省卫生健康委", "市场监管局", "各区域医疗中心", "市直各部门", "各乡镇（街道）", "地质局", "各有关部门", "州卫生健康委",
    "区人民政府",
  ])
  func oneOfficeIsNoKind(_ name: String) { #expect(PlaceKinds(name, below: .province) == nil) }
}
