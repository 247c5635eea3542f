import Testing

@testable import Detection

@Suite struct FeatureMatrixTests {
  @Test func rowsStandOneAfterTheOther() {
    var matrix = FeatureMatrix(columns: 2)
    #expect(matrix.count == 0)
    matrix.append([1, 2].span)
    matrix.append([3, 4].span)
    #expect(matrix.count == 2)
    #expect(matrix[1, 0] == 3 && matrix[0, 1] == 2)
    #expect(Array(matrix.values[matrix.range(1)]) == [3, 4])
  }
}
