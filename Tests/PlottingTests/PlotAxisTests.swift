import Testing

@testable import Plotting

@Suite struct PlotAxisTests {
  @Test func ratesBeginInTheDecadeOfTheSmallest() {
    let axis = PlotAxis.logarithmicRate("rate", from: 0.0015)
    #expect(axis.range == 0.001...1)
    #expect(axis.ticks?.map(\.text) == ["0.1 %", "1 %", "10 %", "100 %"])
    #expect(axis.ticks?.map(\.position) == [0.001, 0.01, 0.1, 1])
    #expect(PlotAxis.logarithmicRate("rate", from: 0.00002).ticks?.first?.text == "0.001 %")
  }

  @Test func aRateAxisHasADecadeAndAnEndWhateverItIsAskedFor() {
    #expect(PlotAxis.logarithmicRate("rate", from: 0.9).range == 0.1...1)
    #expect(PlotAxis.logarithmicRate("rate", from: 0).range == 1e-9...1)
  }

  @Test func durationsAreMarkedInTheirUnits() {
    let axis = PlotAxis.logarithmicDuration("time", nanoseconds: [250, 3_000_000, 0, .nan])
    #expect(axis.range == 100...10_000_000)
    #expect(
      axis.ticks?.map(\.text) == ["100 ns", "1 µs", "10 µs", "100 µs", "1 ms", "10 ms"])
    let long = PlotAxis.logarithmicDuration("time", nanoseconds: [2e9, 3e12])
    #expect(long.ticks?.map(\.text) == ["1 s", "10 s", "100 s", "1000 s", "10000 s"])
  }

  @Test func oneDurationStillSpansADecade() {
    #expect(PlotAxis.logarithmicDuration("time", nanoseconds: [1000]).range == 1000...10_000)
    #expect(PlotAxis.logarithmicDuration("time", nanoseconds: []).range == 100...10_000)
  }

  @Test func fractionsFollowTheScale() {
    let linear = PlotAxis("x", range: 2...6)
    #expect(linear.fraction(of: 3) == 0.25)
    let logarithmic = PlotAxis("x", isLogarithmic: true, range: 1...100)
    #expect(abs((logarithmic.fraction(of: 10) ?? 0) - 0.5) < 1e-12)
    #expect(logarithmic.fraction(of: 0) == nil)
    #expect(PlotAxis("x").fraction(of: 3) == nil, "without a range")
  }
}
