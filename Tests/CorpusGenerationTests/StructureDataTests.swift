import Chat
import Testing

@testable import CorpusGeneration

@Suite struct StructureDataTests {
  private let data: StructureData

  init() throws { data = try StructureData(folder: Miniature.datasets + "/structure") }

  /// Σ over families of weight · P(sign in palette) = alpha · P in grooming: a sign alone says
  /// nothing, by the rates themselves.
  @Test func rates_of_signs_match_in_closed_form() {
    let total = data.families.reduce(0) { $0 + $1.weight }
    for (sign, name) in ChainLaw.signs.enumerated() {
      let held = Bits.adultsOnly & 1 << UInt32(sign) != 0
      let sum = data.families.reduce(0) { sum, family in
        let leads = held ? 1 - family.minorLeads : 1
        return sum + family.weight / total * leads * family.palette[sign]
      }
      let target = data.chain.alpha[sign] * data.chain.palette[sign]
      #expect(abs(sum - target) < 0.002, "\(name.rawValue): \(sum) for \(target)")
      let ratio = sum / data.chain.palette[sign] * data.chain.beta[sign]
      #expect((0.8...1.2).contains(ratio), "\(name.rawValue): \(ratio)")
    }
  }

  @Test func families_among_minors_never_hold_what_only_adults_carry() {
    #expect(data.families.count == 30)
    for family in data.families where family.pairs[0] == 0 && family.pairs[1] == 1 {
      for sign in ChainLaw.signs.indices where Bits.adultsOnly & 1 << UInt32(sign) != 0 {
        #expect(family.palette[sign] == 0, "\(family.id)")
      }
    }
  }

  @Test func pairs_of_adult_and_minor_are_two_thirds_of_the_negatives() {
    let total = data.families.reduce(0) { $0 + $1.weight }
    let share = data.families.reduce(0) { $0 + $1.weight * $1.pairs[0] } / total
    #expect(share >= 0.64)
  }

  @Test func few_negatives_live_where_no_positive_does() {
    var apart = 0.0
    for (index, setting) in data.settings.enumerated() where setting.hasPrefix("adult:") {
      apart += data.settingShares[index] - (index > 0 ? data.settingShares[index - 1] : 0)
      let before = index > 0 ? data.sharedSettingShares[index - 1] : 0
      #expect(data.sharedSettingShares[index] == before)
    }
    #expect(apart > 0.05 && apart < 0.15)
  }

  @Test func a_wrong_name_is_named() throws {
    let miniature = try Miniature()
    for file in ["families", "chain", "positives", "speech"] {
      let source = try SourceFile(path: Miniature.datasets + "/structure/\(file).json")
      var text = String(decoding: source.bytes, as: UTF8.self)
      if file == "families" { text.replace("\"threat\"", with: "\"treat\"") }
      try miniature.write("structure/\(file).json", text)
    }
    let reason = failure { _ = try StructureData(folder: miniature.folder + "/structure") }
    #expect(reason?.contains("families.json:") == true)
    #expect(reason?.contains("unknown key 'treat'") == true)
  }
}
