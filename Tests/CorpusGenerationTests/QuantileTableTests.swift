import Statistics
import Testing

@testable import CorpusGeneration

@Suite struct QuantileTableTests {
  @Test func interpolates_between_knots() {
    let table = QuantileTable([0, 10, 20, 100])
    #expect(table.value(at: 0) == 0)
    #expect(table.value(at: 0.5) == 15)
    #expect(table.value(at: 5.0 / 6) == 60)
  }

  /// The means that the laws have (words per message after Poisson-gamma with zero cut off).
  @Test func the_tables_have_the_published_means() throws {
    let tables = try QuantileTables(path: Miniature.datasets + "/tables/quantiles.json")
    for (counts, mean) in zip(tables.words, [3.6, 7.1, 12.0]) {
      let found = counts.reduce(0) { $0 + Double($1) } / Double(counts.count)
      #expect(abs(found - mean) < 0.35, "\(found) for \(mean)")
    }
    #expect(tables.length.knots.first == 8)
    #expect(tables.length.knots.last == 4000)
    var random = CounterRandom(seed: 1, stream: 1)
    let share = (0..<4000).reduce(0) { sum, _ in sum + tables.initiatorShare.draw(&random) } / 4000
    #expect(abs(share - 0.5215) < 0.01)
  }
}
