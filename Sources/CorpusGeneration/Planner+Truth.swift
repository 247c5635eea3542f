internal import Chat

extension Planner {
  /// Sets onset, decidable and scenario from what was drawn.
  func judge(_ plan: inout Plan, _ shape: Shape, _ draft: Draft) {
    (plan.onset, plan.decidable) = (0, 0)
    guard plan.kind == .grooming else {
      plan.scenario =
        plan.kind == .hardNegative
        ? data.families[plan.family].id : ConversationKind.ordinary.rawValue
      return
    }
    if let first = plan.signs.indices.first(where: {
      plan.signs[$0] != 0 && Plan.isCritical(plan.stage[$0])
    }) {
      plan.onset = first + 1
    }
    // Signs that stay unexplained to the end count; the rule holds once they are of two groups and
    // two stages.
    var open = Open()
    for position in draft.critical
    where Plan.isCritical(plan.stage[position]) && !isExplained(plan, position) {
      open.groups |= groupBits(plan.signs[position])
      open.stages |= 1 << UInt32(plan.stage[position])
      if open.groups.nonzeroBitCount >= 2, open.stages.nonzeroBitCount >= 2 {
        plan.decidable = position + 1
        break
      }
    }
    plan.scenario = scenario(plan, shape, draft).rawValue
  }

  /// The first kind of grooming talk whose definition holds.
  private func scenario(
    _ plan: Plan, _ shape: Shape, _ draft: Draft
  ) -> PositiveKinds.Kind {
    if shape.length <= 20 { return .veryShort }
    if plan.people.count > 3 || plan.people.count == 3 && !shape.twoAdults {
      return .groupBystanders
    }
    if shape.twoAdults { return .twoAdults }
    switch shape.form {
    case .slow: return .slow
    case .diluted: return .diluted
    case .interrupted: return .interrupted
    case .manySessions: return .manySessions
    case .plain: break
    }
    if shape.implicit { return .implicitOnly }
    if shape.refusalAndReport, isRefusedAndReported(plan, draft) { return .refusalAndReport }
    if isResumed(plan, draft) { return .resumedAfterBlock }
    if plan.people[0].ageBand == "young-adult" { return .youngOffender }
    if plan.knownOffline { return .knownOffline }
    return shape.first == 1 ? .roleReversal : .plain
  }

  /// A refusal, a critical sign after it, and a report behind the last one.
  private func isRefusedAndReported(_ plan: Plan, _ draft: Draft) -> Bool {
    guard let last = draft.critical.last,
      let refusal = plan.cues.firstIndex(where: { $0 & Bits.refuses != 0 }), refusal < last
    else { return false }
    return plan.cues[last...].contains { $0 & Bits.reports != 0 }
  }

  /// A block or report, and an unexplained critical sign after it.
  private func isResumed(_ plan: Plan, _ draft: Draft) -> Bool {
    guard let first = plan.cues.firstIndex(where: { $0 & Bits.block != 0 }) else { return false }
    return draft.critical.contains { $0 > first && !isExplained(plan, $0) }
  }
}
