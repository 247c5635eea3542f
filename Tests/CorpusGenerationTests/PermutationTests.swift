import Testing

@testable import CorpusGeneration

@Suite struct PermutationTests {
  @Test(arguments: [1, 2, 3, 10, 64, 65, 1000]) func is_a_bijection(count: Int) {
    let permutation = Permutation(count: count, key: 9)
    #expect(Set((0..<count).map { permutation($0) }) == Set(0..<count))
  }

  @Test func a_key_decides_the_order() {
    let (a, b) = (Permutation(count: 100, key: 1), Permutation(count: 100, key: 2))
    #expect((0..<100).map { a($0) } != (0..<100).map { b($0) })
    #expect((0..<100).map { a($0) } != Array(0..<100))
  }
}
