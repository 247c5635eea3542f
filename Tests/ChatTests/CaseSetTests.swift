import Chat
import Testing

@Suite struct CaseSetTests {
  @Test func bitsFollowTheOrderOfTheCases() {
    let signs: SignSet = [.threat, .ageProbe]
    #expect(signs.rawValue == 1 << 15 | 1)
    #expect(signs.cases == [.ageProbe, .threat])
    #expect(CueSet(rawValue: 0b110).cases == [.verifiedRole, .openChannel])
  }

  @Test func insertAndContains() {
    var cues: CueSet = []
    #expect(cues.isEmpty && cues.cases.isEmpty)
    for cue in Cue.allCases {
      #expect(!cues.contains(cue))
      cues.insert(cue)
      #expect(cues.contains(cue))
    }
    #expect(cues.cases == Cue.allCases)
    #expect(!cues.isEmpty)
  }
}
