import Testing

@testable import Statistics

struct CalmedSeriesTests {
  @Test func theNoiseIsThatOfTheLevelsWhateverTheSteps() {
    var random = RandomSeries(seed: 1)
    var values = random.noise(2000, mean: 100) { _ in 3 }
    for index in 1000..<2000 { values[index] += 500 }
    #expect(abs(CalmedSeries(values).noise - 3) < 0.3)
  }

  @Test func aLonePointIsDrawnInAndALevelIsNot() {
    var random = RandomSeries(seed: 2)
    var values = random.noise(60, mean: 100) { _ in 1 }
    for index in 30..<60 { values[index] += 20 }
    let before = CalmedSeries(values)
    values[10] = 500
    let after = CalmedSeries(values)
    #expect(after.values[10] < 100 + 8 * after.noise)
    #expect(before.values[40...].elementsEqual(values[40...]))
  }

  @Test func noiseThatGrowsIsNotCutOff() {
    var random = RandomSeries(seed: 3)
    let values = random.noise(400, mean: 0) { $0 < 0.9 ? 1 : 30 }
    let calmed = CalmedSeries(values)
    #expect(calmed.noise < 2)
    #expect(zip(values, calmed.values).suffix(38).count { $0 != $1 } == 0)
  }

  @Test func loneValuesAmongEqualOnesLeaveNoNoise() {
    var values = [Double](repeating: 7, count: 60)
    (values[5], values[20]) = (90, -3)
    let calmed = CalmedSeries(values)
    #expect(calmed.noise == 0)
    #expect(calmed.values == [Double](repeating: 7, count: 60))
  }

  @Test func emptyAndSingleSeriesAreThemselves() {
    #expect(CalmedSeries([]).values == [])
    #expect(CalmedSeries([3]).values == [3])
  }
}
