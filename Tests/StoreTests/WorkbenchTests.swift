import Chat
import Foundation
import SQLite
import Testing

@testable import Store

struct WorkbenchTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.url.path).sorted()
  }

  @Test func createsAndReopens() throws {
    let path = directory.path()
    do {
      let workbench = try Workbench(path: path)
      #expect(try workbench.corpora() == [])
      #expect(
        try workbench.connection.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
      #expect(try workbench.connection.userVersion() == Workbench.schemaVersion)
      var corpus = RandomCorpus(seed: 1)
      try workbench.store(corpus.chunk(conversations: 3))
    }
    #expect(try files() == ["test.sqlite"])  // the last connection leaves no log behind
    #expect(try Workbench(path: path).corpora().map(\.name) == ["small"])
  }

  @Test func theHeaderSaysWhoseFileItIsBeforeAnythingElse() throws {
    let workbench = try Workbench(path: directory.path())
    // The log has the tables; the file itself, read without it, must be known as ours already.
    #expect(
      try DatabaseFile.state(path: directory.path(), knownVersion: Workbench.schemaVersion) == .ours
    )
    _ = try workbench.corpora()
  }

  @Test func anEmptyFileIsNew() throws {
    #expect(FileManager.default.createFile(atPath: directory.path(), contents: Data()))
    #expect(try Workbench(path: directory.path()).corpora() == [])
  }

  @Test(arguments: [
    Data("not a database, however long this text may be: it goes on and on, past the header.".utf8),
    Data("x".utf8), Data(count: 4096), Data("SQLite format 3\0 cut short".utf8),
  ])
  func aFileThatIsNoDatabaseStaysAsItIs(content: Data) throws {
    let path = directory.path("notes.txt")
    try content.write(to: URL(filePath: path))
    #expect(throws: StoreError.notADatabase(path: path)) { _ = try Workbench(path: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == content)
    #expect(try files() == ["notes.txt"])
  }

  @Test(arguments: [false, true])
  func anotherProgramsDatabaseStaysAsItIs(withLog: Bool) throws {
    let path = directory.path("other.sqlite")
    let other = try Connection(path: path)
    if withLog { try other.enableWAL() }
    try other.script("CREATE TABLE t (x INTEGER); PRAGMA user_version = 1")
    let before = try files().map { try Data(contentsOf: directory.url.appending(path: $0)) }
    #expect(throws: StoreError.otherApplication(path: path)) { _ = try Workbench(path: path) }
    #expect(try files().map { try Data(contentsOf: directory.url.appending(path: $0)) } == before)
    _ = try other.userVersion()
  }

  @Test func aNewerDatabaseIsRefused() throws {
    let path = directory.path()
    let newer = Workbench.schemaVersion + 1
    do { _ = try Workbench(path: path) }
    do { try Connection(path: path).setUserVersion(newer) }
    let before = try Data(contentsOf: URL(filePath: path))
    let error = #expect(throws: StoreError.self) { _ = try Workbench(path: path) }
    #expect(
      error == .newerDatabase(path: path, version: newer, known: Workbench.schemaVersion))
    #expect(
      error?.description
        == "\(path): the database has version \(newer); this program knows versions up to "
        + "\(Workbench.schemaVersion), so use a newer one or another --db")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func aNewerVersionThatOnlyTheLogHasIsRefusedToo() throws {
    let path = directory.path()
    let open = try Workbench(path: path)
    try open.connection.setUserVersion(99)
    let newer = StoreError.newerDatabase(
      path: path, version: 99, known: Workbench.schemaVersion)
    #expect(throws: newer) { _ = try Workbench(path: path) }
  }

  @Test func pathsThatCannotBeAreNamed() throws {
    let missing = directory.path("no/such/directory/x.sqlite")
    let error = #expect(throws: StoreError.self) { _ = try Workbench(path: missing) }
    #expect(
      error?.description == "\(missing): unable to open database file (No such file or directory); "
        + "expected a file it may write")
    let place = directory.url.path
    #expect(throws: StoreError.cannotOpen(path: place, reason: "not a regular file")) {
      _ = try Workbench(path: place)
    }
    #expect(throws: StoreError.cannotOpen(path: "''", reason: "empty path")) {
      _ = try Workbench(path: "")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write anything"))
  func aFileThatMayOnlyBeReadIsNamed() throws {
    let path = directory.path()
    do { _ = try Workbench(path: path) }
    chmod(path, 0o444)
    #expect(throws: StoreError.readOnly(path: path)) { _ = try Workbench(path: path) }
  }

  @Test func twoProcessesReadWhileOneWrites() throws {
    let first = try Workbench(path: directory.path())
    let second = try Workbench(path: directory.path())
    var corpus = RandomCorpus(seed: 2)
    let chunk = corpus.chunk(conversations: 5)
    _ = try first.writeCorpus(
      CorpusRecord(name: "c", contentSHA256: "", source: "jsonl")
    ) { writer in
      try writer.append(chunk)
      #expect(try second.corpora() == [])
      #expect(try second.connection.first("SELECT count(*) FROM message") { $0.integer(0) } == 0)
      return Workbench.content
    }
    #expect(try second.corpora().count == 1)
  }

  @Test func aKilledWriterLeavesASoundDatabase() throws {
    let workbench = try Workbench(path: directory.path())
    var corpus = RandomCorpus(seed: 3)
    try workbench.store(corpus.chunk(conversations: 20), name: "kept")
    let copies = directory.url.appending(path: "copies")
    try workbench.connection.script("PRAGMA cache_size = 5")  // so that pages reach the log at once
    struct Killed: Error {}
    #expect(throws: Killed.self) {
      try workbench.writeCorpus(CorpusRecord(name: "lost", contentSHA256: "", source: "jsonl")) {
        for _ in 0..<10 { try $0.append(corpus.chunk(conversations: 20)) }
        // What a killed process leaves: the files as they are in the middle of the transaction.
        try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: false)
        for name in ["test.sqlite", "test.sqlite-wal"] {
          try FileManager.default.copyItem(
            at: directory.url.appending(path: name), to: copies.appending(path: name))
        }
        throw Killed()
      }
    }
    let log = try Data(contentsOf: copies.appending(path: "test.sqlite-wal"))
    #expect(log.count > 100_000)
    let revived = try Workbench(path: copies.appending(path: "test.sqlite").path)
    #expect(try revived.connection.integrityFailures() == [])
    #expect(try revived.corpora().map(\.name) == ["kept"])
    #expect(
      try revived.connection.first("SELECT count(*) FROM conversation") { $0.integer(0) } == 20)
    try revived.store(corpus.chunk(conversations: 2), name: "next")
    #expect(try revived.connection.all("PRAGMA foreign_key_check") { $0.text(0) } == [])
  }

  @Test func aFullDiskIsSaidAndKeepsTheRest() throws {
    let workbench = try Workbench(path: directory.path())
    var corpus = RandomCorpus(seed: 4)
    try workbench.store(corpus.chunk(conversations: 5), name: "kept")
    let pages = try #require(
      try workbench.connection.first("PRAGMA page_count") { $0.integer(0) })
    try workbench.connection.script("PRAGMA max_page_count = \(pages + 3)")
    let error = #expect(throws: StoreError.self) {
      try workbench.store(corpus.chunk(conversations: 400), name: "large")
    }
    #expect(error == .full(path: directory.path()))
    #expect(
      error?.description == "\(directory.path()): no space left for the database; "
        + "expected free disk, and nothing of this step was kept")
    #expect(try workbench.corpora().map(\.name) == ["kept"])
    #expect(try workbench.connection.integrityFailures() == [])
  }

  @Test func aDamagedFileIsSaid() throws {
    let path = directory.path()
    do {
      var corpus = RandomCorpus(seed: 5)
      try Workbench(path: path).store(corpus.chunk(conversations: 50))
    }
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seek(toOffset: 4096)
    try handle.write(contentsOf: Data(repeating: 0xFF, count: 400_000))
    try handle.close()
    let error = #expect(throws: StoreError.self) {
      try Workbench(path: path).readChunks(corpus: "small", split: nil) { _ in }
    }
    #expect(error?.description.hasPrefix("\(path): the database is damaged (") == true)
  }
}
