import Chat
import Testing

@testable import CorpusGeneration

@Suite struct BitsTests {
  @Test func bits_follow_the_order_of_all_cases() {
    for (number, sign) in Sign.allCases.enumerated() { #expect(Bits.sign(sign) == 1 << number) }
    for (number, cue) in Cue.allCases.enumerated() { #expect(Bits.cue(cue) == 1 << number) }
  }

  @Test func the_first_cues_explain_a_sign() {
    let explaining = Cue.allCases.prefix(ChainLaw.exculpating)
    #expect(Bits.exculpating == explaining.reduce(0) { $0 | Bits.cue($1) })
  }

  @Test func what_minors_never_carry_is_explicit_too() {
    #expect(Bits.adultsOnly & ~Bits.explicit == 0)
  }
}
