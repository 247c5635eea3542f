import Store

/// Where every page, figure and table of a report lies, relative to the folder of the report.
struct SiteMap: Sendable {
  /// A page of the report.
  enum Place: Hashable, Sendable {
    /// `index.html`.
    case overview
    /// How to read it, definitions, limits.
    case method
    /// The commands and the machines.
    case reproduction
    /// One detector, by name.
    case detector(String)
    /// A topic of a corpus, by its position.
    case topic(Int, CorpusTopic)
    /// The worst cases of a detector on a corpus.
    case cases(Int, String)
  }

  /// Every page, in the order of reading.
  let places: [Place]
  private let folders: [String]
  private let files: [String: String]

  init(_ data: ReportData) {
    var names = FileNames()
    folders = data.corpora.map { names.name(for: $0.record.name) }
    var fileNames = FileNames()
    let detectors = DetectorPage.names(in: data)
    files = Dictionary(uniqueKeysWithValues: detectors.map { ($0, fileNames.name(for: $0)) })
    var places = [Place.overview]
    for (index, corpus) in data.corpora.enumerated() {
      places += CorpusTopic.allCases.map { .topic(index, $0) }
      places += corpus.errorCases.map { .cases(index, $0.detector) }
    }
    self.places = places + detectors.map { .detector($0) } + [.method, .reproduction]
  }

  /// The address of a page.
  func address(of place: Place) -> String {
    switch place {
    case .overview: "index.html"
    case .method: "method.html"
    case .reproduction: "reproduce.html"
    case .detector(let name): "detectors/\(file(name)).html"
    case .topic(let corpus, let topic): "corpora/\(folders[corpus])/\(topic.rawValue).html"
    case .cases(let corpus, let name): "corpora/\(folders[corpus])/errors-\(file(name)).html"
    }
  }

  /// Where the figures of a corpus lie.
  func figures(_ corpus: Int) -> String { "figures/\(folders[corpus])" }

  /// Where the tables of a corpus lie.
  func tables(_ corpus: Int) -> String { "tables/\(folders[corpus])" }

  /// The name that stands for a detector in names of files.
  func file(_ detector: String) -> String { files[detector] ?? "unknown" }

  /// An address as a page at another address links it.
  static func link(to address: String, from page: String) -> String {
    String(repeating: "../", count: page.count { $0 == "/" }) + address
  }
}
