import Chat
import Testing

@testable import Store

struct CaseSetTextTests {
  private func set(_ text: String, in texts: inout CaseSetText<Cue>) -> CueSet? {
    Array(text.utf8).withUnsafeBufferPointer { texts.set(of: $0) }
  }

  @Test func namesEverySet() {
    var texts = CaseSetText<Cue>()
    for round in 0..<2 {
      for bits in 0..<UInt32(1) << UInt32(Cue.allCases.count) {
        let cues = CueSet(rawValue: bits)
        let text = texts.text(of: cues)
        #expect(text == cues.cases.map(\.rawValue).joined(separator: ","))
        #expect(set(text, in: &texts) == cues, "round \(round)")
      }
    }
  }

  @Test(arguments: ["else", ",", "refuses,", "refuses,else", " refuses"])
  func anotherNameIsNoSet(text: String) {
    var texts = CaseSetText<Cue>()
    #expect(set(text, in: &texts) == nil)
  }
}
