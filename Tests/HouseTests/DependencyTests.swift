import Foundation
import Testing

/// The real dependency edges against the table of ARCHITECTURE.md.
@Suite struct DependencyTests {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyEdgeOfThePackageStandsInTheTable() throws {
    let table = try self.table()
    let package = try self.package()
    #expect(table.count > 20, "the table of ARCHITECTURE.md was not found")
    #expect(Set(package.keys) == Set(table.keys))
    for (module, row) in table {
      #expect(package[module] == row.imports, "\(module) imports other modules than its row says")
    }
  }

  @Test func everyArrowPointsDown() throws {
    let table = try self.table()
    for (module, row) in table {
      for imported in row.imports {
        let level = try #require(table[imported]?.level, "\(imported) has no row")
        #expect(level < row.level, "\(module) (level \(row.level)) imports \(imported) (\(level))")
      }
    }
  }

  private func table() throws -> [String: (level: Int, imports: Set<String>)] {
    let text = try String(contentsOf: root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    var rows: [String: (level: Int, imports: Set<String>)] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, let level = Int(cells[0]) else { continue }
      let imports = cells[3].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      rows[cells[1]] = (level, Set(imports.filter { $0 != "—" }))
    }
    return rows
  }

  private func package() throws -> [String: Set<String>] {
    let scratch = NSTemporaryDirectory() + "nightlight-describe-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch, "describe",
      "--type", "json",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let description = try JSONDecoder().decode(Description.self, from: data)
    return Dictionary(
      uniqueKeysWithValues: description.targets.filter { $0.type != "test" }
        .map { ($0.name, Set($0.dependencies ?? [])) })
  }

  private struct Description: Decodable {
    struct Target: Decodable {
      var name: String
      var type: String
      var dependencies: [String]?
      enum CodingKeys: String, CodingKey {
        case name, type
        case dependencies = "target_dependencies"
      }
    }
    var targets: [Target]
  }
}
