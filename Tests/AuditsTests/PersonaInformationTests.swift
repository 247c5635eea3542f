import Glibc
import Testing

@testable import Audits

@Suite struct PersonaInformationTests {
  @Test func agreesWithScikitLearnAndMillersCorrection() throws {
    for reference in try FiguresReference.load().information {
      let information = PersonaInformation(
        reference.categories.map { "\($0)" }, isPositive: reference.labels.map { $0 == 1 },
        permutations: 1)
      #expect(((information?.bits ?? 0) - reference.bits).magnitude < 1e-12)
    }
  }

  @Test func byHand() {
    // Two cells of one half each: one bit, and (2 − 1) / (2 · 4) nats.
    #expect((PersonaInformation.entropy([2, 2]) - 1 - 1 / (8 * log(2.0))).magnitude < 1e-15)
    #expect(PersonaInformation.entropy([5, 0]) == 0)
    #expect(PersonaInformation.entropy([]) == 0)
  }

  @Test func chanceStaysInItsBandAndACopyDoesNot() {
    let classes = (0..<200).map { $0 % 2 == 0 }
    let free = PersonaInformation((0..<200).map { "\($0 / 2 % 3)" }, isPositive: classes)
    #expect((free?.bits ?? 1) <= (free?.permuted ?? 0))
    let copy = PersonaInformation(classes.map { "\($0)" }, isPositive: classes)
    #expect((copy?.bits ?? 0) > 0.99)
    #expect((copy?.permuted ?? 1) < 0.05)
  }

  @Test func oneClassHasNoInformation() {
    #expect(PersonaInformation(["a"], isPositive: [true]) == nil)
    #expect(PersonaInformation([], isPositive: []) == nil)
  }
}
