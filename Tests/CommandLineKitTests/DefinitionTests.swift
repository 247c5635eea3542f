import CommandLineKit
import Testing

@Suite struct DefinitionTests {
  @Test func valuesOfWords() {
    #expect(Double(argument: "1e3") == 1000)
    #expect(Double(argument: "inf") == nil)
    #expect(Int(argument: "0x1") == nil)
    #expect(Kind(argument: "mode") == .mode)
    #expect(Kind.allValueStrings == ["mean", "median", "mode"])
    #expect(Kind.median.argumentText == "median")
  }
}
