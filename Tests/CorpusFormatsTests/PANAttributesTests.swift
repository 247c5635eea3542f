import Testing

@testable import CorpusFormats

@Suite struct PANAttributesTests {
  private func attributes(_ extra: String) -> [String] {
    PANAttributes.attributes(Array(extra.utf8)).map {
      $0.name + "=" + String(decoding: $0.value, as: UTF8.self)
    }
  }

  @Test func attributesSurvive() {
    let all = [("a", "1"), ("b-c", "é\"\\\n")].map {
      XMLReader.Attribute(name: $0.0, value: Array($0.1.utf8))
    }
    let extra = String(decoding: PANAttributes.extra(all), as: UTF8.self)
    #expect(extra == #""attributes":{"a":"1","b-c":"é\"\\\n"}"#)
    #expect(attributes(extra) == ["a=1", "b-c=é\"\\\n"])
    #expect(attributes(#""x":[1],"# + extra + #","y":{"attributes":{"z":"0"}}"#).count == 2)
    #expect(PANAttributes.extra([]).isEmpty)
  }

  @Test(arguments: [
    "", #""x":1"#, #""attributes":5"#, #""attributes":{"a":1}"#, #""attributes":{"<":"x"}"#,
    #""attributes":{"":"x"}"#, #""attribute5":{"a":"x"}"#, "not JSON",
  ])
  func othersAreNoAttributes(extra: String) {
    #expect(attributes(extra).isEmpty)
  }
}
