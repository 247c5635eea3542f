import Chat
import Testing

@testable import CorpusGeneration

@Suite struct PlanTests {
  @Test func the_labelling_rule_binds_where_an_adult_leads_a_minor() {
    var plan = Plan()
    #expect(plan.isAdultLed)
    plan.minorLeads = true
    #expect(!plan.isAdultLed)
    plan.minorLeads = false
    plan.pair = .minors
    #expect(!plan.isAdultLed)
  }

  @Test func critical_stages_run_from_risk_check_to_control() {
    let critical = ChainLaw.stages.enumerated().filter { Plan.isCritical(UInt8($0.offset)) }
    #expect(
      critical.map(\.element) == [.riskCheck, .isolation, .boundaryShift, .approach, .control])
  }

  @Test func only_the_iid_track_is_worded_like_training() {
    var plan = Plan()
    func pool(_ split: Split) -> Pool {
      plan.place.split = split
      return plan.pool
    }
    #expect(pool(.train) == .train)
    #expect(pool(.testIID) == .train)
    #expect(pool(.validation) == .validation)
    #expect(pool(.test) == .test)
  }
}
