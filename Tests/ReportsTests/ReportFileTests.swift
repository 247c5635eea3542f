import Foundation
import Store
import Testing

@testable import Reports

@Suite struct ReportFileTests {
  @Test func everyTableHasFourFilesAndNoTwoShareOne() {
    let files = ReportFile.all(of: Invented.corpus(), at: "tables/everyday")
    #expect(files.count.isMultiple(of: 4))
    #expect(Set(files.map(\.address)).count == files.count)
    #expect(files.contains { $0.address == "tables/everyday/test-gap.csv" })
    #expect(files.contains { $0.address == "tables/everyday/test-families-lexicon.tex" })
    #expect(files.allSatisfy { $0.text.utf8.last == 0x0a })
  }

  @Test func everyJSONFileIsJSON() throws {
    for file in ReportFile.all(of: Invented.corpus(), at: "t") where file.address.hasSuffix("json")
    {
      #expect(throws: Never.self, "\(file.address)") {
        try JSONSerialization.jsonObject(with: Data(file.text.utf8))
      }
    }
  }
}
