internal import Chat
internal import Statistics

extension Planner {
  /// The most signs that one message carries.
  static let signsPerMessage = 2

  /// Draws the chain of stages, who writes each message, and the signs.
  ///
  /// The chain is drawn again until the critical signs of the leading side come from two groups in
  /// two stages; ordinary talk has no such rule. The last resort plants the missing signs, in
  /// grooming and hard negatives alike.
  func drawSigns(_ plan: inout Plan, _ shape: Shape, _ draft: inout Draft) {
    var random = random(plan.index, .chain)
    let ordinary = plan.kind == .ordinary
    var best = -1
    for _ in 0..<80 {
      drawChain(shape, ordinary: ordinary, &draft, &random)
      layOut(shape, ordinary: ordinary, &draft, &random)
      drawAuthors(shape, plan.people.count, &draft, &random)
      fire(plan, shape, &draft, &random)
      let score = ordinary ? 2 : self.score(draft.signs, draft.stage, draft.author)
      if score > best {
        best = score
        swap(&plan.stage, &draft.stage)
        swap(&plan.author, &draft.author)
        swap(&plan.signs, &draft.signs)
      }
      if score >= 2 { break }
    }
    if ordinary {
      stray(&plan, &draft, &random)
    } else if best < 2 {
      plant(&plan, shape, &random)
    }
    quietBeforeOnset(&plan)
  }

  /// Which signs this talk may never hold.
  func forbidden(_ plan: Plan, _ shape: Shape) -> UInt32 {
    var bits: UInt32 = 0
    if plan.pair == .minors || plan.familyPair == .minors && plan.kind != .grooming
      || plan.pair == .adultMinor && plan.minorLeads
    {
      bits |= Bits.adultsOnly
    }
    if shape.implicit { bits |= Bits.explicit }
    return bits
  }

  private func drawChain(
    _ shape: Shape, ordinary: Bool, _ draft: inout Draft, _ random: inout CounterRandom
  ) {
    while true {
      draft.chain.removeAll(keepingCapacity: true)
      var stage = 0
      while stage < 8, draft.chain.count < 60 {
        draft.chain.append(UInt8(stage))
        stage = Self.pick(data.chain.transition[stage], random.unit())
      }
      if ordinary {
        for index in draft.chain.indices { draft.chain[index] = index == 0 ? 0 : 1 }
        if draft.chain.count == 1 { draft.chain.append(1) }
      }
      // A talk that breaks off stops inside a critical segment.
      if shape.form == .interrupted, !ordinary {
        while draft.chain.last == UInt8(ChainLaw.stages.count - 1) { draft.chain.removeLast() }
        if !Plan.isCritical(draft.chain[draft.chain.count - 1]) { continue }
      }
      if draft.chain.count * 3 > shape.length * 2, draft.chain.count > 3 { continue }
      if ordinary { return }
      var stages: UInt32 = 0
      for stage in draft.chain where Plan.isCritical(stage) { stages |= UInt32(1) << UInt32(stage) }
      if stages.nonzeroBitCount >= 2 { return }
    }
  }

  /// Spreads the length over the segments.
  private func layOut(
    _ shape: Shape, ordinary: Bool, _ draft: inout Draft, _ random: inout CounterRandom
  ) {
    let means = data.chain.segmentMean
    let total = draft.chain.reduce(0) { $0 + means[Int($1)] }
    let pace = Double(shape.length) / total
    draft.weights.removeAll(keepingCapacity: true)
    for stage in draft.chain {
      draft.weights.append(tables.segment.draw(&random) * means[Int(stage)] * pace + 1)
    }
    let slow = random.unit()
    if shape.form == .slow, !ordinary,
      let first = draft.chain.firstIndex(where: Plan.isCritical), first > 0
    {
      let share = 0.72 + 0.13 * slow
      let before = draft.weights[..<first].reduce(0, +)
      let after = draft.weights[first...].reduce(0, +)
      for index in draft.weights.indices {
        draft.weights[index] *= index < first ? share / before : (1 - share) / after
      }
    }
    let sum = draft.weights.reduce(0, +)
    draft.stage.removeAll(keepingCapacity: true)
    var running = 0.0
    for (index, stage) in draft.chain.enumerated() {
      running += draft.weights[index]
      let last = index == draft.chain.count - 1
      let end =
        last ? shape.length : min(shape.length, Int(running / sum * Double(shape.length) + 0.5))
      while draft.stage.count < end { draft.stage.append(stage) }
    }
  }

  /// Runs of messages by one author, by turns, with others of a group in between.
  private func drawAuthors(
    _ shape: Shape, _ people: Int, _ draft: inout Draft, _ random: inout CounterRandom
  ) {
    let runs = data.speech.runs
    let leads = runs.low + random.unit() * (runs.high - runs.low)
    let share = tables.initiatorShare.draw(&random)
    let mean = max((1 - share) / (leads * share), 1)
    let others = 1 / mean
    draft.author.removeAll(keepingCapacity: true)
    var run = 0
    while draft.author.count < shape.length {
      let side = UInt8(run & 1) ^ shape.first
      let ends = side == 0 ? leads : others
      var author = side
      if people > 2, run >= 2, random.unit() < 0.2 { author = UInt8(2 + random.below(people - 2)) }
      repeat {
        draft.author.append(author)
      } while random.unit() >= ends
        && draft.author.count < shape.length
      run += 1
    }
  }

