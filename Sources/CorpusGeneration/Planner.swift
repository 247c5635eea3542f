internal import Chat
internal import Statistics

/// The structural layer: personas and setting first, then class, stages, signs, cues, times.
///
/// Length, setting, shape, personas and who writes first are drawn before the class and do not
/// depend on it; what the class asks for is met by redrawing the chain of stages, never the length.
struct Planner: Sendable {
  /// Independent streams of a conversation.
  enum Purpose: UInt64 {
    case seed = 1
    case shape, people, lead, leadMinor, chain, cues, late, withheld, times, topics, words, noise
    case quota, claims
  }

  let data: StructureData
  let tables: QuantileTables
  let allocation: Allocation
  let seed: UInt64
  let topics: Int
  /// Per pool, the fillers that are given names.
  let names: [(first: Int32, count: Int32)]
  /// Share of hard negatives among minors, and among adults.
  let minorsShare: Double
  let adultsShare: Double
  /// Cumulative activity through the day, in parts of an hour's weight per second.
  let dayUnits: [Int64]

  init(
    data: StructureData, tables: QuantileTables, allocation: Allocation, seed: UInt64,
    book: Phrasebook
  ) {
    (self.data, self.tables, self.allocation, self.seed) = (data, tables, allocation, seed)
    topics = book.topics.count
    names = Pool.split.map { book.list(Slot.name, topic: 0, pool: $0.rawValue) }
    func share(_ pair: Int) -> Double {
      let total = data.families.reduce(0) { $0 + $1.weight }
      return data.families.reduce(0) { sum, family in
        sum + family.weight * (family.pairs[pair] - (pair > 0 ? family.pairs[pair - 1] : 0))
      } / total
    }
    (minorsShare, adultsShare) = (share(1), share(2))
    var units: [Int64] = [0]
    for hour in data.speech.hours { units.append(units[units.count - 1] + hour * 3600) }
    dayUnits = units
  }

  func random(_ index: Int, _ purpose: Purpose) -> CounterRandom {
    CounterRandom(seed: seed, stream: UInt64(index), purpose: purpose.rawValue)
  }

  /// Plans conversation `index` into `plan`, whose arrays are reused.
  func plan(_ index: Int, _ plan: inout Plan, _ draft: inout Draft) {
    plan.index = index
    plan.place = allocation.place(index)
    // 53 bits, so that the number survives readers that know doubles only.
    plan.seed = random(index, .seed).value(at: 0) >> 11
    var random = random(index, .shape)
    let shape = drawShape(&plan, &random)
    drawRoles(&plan, shape)
    drawPeople(&plan, shape)
    drawSigns(&plan, shape, &draft)
    drawCues(&plan, shape, &draft)
    drawTimes(&plan, shape)
    judge(&plan, shape, draft)
  }

  /// The first place whose cumulative share lies above the draw.
  @inline(__always) static func pick(_ cumulative: [Double], _ unit: Double) -> Int {
    for index in cumulative.indices where unit < cumulative[index] { return index }
    return cumulative.count - 1
  }

  /// A number around `mean` (10 coins), for counts that are Poisson in the simulation.
  static func small(_ mean: Double, _ random: inout CounterRandom) -> Int {
    var count = 0
    for _ in 0..<10 where random.unit() < mean / 10 { count += 1 }
    return count
  }

  private func drawShape(_ plan: inout Plan, _ random: inout CounterRandom) -> Shape {
    var shape = Shape()
    let kinds = data.positives
    let settings =
      plan.kind == .grooming ? data.sharedSettingShares : data.settingShares
    plan.setting = Self.pick(settings, random.unit())
    let length = tables.length.draw(&random)
    shape.length = max(8, min(4000, Int(length + 0.5)))
    let form = random.unit()
    var bound = 0.0
    for (kind, value) in [
      (PositiveKinds.Kind.slow, Shape.Form.slow), (.diluted, .diluted),
      (.interrupted, .interrupted), (.manySessions, .manySessions),
    ] {
      if form >= bound, form < bound + kinds.share(kind) { shape.form = value }
      bound += kinds.share(kind)
    }
    let size = 3 + random.below(4)
    shape.twoAdults = random.unit() < kinds.share(.twoAdults)
    let isGroup = data.settings[plan.setting].hasSuffix("-group")
    shape.group = isGroup ? size : shape.twoAdults ? 3 : 2
    shape.twoAdults = shape.twoAdults && !isGroup
    shape.first = random.unit() < data.speech.initiatorFirst ? 0 : 1
    shape.implicit = random.unit() < kinds.share(.implicitOnly)
    shape.refusalAndReport = random.unit() < kinds.share(.refusalAndReport)
    let known = ["family", "school", "club", "tutoring"].contains {
      data.settings[plan.setting].hasPrefix($0)
    }
    plan.knownOffline = random.unit() < (known ? 0.85 : 0.1)
    plan.quotingSpeaker = random.unit() < data.speech.quotingSpeakers
    plan.family = Self.pick(data.familyShares[plan.setting], random.unit())
    let family = data.families[plan.family]
    plan.scenarioQuotes = family.quotes
    plan.pair = Family.Pair.allCases[Self.pick(family.pairs, random.unit())]
    let leads = random.unit()
    switch plan.kind {
    case .grooming: plan.minorLeads = false
    case .hardNegative: plan.minorLeads = plan.pair == .adultMinor && leads < family.minorLeads
    case .ordinary: plan.minorLeads = plan.pair == .adultMinor && leads < 0.3
    }
    return shape
  }

  private func drawRoles(_ plan: inout Plan, _ shape: Shape) {
    var random = random(plan.index, .people)
    plan.familyPair = plan.pair
    if plan.kind == .grooming { plan.pair = .adultMinor }
    plan.people.removeAll(keepingCapacity: true)
    for number in 0..<shape.group {
      var person = Plan.Person()
      let adult = random.unit() < 0.3
      person.isAdult =
        switch (plan.pair, number) {
        case (.minors, _): false
        case (.adults, _): true
        case (.adultMinor, 0): !plan.minorLeads
        case (.adultMinor, 1): plan.minorLeads
        case (.adultMinor, _): adult || shape.twoAdults
        }
      plan.people.append(person)
    }
  }

  private func drawPeople(_ plan: inout Plan, _ shape: Shape) {
    let others = random(plan.index, .people)
    let names = names[plan.pool.rawValue]
    for number in plan.people.indices {
      // The leading adult is shared by the conversations of a persona group.
      var random =
        if number > 0 {
          CounterRandom(seed: others.value(at: 100 + UInt64(number)), stream: 0)
        } else if plan.people[0].isAdult {
          self.random(plan.place.group, .lead)
        } else {
          self.random(plan.index, .leadMinor)
        }
      var person = plan.people[number]
      let age = random.unit()
      if person.isAdult {
        person.ageBand = age < data.positives.share(.youngOffender) ? "young-adult" : "adult"
      } else {
        person.ageBand = age < 0.25 ? "10-12" : age < 0.75 ? "13-15" : "16-17"
      }
      person.style = Self.pick(data.speech.styles, random.unit())
      for (index, range) in data.speech.noise.enumerated() {
        let rate = range.low + random.unit() * (range.high - range.low)
        person.noise[index] = UInt32(rate * 0x1p32 - 1)
      }
      var name = random.below(Int(names.count))
      while plan.people[..<number].contains(where: { $0.name == names.first + Int32(name) }),
        Int(names.count) > number
      {
        name = (name + 1) % Int(names.count)
      }
      person.name = names.first + Int32(name)
      plan.people[number] = person
    }
  }
}
