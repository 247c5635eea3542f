import Testing

@testable import Detection

@Suite struct ConversationShapeTests {
  @Test func countsAuthorsLengthsAndHours() {
    var shape = ConversationShape()
    #expect(shape.row == [Double](repeating: 0, count: Shortcut.features.count))
    let hour: Int64 = 3_600_000
    shape.observe(author: 0, time: 4 * hour, bytes: 10)
    shape.observe(author: 70, time: -hour, bytes: 20)
    shape.observe(author: 0, time: nil, bytes: 0)
    let row = shape.row
    #expect(row[0] == Elementary.log(4))
    #expect(row[1] == Elementary.log(3))
    #expect(row[2] == Elementary.log(11))
    // 04:00 lies in hours 3-5, 23:00 of the day before in hours 21-23.
    #expect(Array(row[3...]) == [0, 0.5, 0, 0, 0, 0, 0, 0.5])
  }

  @Test func authorsBeyondTheBitsAreOne() {
    var shape = ConversationShape()
    for author in 0..<5000 { shape.observe(author: author, time: nil, bytes: 1) }
    shape.observe(author: -1, time: .max, bytes: 1)
    shape.observe(author: 0, time: .min, bytes: 1)
    #expect(shape.row[1] == Elementary.log(1025))
    #expect(shape.row[3...].reduce(0, +) == 1)
  }
}