  /// Draws the palette, then every sign of it on its own in each message.
  private func fire(
    _ plan: Plan, _ shape: Shape, _ draft: inout Draft, _ random: inout CounterRandom
  ) {
    let law = data.chain
    let family = data.families[plan.family]
    let never = forbidden(plan, shape)
    var palette: UInt32 = 0
    var opening: UInt32 = 0
    for sign in ChainLaw.signs.indices {
      let bit: UInt32 = 1 << UInt32(sign)
      let share =
        switch plan.kind {
        case .grooming: law.palette[sign]
        case .hardNegative: family.palette[sign]
        case .ordinary: law.group[sign] >= 0 ? 0 : law.palette[sign] * law.ordinaryPalette
        }
      if random.unit() < share { palette |= bit }
      if random.unit() < law.palette[sign] { opening |= bit }
    }
    palette &= ~never
    // The first segment of ordinary talk follows the law of every class.
    opening = plan.kind == .ordinary ? (opening | palette) & ~never : palette
    let density =
      (shape.form == .diluted ? 0.5 : 1)
      * (plan.kind == .ordinary ? law.ordinaryDensity : 1)
    draft.signs.removeAll(keepingCapacity: true)
    for index in draft.stage.indices {
      let stage = Int(draft.stage[index])
      var bits: UInt32 = 0
      if draft.author[index] <= 1 {
        var left = stage == 0 ? opening : palette
        let first = stage == 0 && plan.kind == .ordinary
        var scale = first ? 1 : density
        if draft.author[index] == 1 {
          left &= law.soft.rawValue
          scale *= law.softShare
        }
        while left != 0 {
          let sign = left.trailingZeroBitCount
          left &= left - 1
          let rate = law.rho[stage][sign]
          if rate == 0 { continue }
          let factor = plan.kind == .hardNegative ? law.beta[sign] : 1
          if random.unit() < rate * scale * factor { bits |= 1 << UInt32(sign) }
        }
        while bits.nonzeroBitCount > Self.signsPerMessage {
          bits &= ~Self.bit(random.below(bits.nonzeroBitCount), of: bits)
        }
      }
      draft.signs.append(bits)
    }
  }

  /// The `number`-th bit that is set.
  private static func bit(_ number: Int, of bits: UInt32) -> UInt32 {
    var rest = bits
    for _ in 0..<number { rest &= rest - 1 }
    return rest & (~rest &+ 1)
  }

  /// The smaller one of: critical stages, critical groups that the leading side's signs come from.
  private func score(_ signs: [UInt32], _ stage: [UInt8], _ author: [UInt8]) -> Int {
    let critical = data.chain.critical
    var (stages, groups): (UInt32, UInt32) = (0, 0)
    for index in signs.indices
    where author[index] == 0 && signs[index] & critical != 0 && Plan.isCritical(stage[index]) {
      stages |= 1 << UInt32(stage[index])
      groups |= groupBits(signs[index])
    }
    return min(stages.nonzeroBitCount, groups.nonzeroBitCount)
  }

  /// The critical groups of some signs.
  func groupBits(_ signs: UInt32) -> UInt32 {
    var bits: UInt32 = 0
    var left = signs & data.chain.critical
    while left != 0 {
      bits |= 1 << UInt32(data.chain.group[left.trailingZeroBitCount])
      left &= left - 1
    }
    return bits
  }

  /// Some critical signs in ordinary talk, thinly.
  private func stray(_ plan: inout Plan, _ draft: inout Draft, _ random: inout CounterRandom) {
    let law = data.chain
    draft.positions.removeAll(keepingCapacity: true)
    for index in plan.author.indices where plan.author[index] == 0 { draft.positions.append(index) }
    guard !draft.positions.isEmpty else { return }
    let never = forbidden(plan, Shape())
    let length = Double(plan.count)
    for sign in ChainLaw.signs.indices where law.group[sign] >= 0 {
      let bit: UInt32 = 1 << UInt32(sign)
      guard random.unit() < law.palette[sign] * law.ordinaryStray * min(1, 0.3 + length / 150),
        never & bit == 0
      else { continue }
      for _ in 0..<1 + Self.small(min(length / 150, 2.5), &random) {
        let place = draft.positions[random.below(draft.positions.count)]
        if plan.signs[place].nonzeroBitCount < Self.signsPerMessage { plan.signs[place] |= bit }
      }
    }
  }

  /// Adds the critical signs that a very short talk lacks: two groups in two stages.
  private func plant(_ plan: inout Plan, _ shape: Shape, _ random: inout CounterRandom) {
    let never = forbidden(plan, shape)
    // Two messages of the leading side in the second half carry one critical stage each.
    var places = plan.author.indices.filter { plan.author[$0] == 0 && $0 >= plan.count / 2 }
    if places.count < 2 {
      for index in [plan.count - 3, plan.count - 1] { plan.author[index] = 0 }
      plan.signs[plan.count - 3] = 0
      plan.signs[plan.count - 1] = 0
      places = [plan.count - 3, plan.count - 1]
    }
    places = [places[0], places[places.count - 1]]
    for index in places[0]..<plan.count {
      plan.stage[index] = index < places[1] ? 3 : 5
    }
    let wanted: [[Sign]] = [
      [.secrecyRequest, .privateChannelMove, .isolationFromOthers],
      [.supervisionProbe, .meetRequest],
    ]
    for (place, signs) in zip(places, wanted) {
      var allowed = signs.filter { never & Bits.sign($0) == 0 }
      if allowed.isEmpty { allowed = [.supervisionProbe] }
      plan.signs[place] = Bits.sign(allowed[random.below(allowed.count)])
    }
  }

  /// The other side carries no sign in a critical stage before the leading side does.
  private func quietBeforeOnset(_ plan: inout Plan) {
    for index in plan.signs.indices
    where Plan.isCritical(plan.stage[index]) && plan.signs[index] != 0 {
      if plan.author[index] == 0 { return }
      plan.signs[index] = 0
    }
  }
}
