import Foundation
import Testing

/// Notebooks are committed as sources: what they print is made anew, never kept.
@Suite struct NotebookTests {
  private struct Notebook: Decodable {
    struct Cell: Decodable {
      enum CodingKeys: String, CodingKey {
        case type = "cell_type"
        case source, outputs
        case count = "execution_count"
      }
      var type: String
      var source: [String]
      var outputs: [Anything]?
      var count: Int?
    }
    /// A value of whatever form; only that it is there matters.
    struct Anything: Decodable {
      init(from decoder: any Decoder) throws {}
    }
    var cells: [Cell]
  }

  private var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Notebooks")
  }

  private func notebooks() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".ipynb") }.sorted()
      .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  @Test func noOutputAndNoExecutionCountIsCommitted() throws {
    let notebooks = try notebooks()
    #expect(notebooks.count >= 3, "the notebooks were not found")
    for (name, text) in notebooks {
      let notebook = try JSONDecoder().decode(Notebook.self, from: Data(text.utf8))
      for (number, cell) in notebook.cells.enumerated() where cell.type == "code" {
        #expect(cell.outputs?.isEmpty == true, "\(name), cell \(number + 1) holds outputs")
        #expect(cell.count == nil, "\(name), cell \(number + 1) holds an execution count")
        #expect(!cell.source.isEmpty, "\(name), cell \(number + 1) is empty")
      }
    }
  }

  @Test func everyNotebookSaysWhatItsFiguresDoNotMean() throws {
    for (name, text) in try notebooks() {
      #expect(text.contains("does not estimate") || text.contains("estimate\\n"), "\(name)")
      #expect(text.contains("accuracy in the field"), "\(name)")
    }
  }

  @Test func everyRequirementIsPinned() throws {
    let path = folder.appending(path: "requirements.txt")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.contains("==") }, "\(lines)")
  }
}
