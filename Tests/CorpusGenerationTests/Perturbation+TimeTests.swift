import Chat
import Testing

@testable import CorpusGeneration

@Suite struct PerturbationTimeTests {
  private func jittered(_ times: [Int64], _ style: TimeStyle, _ level: String = "3") throws
    -> [Int64]
  {
    var chunk = Chunk()
    var conversation = Conversation(id: "c")
    (conversation.authors, conversation.split) = (["a"], .test)
    for time in times {
      chunk.messages.append(author: 0, time: time, style: style, text: "hello".utf8)
    }
    chunk.close(conversation)
    let noisy = try NoisyTalk.noisy(chunk, .timeJitter, level).chunk
    #expect(noisy.messages.timeStyle == chunk.messages.timeStyle)
    #expect(noisy.messages.text == chunk.messages.text)
    return noisy.messages.time
  }

  @Test func timesMoveByWholeSecondsWithinTheBound() throws {
    let times = (0..<500).map { Int64($0) * 3_600_000 }
    let shifts = try zip(jittered(times, .isoSecondsUTC), times).map { $0 - $1 }
    #expect(shifts.allSatisfy { abs($0) <= 180_000 && $0 % 1000 == 0 })
    #expect(shifts.contains { $0 > 120_000 })
    #expect(shifts.contains { $0 < -120_000 })
  }

  @Test func theOrderStays() throws {
    let times = (0..<200).map { Int64($0) * 5_000 }
    let moved = try jittered(times, .integer)
    #expect(zip(moved, moved.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(moved != times)
  }

  @Test func coarseNotationsMoveByMinutesAndStayInTheirDay() throws {
    let times = (0..<200).map { Int64($0) * 432_000 / 60_000 * 60_000 }
    let moved = try jittered(times, .clock, "90")
    #expect(moved.allSatisfy { $0 % 60_000 == 0 && (0..<86_400_000).contains($0) })
    #expect(moved != times)
    let minutes = TimeStyle(rawValue: 1 | 1 << 7)
    #expect(try jittered(times, minutes).allSatisfy { $0 % 60_000 == 0 })
  }

  @Test func absentAndRareTimesStay() throws {
    #expect(try jittered([0, 0], .absent) == [0, 0])
    let rare = TimeStyle(rawValue: TimeStyle.isoSecondsUTC.rawValue | 1 << 31)
    #expect(try jittered([5000, 9000], rare) == [5000, 9000])
  }
}
