public import Store

/// Everything a report says, as plain values: gathered from a workbench in one place, so that tables,
/// plots and pages need no database.
public struct ReportData: Sendable {
  /// The corpora, in the order of the report.
  public var corpora: [CorpusReport]
  /// The version of the suite that makes the report.
  public var version: String
  /// When the report was made, ISO 8601.
  public var createdUTC: String
  /// The machine that makes the report, as names and values.
  public var machine: [Fact]

  /// Data; a report of nothing unless said.
  public init(
    corpora: [CorpusReport] = [], version: String = "", createdUTC: String = "",
    machine: [Fact] = []
  ) {
    (self.corpora, self.version, self.createdUTC) = (corpora, version, createdUTC)
    self.machine = machine
  }
}

/// A name and a value.
public struct Fact: Sendable, Equatable {
  /// What it is.
  public var name: String
  /// What it says.
  public var value: String

  /// A fact.
  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

/// A corpus and the results on each of its tracks.
public struct CorpusReport: Sendable {
  /// Name, source, seed, content.
  public var record: CorpusRecord
  /// What its splits hold, in the order of the splits.
  public var splits: [SplitFacts]
  /// The tracks with finished runs, the headline first.
  public var tracks: [TrackReport]
  /// The worst errors of every detector on the headline track, in the order of the leaderboard.
  public var errorCases: [DetectorErrors] = []
  /// What the audits of the corpus found; empty where they were not run.
  public var audits: [AuditRecord] = []
  /// What noise does to detectors, by kind of noise, level and detector.
  public var robustness: [RobustnessPoint] = []

  /// A corpus.
  public init(record: CorpusRecord, splits: [SplitFacts] = [], tracks: [TrackReport] = []) {
    (self.record, self.splits, self.tracks) = (record, splits, tracks)
  }
}

/// How many conversations of which kind a split holds.
public struct SplitFacts: Sendable, Equatable {
  /// The name of the split; `—` for conversations without one.
  public var split: String
  /// Conversations with this label.
  public var grooming = 0
  /// Conversations with this label.
  public var benign = 0
  /// Conversations with this label: scored, left out of binary metrics.
  public var insufficientEvidence = 0
  /// Conversations without a label.
  public var unlabelled = 0
  /// Messages of all of them.
  public var messages = 0
  /// Conversations that hold the token for withheld content.
  public var withheld = 0

  /// A split that holds nothing yet.
  public init(split: String) { self.split = split }

  /// All conversations.
  public var conversations: Int { grooming + benign + insufficientEvidence + unlabelled }
}

/// The results of one split of a corpus.
public struct TrackReport: Sendable {
  /// The name of the split in the corpus file.
  public var split: String
  /// The latest finished run per detector, policy and view.
  public var rows: [ResultRow]
  /// What views other than the full one cost.
  public var prices: [ViewPrice]
  /// Runs that failed, which no table can show.
  public var failed: [RunRecord] = []
  /// Every headline run against every other one; nil where fewer than two can be paired.
  public var headToHead: HeadToHead?
  /// False alarms by locale, kind, length and number of authors; nil where they were not read.
  var slices: ReportTable?

  /// A track.
  public init(split: String, rows: [ResultRow], prices: [ViewPrice] = []) {
    (self.split, self.rows, self.prices) = (split, rows, prices)
  }

  /// What the contract calls the track: `test` is `template-ood`, `test-iid` is `iid`.
  public var name: String {
    switch split {
    case "test": "template-ood"
    case "test-iid": "iid"
    default: split
    }
  }
}
