internal import Chat
internal import Statistics

extension Planner {
  /// The critical groups and stages that no exculpating cue explains.
  struct Open {
    var groups: UInt32 = 0
    var stages: UInt32 = 0
    /// The first unexplained position.
    var first = -1
  }

  /// Looks at the leading side's critical signs; `critical` stages only where asked.
  func open(_ plan: Plan, _ positions: [Int], inStages: Bool) -> Open {
    var open = Open()
    for position in positions where !isExplained(plan, position) {
      if inStages, !Plan.isCritical(plan.stage[position]) { continue }
      if open.first < 0 { open.first = position }
      open.groups |= groupBits(plan.signs[position])
      open.stages |= 1 << UInt32(plan.stage[position])
    }
    return open
  }

  /// Whether an exculpating cue stands within the window.
  func isExplained(_ plan: Plan, _ position: Int) -> Bool {
    let window = data.chain.window
    for index in max(0, position - window)...min(plan.count - 1, position + window)
    where plan.cues[index] & Bits.exculpating != 0 {
      return true
    }
    return false
  }

  /// Whether a grooming talk still meets the labelling rule.
  private func isGrooming(_ plan: Plan, _ positions: [Int]) -> Bool {
    let open = open(plan, positions, inStages: true)
    return open.groups.nonzeroBitCount >= 2 && open.stages.nonzeroBitCount >= 2
  }

  /// Draws exculpating cues, refusals and what may end a talk; enforces the labelling rule.
  ///
  /// Negatives have cues beside their signs; positives draw from the same law, thinned and placed
  /// elsewhere, so that a cue alone says nothing.
  func drawCues(_ plan: inout Plan, _ shape: Shape, _ draft: inout Draft) {
    var random = random(plan.index, .cues)
    plan.cues.removeAll(keepingCapacity: true)
    for _ in 0..<plan.count { plan.cues.append(0) }
    draft.critical.removeAll(keepingCapacity: true)
    for index in plan.signs.indices
    where plan.author[index] == 0 && plan.signs[index] & data.chain.critical != 0 {
      draft.critical.append(index)
    }
    let family = data.families[plan.family]
    var palette: [Int] = []
    for cue in 0..<ChainLaw.exculpating where random.unit() < family.coverCues[cue] {
      palette.append(cue)
    }
    if palette.isEmpty, plan.familyPair == .adultMinor || plan.isAdultLed && plan.kind != .grooming
    {
      var best = 0
      for cue in 1..<ChainLaw.exculpating where family.coverCues[cue] > family.coverCues[best] {
        best = cue
      }
      palette = [best]
    }
    let kappa = family.cover * 0.85
    switch plan.kind {
    case .hardNegative:
      if !palette.isEmpty { cover(&plan, draft, palette, kappa, &random) }
    case .grooming: decoy(&plan, &draft, palette, kappa, &random)
    case .ordinary:
      for cue in palette where random.unit() < data.chain.strayCue {
        for _ in 0..<1 + Self.small(min(Double(plan.count) / 60, 4), &random) {
          plan.cues[random.below(plan.count)] |= 1 << UInt32(cue)
        }
      }
    }
    // The labelling rule binds every negative that an adult leads, ordinary talk too.
    if plan.kind != .grooming, plan.isAdultLed {
      while true {
        let open = open(plan, draft.critical, inStages: false)
        guard open.groups.nonzeroBitCount > 1 else { break }
        plan.cues[open.first] |= 1 << UInt32(palette[random.below(palette.count)])
      }
    }
    drawRefusals(&plan, shape, &draft)
    drawLateCues(&plan, shape, draft)
    drawWithheld(&plan, &draft)
  }

  /// One cue beside each cluster of critical signs, where `keep` agrees.
  private func cover(
    _ plan: inout Plan, _ draft: Draft, _ palette: [Int], _ kappa: Double,
    _ random: inout CounterRandom
  ) {
    var last = Int.min / 2
    for position in draft.critical where position - last >= data.chain.window {
      guard random.unit() < kappa else { continue }
      let cue = palette[random.below(palette.count)]
      let near = position - 2 + random.below(6)
      let place = speak(plan, cue, near, around: position)
      plan.cues[place] |= 1 << UInt32(cue)
      last = max(position, place)
    }
  }

