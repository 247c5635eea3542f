import Statistics
import Testing

@testable import Detection

@Suite struct ConversationBehaviourTests {
  private static let hour: Int64 = 3_600_000

  private static func value(_ name: String, _ behaviour: ConversationBehaviour) throws -> Double {
    let index = try #require(ConversationBehaviour.features.firstIndex(of: name))
    return behaviour.row[index]
  }

  @Test func everyFeatureHasOneName() {
    let names = ConversationBehaviour.features
    #expect(Set(names).count == names.count)
    #expect(ConversationBehaviour().row.count == names.count)
  }

  @Test func nothingIsKnownOfNothing() throws {
    let row = ConversationBehaviour().row
    for (index, name) in ConversationBehaviour.features.enumerated()
    where name != "recent share of the first author" {
      #expect(row[index] == 0, "\(name)")
    }
  }

  @Test func turnsSittingsAndRepliesAreCounted() throws {
    // 2031-01-06 is a Monday; sittings at 09:00 and 23:00.
    let monday: Int64 = 1_925_424_000_000
    var behaviour = ConversationBehaviour()
    let messages: [(author: Int, hours: Double, bytes: Int)] = [
      (0, 9, 10), (0, 9.1, 10), (1, 9.2, 40), (0, 23, 10), (1, 23.005, 40), (2, 23.006, 0),
    ]
    for message in messages {
      behaviour.observe(
        author: message.author, time: monday + Int64((message.hours * Double(Self.hour)).rounded()),
        bytes: message.bytes)
    }
    func expect(_ name: String, _ expected: Double) throws {
      let value = try Self.value(name, behaviour)
      #expect((value - expected).magnitude < 1e-9, "\(name): \(value), expected \(expected)")
    }
    func log(_ x: Double) -> Double { Elementary.log(x) }
    try expect("messages", log(7))
    try expect("authors", 3)
    try expect("sittings", log(3))
    try expect("active days", log(2))
    try expect("messages a sitting", log(4))
    try expect("messages of this sitting", log(4))
    try expect("share of the first author", 0.5)
    try expect("share of the busiest author", 0.5)
    try expect("share of the sittings' opener", 0.5)
    try expect("turns a message", 5.0 / 6)
    try expect("longest run", log(3))
    try expect("double-texting", 1.0 / 6)
    try expect("double-texting of the first author", 1.0 / 3)
    try expect("sittings begun by the first author", 1)
    try expect("sittings begun without an answer", 0)
    try expect("turns of a third author", 1.0 / 6)
    try expect("messages since a third author", 0)
    try expect("mean length", (3 * log(11) + 2 * log(41)) / 6)
    try expect("length of the first author against others", log(11) - 2 * log(41) / 3)
    try expect("bursts", 2.0 / 4)
    try expect("mean reply gap", (log(361) + log(19) + log(4.6)) / 3)
    try expect("mean gap between sittings", log(1 + 13.8 * 3600))
    try expect("school hours", 0.5)
    try expect("night", 0.5)
    try expect("evening", 0)
    try expect("weekend", 0)
    let entropy = log(6) - (3 * log(3) + 2 * log(2)) / 6
    try expect("evenness of authors", entropy / log(3))
  }

  @Test func whoReturnsUnansweredIsSeen() throws {
    var behaviour = ConversationBehaviour()
    for day in 0..<4 { behaviour.observe(author: 3, time: Int64(day) * 24 * Self.hour, bytes: 5) }
    #expect(try Self.value("sittings begun without an answer", behaviour) == 0.75)
    #expect(try Self.value("sittings begun by the opener", behaviour) == 1)
    #expect(try Self.value("double-texting", behaviour) == 0)
  }

  @Test func daysAndHoursBefore1970AreWhole() throws {
    var behaviour = ConversationBehaviour()
    // Wednesday 1969-12-31, 23:30, then Sunday 1969-12-28, 10:00.
    behaviour.observe(author: 0, time: -Self.hour / 2, bytes: 1)
    #expect(try Self.value("night", behaviour) == 1)
    behaviour.observe(author: 0, time: -3 * 24 * Self.hour - 14 * Self.hour, bytes: 1)
    #expect(try Self.value("night", behaviour) == 0.5)
    #expect(try Self.value("weekend", behaviour) == 0.5)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func everyFeatureStaysFinite(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    var behaviour = ConversationBehaviour()
    for _ in 0..<500 {
      let time: Int64? =
        switch random.below(6) {
        case 0: nil
        case 1: .min
        case 2: .max
        default: Int64(bitPattern: random.next()) >> Int64(random.below(60))
        }
      behaviour.observe(
        author: random.below(3) == 0 ? random.below(1_000_000) : random.below(3), time: time,
        bytes: random.below(4) == 0 ? 0 : random.below(100_000))
      let row = behaviour.row
      for index in row.indices {
        #expect(row[index].isFinite, "seed \(seed), \(ConversationBehaviour.features[index])")
      }
    }
  }

  @Test func authorsFromTheSixteenthOnAreOne() throws {
    var behaviour = ConversationBehaviour()
    for author in 0..<100 { behaviour.observe(author: author, time: nil, bytes: 1) }
    behaviour.observe(author: -1, time: nil, bytes: 1)
    #expect(try Self.value("authors", behaviour) == 16)
  }
}
