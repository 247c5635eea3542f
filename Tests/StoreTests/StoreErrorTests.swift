import SQLite
import Testing

@testable import Store

struct StoreErrorTests {
  @Test func saysWhereWhatAndWhatWasExpected() {
    let sentences: [(StoreError, String)] = [
      (
        .unknownCorpus("evryday", suggestion: "everyday", path: "x.sqlite"),
        "x.sqlite: no corpus 'evryday'; did you mean 'everyday'?"
      ),
      (
        .unknownCorpus("a", suggestion: nil, path: "x.sqlite"),
        "x.sqlite: no corpus 'a'; expected a name that 'nightlight-corpus list' shows"
      ),
      (
        .duplicateCorpus("a", path: "x.sqlite"),
        "x.sqlite: corpus 'a' is there already; expected a name that is free"
      ),
      (
        .duplicateConversation(corpus: "a", id: "c1"),
        "corpus 'a': conversation 'c1' is there already; expected every id once"
      ),
      (
        .unknownRun(3, path: "x.sqlite"),
        "x.sqlite: no run 3; expected a number that 'nightlight-bench runs' shows"
      ),
      (
        .duplicateRun(key: String(repeating: "f", count: 64), path: "x.sqlite"),
        "x.sqlite: a run with key ffffffffffff… is there already; expected a key that is free"
      ),
      (
        .notADatabase(path: "x"),
        "x: not an SQLite database; expected one that Nightlight made, or a new path"
      ),
      (
        .busy(path: "x"),
        "x: another process is writing; expected it to end within the waiting time"
      ),
    ]
    for (error, sentence) in sentences { #expect(error.description == sentence) }
  }

  @Test func namesWhatSQLiteFound() {
    func error(_ code: Int32) -> StoreError {
      StoreError(SQLiteError(code: code, message: "m"), path: "x")
    }
    #expect(error(13) == .full(path: "x"))
    #expect(error(5) == .busy(path: "x"))
    #expect(error(8 | 1 << 8) == .readOnly(path: "x"))
    #expect(error(14) == .cannotOpen(path: "x", reason: "m"))
    #expect(error(26) == .notADatabase(path: "x"))
    #expect(error(11 | 1 << 8) == .damaged(path: "x", reason: "m"))
    #expect(error(10) == .failed(path: "x", SQLiteError(code: 10, message: "m")))
    #expect(error(10).description == "x: SQLite error 10: m")
  }
}