  /// Who speaks of a role or a service is the leading side; the others anyone says.
  private func speak(_ plan: Plan, _ cue: Int, _ near: Int, around position: Int) -> Int {
    let place = min(plan.count - 1, max(0, near))
    let roles = [Cue.verifiedRole, .serviceContext]
    guard roles.contains(Cue.allCases[cue]), plan.author[place] != 0 else { return place }
    return position
  }

  /// Cues in a grooming talk: away from the signs, but for a few that explain some of them.
  private func decoy(
    _ plan: inout Plan, _ draft: inout Draft, _ palette: [Int], _ kappa: Double,
    _ random: inout CounterRandom
  ) {
    guard !palette.isEmpty else { return }
    let law = data.chain
    var kept: UInt32 = 0
    for cue in palette where random.unit() < law.keepType { kept |= 1 << UInt32(cue) }
    draft.positions.removeAll(keepingCapacity: true)
    var next = 0
    for index in plan.author.indices {
      while next < draft.critical.count, draft.critical[next] < index - law.window { next += 1 }
      if next == draft.critical.count || draft.critical[next] > index + law.window {
        draft.positions.append(index)
      }
    }
    var last = Int.min / 2
    for position in draft.critical where position - last >= law.window {
      guard random.unit() < kappa else { continue }
      let cue = palette[random.below(palette.count)]
      last = max(position, position - 2 + random.below(6))
      guard kept & 1 << UInt32(cue) != 0, random.unit() < law.keepEvent, !draft.positions.isEmpty
      else { continue }
      plan.cues[draft.positions[random.below(draft.positions.count)]] |= 1 << UInt32(cue)
    }
    var explained = 0
    for position in draft.critical where random.unit() < law.nearCue && explained < 20 {
      let cue = palette[random.below(palette.count)]
      let place = speak(plan, cue, position - 2 + random.below(6), around: position)
      let bit: UInt32 = 1 << UInt32(cue)
      guard plan.cues[place] & bit == 0 else { continue }
      plan.cues[place] |= bit
      explained += 1
      if !isGrooming(plan, draft.critical) { plan.cues[place] &= ~bit }
    }
    guard !isGrooming(plan, draft.critical) else { return }
    for index in plan.cues.indices where plan.cues[index] & Bits.exculpating != 0 {
      plan.cues[index] &= ~Bits.exculpating
      if isGrooming(plan, draft.critical) { break }
    }
  }

  /// Refusals by the other side: as many in every class; what follows them differs.
  private func drawRefusals(_ plan: inout Plan, _ shape: Shape, _ draft: inout Draft) {
    var random = random(plan.index, .late)
    let law = data.chain
    for sign in ChainLaw.signs.indices where law.group[sign] >= 0 {
      draft.positions.removeAll(keepingCapacity: true)
      for position in draft.critical where plan.signs[position] & 1 << UInt32(sign) != 0 {
        draft.positions.append(position)
      }
      let (repeated, single, again) = (random.unit(), random.unit(), random.unit())
      guard let last = draft.positions.last else { continue }
      let forced = shape.refusalAndReport && draft.positions.count >= 2
      var place: Int
      if draft.positions.count >= 2, repeated < law.refusalRepeat || forced {
        let goesOn =
          switch plan.kind {
          case .grooming: true
          case .hardNegative: again < data.families[plan.family].repeatsAfterRefusal
          case .ordinary: again < 0.05
          }
        place = goesOn ? draft.positions[random.below(draft.positions.count - 1)] : last
      } else if single < law.refusalSingle {
        place = last
      } else {
        continue
      }
      while place < plan.count, plan.author[place] != 1 { place += 1 }
      if place < plan.count { plan.cues[place] |= Bits.refuses }
    }
  }

