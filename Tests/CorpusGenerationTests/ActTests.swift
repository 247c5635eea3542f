import Chat
import Testing

@testable import CorpusGeneration

@Suite struct ActTests {
  @Test func every_act_has_one_name_in_the_order_of_its_number() {
    #expect(Act.names.count == Act.count)
    #expect(Set(Act.names).count == Act.count)
    #expect(Act.firstCue == ChainLaw.signs.count)
    #expect(Act.firstOrdinary == Act.firstCue + Cue.allCases.count)
    #expect(Act.tail == Act.firstOrdinary + SpeechLaw.acts.count)
    #expect(Act.names[Act.firstCue] == Cue.allCases[0].rawValue)
    #expect(Act.names[Act.tail...] == ["tail", "opener", "frame"])
    #expect(Act.names[Act.greeting] == "greeting")
    #expect(Act.names[Act.question] == "question")
    #expect(Act.names[Act.closing] == "closing")
    #expect(Act.extenders.map { Act.names[$0] } == ["statement", "opinion", "plan", "story"])
  }

  @Test func files_lie_in_the_folder_of_their_kind() {
    #expect(Act.file(0) == "signs/\(Sign.allCases[0].rawValue).grammar")
    #expect(Act.file(Act.firstCue) == "cues/\(Cue.allCases[0].rawValue).grammar")
    #expect(Act.file(Act.greeting) == "ordinary/greeting.grammar")
  }
}
