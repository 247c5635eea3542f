public import SQLite

/// Why the database could not do what was asked; the text says where, what, and what was expected.
public enum StoreError: Error, Equatable, CustomStringConvertible {
  /// No corpus of that name; perhaps another one was meant.
  case unknownCorpus(String, suggestion: String?, path: String)
  /// The name of a new corpus is taken.
  case duplicateCorpus(String, path: String)
  /// Two conversations of a corpus have one id.
  case duplicateConversation(corpus: String, id: String)
  /// A corpus has no conversation of that id.
  case unknownConversation(corpus: String, id: String)
  /// No run of that number.
  case unknownRun(Int, path: String)
  /// Another run has the same key.
  case duplicateRun(key: String, path: String)
  /// No environment of that number.
  case unknownEnvironment(Int, path: String)
  /// A newer program has written the file.
  case newerDatabase(path: String, version: Int, known: Int)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is the database of another program.
  case otherApplication(path: String)
  /// The file cannot be opened or created.
  case cannotOpen(path: String, reason: String)
  /// The file may only be read.
  case readOnly(path: String)
  /// The disk is full, or the file is as large as it may become.
  case full(path: String)
  /// Another process holds the lock.
  case busy(path: String)
  /// The content of the file contradicts itself.
  case damaged(path: String, reason: String)
  /// SQLite failed in another way.
  case failed(path: String, SQLiteError)

  /// The sentence.
  public var description: String {
    switch self {
    case .unknownCorpus(let name, let suggestion, let path):
      "\(path): no corpus '\(name)'; "
        + (suggestion.map { "did you mean '\($0)'?" }
          ?? "expected a name that 'nightlight-corpus list' shows")
    case .duplicateCorpus(let name, let path):
      "\(path): corpus '\(name)' is there already; expected a name that is free"
    case .duplicateConversation(let corpus, let id):
      "corpus '\(corpus)': conversation '\(id)' is there already; expected every id once"
    case .unknownConversation(let corpus, let id):
      "corpus '\(corpus)': no conversation '\(id)'; expected an id of this corpus"
    case .unknownRun(let id, let path):
      "\(path): no run \(id); expected a number that 'nightlight-bench runs' shows"
    case .duplicateRun(let key, let path):
      "\(path): a run with key \(key.prefix(12))… is there already; expected a key that is free"
    case .unknownEnvironment(let id, let path):
      "\(path): no environment \(id); expected the number of a stored one"
    case .newerDatabase(let path, let version, let known):
      "\(path): the database has version \(version); this program knows versions up to \(known), "
        + "so use a newer one or another --db"
    case .notADatabase(let path):
      "\(path): not an SQLite database; expected one that Nightlight made, or a new path"
    case .otherApplication(let path):
      "\(path): the database of another program; expected one that Nightlight made, or a new path"
    case .cannotOpen(let path, let reason): "\(path): \(reason); expected a file it may write"
    case .readOnly(let path): "\(path): the database is read-only; expected a file it may write"
    case .full(let path):
      "\(path): no space left for the database; expected free disk, and nothing of this step was kept"
    case .busy(let path):
      "\(path): another process is writing; expected it to end within the waiting time"
    case .damaged(let path, let reason):
      "\(path): the database is damaged (\(reason)); expected one that only Nightlight wrote"
    case .failed(let path, let error): "\(path): \(error)"
    }
  }

  /// What a failure of SQLite means for the database at `path`.
  init(_ error: SQLiteError, path: String) {
    self =
      switch error.kind {
      case .full: .full(path: path)
      case .busy: .busy(path: path)
      case .readOnly: .readOnly(path: path)
      case .cannotOpen: .cannotOpen(path: path, reason: error.message)
      case .notADatabase: .notADatabase(path: path)
      case .corrupt: .damaged(path: path, reason: error.message)
      default: .failed(path: path, error)
      }
  }
}
