import Chat
import Testing

@testable import Store

struct WorkbenchRunsTests {
  private let workbench: Workbench

  init() throws {
    workbench = try Workbench(path: ":memory:")
    try workbench.store(Chunk(), name: "small")
  }

  @Test func everythingComesBackEqual() throws {
    var run = RunRecord.sample(key: "k")
    run.seed = .max
    run.repeatNumber = 3
    run.error = "it broke"
    run.trainSeconds = 0.1
    run.modelBytes = 1 << 40
    run.messagesPerSecond = 2.5e6
    run.environment = try workbench.save(environment: [("cores", "2")])
    let saved = try workbench.save(run)
    #expect(saved.id > 0)
    run.id = saved.id
    #expect(saved == run)
    #expect(try workbench.run(key: "k") == run)
    #expect(try workbench.run(id: run.id) == run)
    #expect(try workbench.runs() == [run])
  }

  @Test(arguments: [RunRecord.Status.running, .done, .partial, .failed, .interrupted])
  func everyStatusAndKindIsStored(status: RunRecord.Status) throws {
    for kind in DetectorKind.allCases {
      let run = try workbench.save(
        .sample(key: kind.rawValue, kind: kind, status: status, finished: nil))
      #expect(try workbench.run(id: run.id) == run)
    }
  }

  @Test func savingAgainUpdates() throws {
    var run = try workbench.save(.sample(key: "k", status: .running, finished: nil))
    run.status = .done
    run.finishedUTC = "2031-05-02T18:04:11Z"
    run.detectorVersion = 2
    #expect(try workbench.save(run) == run)
    #expect(try workbench.runs() == [run])
  }

  @Test func aKeyIsUnique() throws {
    _ = try workbench.save(.sample(key: "k"))
    #expect(throws: StoreError.duplicateRun(key: "k", path: ":memory:")) {
      try workbench.save(.sample(key: "k"))
    }
    #expect(try workbench.runs().count == 1)
  }

  @Test func unknownOnesAreSaid() throws {
    #expect(try workbench.run(key: "none") == nil)
    #expect(throws: StoreError.unknownRun(5, path: ":memory:")) { try workbench.run(id: 5) }
    var run = RunRecord.sample(key: "k")
    run.id = 5
    #expect(throws: StoreError.unknownRun(5, path: ":memory:")) { try workbench.save(run) }
    #expect(throws: StoreError.unknownCorpus("smal", suggestion: "small", path: ":memory:")) {
      try workbench.save(.sample(key: "k", corpus: "smal"))
    }
    run = .sample(key: "k")
    run.environment = 9
    #expect(throws: StoreError.unknownEnvironment(9, path: ":memory:")) { try workbench.save(run) }
    #expect(try workbench.runs() == [])
  }

  @Test func theLeaderboardHasTheLatestFinishedRunOfEach() throws {
    try workbench.store(Chunk(), name: "other")
    let early = "2031-05-02T10:00:00Z"
    let late = "2031-05-02T11:00:00Z"
    let runs: [RunRecord] = [
      .sample(key: "late", objective: "fpr<=0.01", status: .partial, finished: late),
      .sample(key: "early", finished: early),
      .sample(key: "failed later", status: .failed, finished: "2031-05-02T12:00:00Z"),
      .sample(key: "running", status: .running, finished: nil),
      .sample(key: "interrupted", status: .interrupted, finished: nil),
      .sample(key: "policy", policy: "skepticism", finished: early),
      .sample(key: "view", view: "no-withheld", finished: early),
      .sample(key: "control", kind: .control, finished: early),
      .sample(key: "same time", detector: "a", finished: early),
      .sample(key: "same time, later", detector: "a", finished: early),
      .sample(key: "other corpus", corpus: "other", finished: late),
    ]
    for run in runs { _ = try workbench.save(run) }
    var iid = RunRecord.sample(key: "other split", finished: late)
    iid.split = .testIID
    _ = try workbench.save(iid)
    let keys = try workbench.leaderboard(corpus: "small", split: .test).map(\.key)
    #expect(keys == ["same time, later", "policy", "late", "view", "control"])
    #expect(
      try workbench.leaderboard(corpus: "small", split: .testIID).map(\.key) == ["other split"])
    #expect(try workbench.leaderboard(corpus: "small", split: .validation) == [])
  }
}
