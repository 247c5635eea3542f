internal import Chat
internal import Statistics

/// What the sides say of their age in their profiles.
extension Planner {
  /// Share of those whose profile says nothing of age, whoever they are.
  private static let silent = 0.3
  /// Share of minors with a profile that make themselves older by one band.
  private static let olderMinor = 0.15
  /// Share of adults with a profile in a grooming conversation that claim to be a minor.
  private static let falseMinor = 0.35
  /// The same in every other conversation.
  private static let playfulMinor = 0.05

  private static let bands = ["10-12", "13-15", "16-17", "young-adult", "adult"]

  /// The age band that a person claims, or nil. O(1), from a stream of its own.
  func claim(_ plan: Plan, person number: Int) -> String? {
    var random = CounterRandom(
      seed: self.random(plan.index, .claims).value(at: UInt64(number)), stream: 0)
    let (speaks, lies) = (random.unit() >= Self.silent, random.unit())
    let age = random.unit()
    guard speaks else { return nil }
    let person = plan.people[number]
    guard person.isAdult else {
      let band = Self.bands.firstIndex(of: person.ageBand) ?? 0
      return Self.bands[min(band + (lies < Self.olderMinor ? 1 : 0), 3)]
    }
    let share = plan.kind == .grooming && number == 0 ? Self.falseMinor : Self.playfulMinor
    return lies < share ? (age < 0.5 ? "13-15" : "16-17") : person.ageBand
  }
}