  /// Stated age, and what tells, intervenes or blocks.
  private func drawLateCues(_ plan: inout Plan, _ shape: Shape, _ draft: Draft) {
    var random = CounterRandom(
      seed: random(plan.index, .late).value(at: 1000), stream: 1)
    let law = data.chain
    let kind = ConversationKind.allCases.firstIndex(of: plan.kind) ?? 0
    let count = plan.count
    // Only minors state their age; talk among adults has none, so the others state it more often.
    let share = law.statesAge[kind] / (plan.kind == .grooming ? 1 : 1 - adultsShare)
    let (states, early) = (random.unit(), random.below(max(1, count * 3 / 10)))
    if plan.pair != .adults, states < share {
      place(.statesAge, &plan, from: early) { !$0.people[$1].isAdult }
    }
    for (number, cue) in ChainLaw.lateCues.enumerated() {
      var share = law.late[number][kind]
      if plan.kind == .hardNegative { share *= data.families[plan.family].aftermath[number] }
      let (drawn, before, unit) = (random.unit(), random.unit(), random.unit())
      let forced = shape.refusalAndReport && plan.kind != .ordinary && cue == .blockOrReport
      guard drawn < share || forced else { continue }
      var range = count * 7 / 10..<count
      if let first = draft.critical.first, let last = draft.critical.last, plan.kind != .ordinary {
        let resumes = plan.kind == .grooming && before < law.lateBeforeLastSign && !forced
        range = resumes ? first..<last + 1 : last..<count
      }
      let start = range.lowerBound + Int(unit * Double(range.count))
      switch cue {
      case .tellsTrustedAdult:
        place(cue, &plan, from: start) { plan, author in
          author != 0 && (plan.pair == .adults || !plan.people[author].isAdult)
        }
      case .thirdPartyIntervenes:
        place(cue, &plan, from: start) { plan, author in
          plan.people.count > 2 ? author >= 2 : author != 0
        }
      default: place(cue, &plan, from: start) { $1 != 0 }
      }
    }
  }

  /// Puts a cue on the nearest message at or after `start` (else before it) that suits.
  private func place(
    _ cue: Cue, _ plan: inout Plan, from start: Int, suits: (Plan, Int) -> Bool
  ) {
    let bit = Bits.cue(cue)
    for index in start..<plan.count where suits(plan, Int(plan.author[index])) {
      plan.cues[index] |= bit
      return
    }
    for index in (0..<start).reversed() where suits(plan, Int(plan.author[index])) {
      plan.cues[index] |= bit
      return
    }
  }

  /// Turns that are withheld: by adults only, away from image requests, never among minors.
  private func drawWithheld(_ plan: inout Plan, _ draft: inout Draft) {
    var random = random(plan.index, .withheld)
    let share = data.chain.withheld / (plan.kind == .grooming ? 1 : 1 - minorsShare)
    let drawn = random.unit()
    guard plan.pair != .minors, drawn < share else { return }
    let onset =
      plan.signs.indices.first { Plan.isCritical(plan.stage[$0]) && plan.signs[$0] != 0 }
      ?? plan.count
    draft.positions.removeAll(keepingCapacity: true)
    var image = Int.min / 2
    for index in plan.signs.indices {
      if plan.signs[index] & Bits.image != 0 {
        image = index
        while let last = draft.positions.last, index - last <= 3 { draft.positions.removeLast() }
      }
      if plan.signs[index] | plan.cues[index] == 0, index - image > 3,
        plan.people[Int(plan.author[index])].isAdult,
        !Plan.isCritical(plan.stage[index]) || index > onset
      {
        draft.positions.append(index)
      }
    }
    guard !draft.positions.isEmpty else { return }
    for _ in 0..<1 + Self.small(min(Double(plan.count) / 400, 3), &random) {
      plan.signs[draft.positions[random.below(draft.positions.count)]] = Bits.withheld
    }
  }
}
