import Foundation
import Testing

@testable import Reports

@Suite struct JSONTextTests {
  @Test func numbersAreShortAndExact() {
    #expect(JSONText.number(0.1) == "0.1")
    #expect(JSONText.number(3) == "3")
    #expect(JSONText.number(-0.0) == "0")
    #expect(JSONText.number(.nan) == "null")
    #expect(JSONText.number(1e300) == "1e+300")
    for value in [0.1 + 0.2, 1 / 3, 2.5e-300, 123_456_789.125, 9.5e17] as [Double] {
      #expect(Double(JSONText.number(value)) == value)
    }
  }

  @Test func stringsComeBackFromAnotherReader() throws {
    let odd = "a\"b\\c\n\t\r\u{1}é😀</script>"
    let text = JSONText.object([("k", JSONText.string(odd)), ("n", "1")])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["k"] as? String == odd)
    #expect(object?["n"] as? Int == 1)
  }
}
