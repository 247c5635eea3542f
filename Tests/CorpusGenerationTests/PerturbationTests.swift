import Statistics
import Testing

@testable import CorpusGeneration

@Suite struct PerturbationTests {
  @Test(arguments: [
    (Perturbation.Kind.typos, ".03", "0.03"), (.typos, "0.030", "0.03"), (.drop, "0.5", "0.5"),
    (.spacing, "1", "1"), (.emoji, "1.0", "1"), (.padding, "050", "50"),
    (.timeJitter, "2.5", "2.5"),
    (.letterCase, "upper", "upper"), (.anonymise, "names", "names"),
  ])
  func levelsHaveOneForm(_ kind: Perturbation.Kind, _ given: String, _ level: String) {
    #expect(Perturbation(kind, level: given)?.level == level)
    #expect(Perturbation(kind, level: given)?.name == "\(kind.rawValue)-\(level)")
  }

  @Test(arguments: [
    (Perturbation.Kind.typos, "0"), (.typos, "1.5"), (.typos, "-1"), (.typos, "x"), (.typos, ""),
    (.typos, "."), (.typos, "nan"), (.typos, "1e-2"), (.drop, "1"), (.padding, "0"),
    (.padding, "2.5"), (.padding, "10001"), (.timeJitter, "1441"), (.letterCase, "0.5"),
    (.anonymise, "all"),
  ])
  func otherLevelsAreNone(_ kind: Perturbation.Kind, _ level: String) {
    #expect(Perturbation(kind, level: level) == nil)
  }

  @Test func streamsDifferByConversationKindAndSeed() throws {
    let noise = try #require(Perturbation(.typos, level: "0.1", seed: 1))
    let other = try #require(Perturbation(.typos, level: "0.1", seed: 2))
    let drop = try #require(Perturbation(.drop, level: "0.1", seed: 1))
    let (a, b) = (Perturbation.stream(of: "c1"), Perturbation.stream(of: "c2"))
    let draws = [
      noise.random(a, purpose: 0), noise.random(a, purpose: 1), noise.random(b, purpose: 0),
      other.random(a, purpose: 0), drop.random(a, purpose: 0),
    ].map { $0.value(at: 0) }
    #expect(Set(draws).count == draws.count)
    #expect(noise.random(a, purpose: 0).value(at: 0) == draws[0])
  }
}
