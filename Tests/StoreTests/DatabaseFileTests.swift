import Foundation
import SQLite
import Testing

@testable import Store

struct DatabaseFileTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test func readsTheNumbersOfTheHeader() throws {
    let path = directory.path()
    #expect(try DatabaseFile.state(path: path, knownVersion: 1) == .new)
    let connection = try Connection(path: path)
    #expect(try DatabaseFile.state(path: path, knownVersion: 1) == .new)
    try connection.setUserVersion(7)
    #expect(throws: StoreError.otherApplication(path: path)) {
      try DatabaseFile.state(path: path, knownVersion: 9)
    }
    try connection.setApplicationID(DatabaseFile.applicationID)
    #expect(try DatabaseFile.state(path: path, knownVersion: 7) == .ours)
    #expect(throws: StoreError.newerDatabase(path: path, version: 7, known: 6)) {
      try DatabaseFile.state(path: path, knownVersion: 6)
    }
    try connection.setUserVersion(0x0102_0304)
    #expect(throws: StoreError.newerDatabase(path: path, version: 0x0102_0304, known: 6)) {
      try DatabaseFile.state(path: path, knownVersion: 6)
    }
  }

  @Test func memoryIsAlwaysNew() throws {
    #expect(try DatabaseFile.state(path: ":memory:", knownVersion: 1) == .new)
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let path = directory.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: StoreError.cannotOpen(path: path, reason: "not a regular file")) {
      try DatabaseFile.state(path: path, knownVersion: 1)
    }
  }
}
