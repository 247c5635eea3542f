import CommandLineKit
import Testing

@Suite struct TextTableTests {
  @Test func columnsAreAsWideAsTheirWidestCell() {
    let table = TextTable(["name", "n"], right: [1], [["a", "12"], ["bc", "3"]])
    #expect(table.text == "name   n\na     12\nbc     3")
  }

  @Test func linesEndWithoutSpaces() {
    #expect(TextTable(["a", "b"], [["long", ""]]).text == "a     b\nlong")
  }

  @Test(arguments: [
    (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (-0.001, 2, "0.00"), (12, 0, "12"),
    (1.05, 3, "1.050"), (.nan, 2, "—"),
  ])
  func numbersKeepTheirDigits(_ value: Double, _ digits: Int, _ text: String) {
    #expect(decimals(value, digits) == text)
  }
}
