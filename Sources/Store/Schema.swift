/// The tables of the database, as the numbered steps that made them.
///
/// A step that has been released is never changed: a later one alters what it made.
enum Schema {
  /// Step *n* (from 1) brings version *n* − 1 to version *n*.
  static let steps = [
    firstLight, detectorsFromElsewhere, claimedAges, toldStages, derivations, audits,
    performance,
  ]

  /// Version 1: corpora, runs, predictions, metrics.
  private static let firstLight = """
    CREATE TABLE corpus (
      corpus_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      content_sha256 TEXT NOT NULL,   -- over the canonical bytes of all conversations
      source TEXT NOT NULL,           -- 'generated', 'jsonl', 'pan12', …
      seed TEXT,                      -- decimal: it may pass the largest INTEGER
      recipe TEXT,                    -- JSON
      conversations INTEGER NOT NULL,
      messages INTEGER NOT NULL,
      created_utc TEXT NOT NULL
    ) STRICT;

    CREATE TABLE conversation (
      conversation_id INTEGER PRIMARY KEY,
      corpus_id INTEGER NOT NULL REFERENCES corpus ON DELETE CASCADE,
      id TEXT NOT NULL,               -- as the corpus names it
      split TEXT,
      group_id TEXT,                  -- conversations of a group share a split
      locale TEXT,
      scenario TEXT,
      pair TEXT,
      families TEXT,                  -- JSON array
      seed TEXT,                      -- decimal
      known_offline INTEGER CHECK (known_offline IN (0, 1)),
      authors TEXT NOT NULL,          -- JSON array, in the order of their first message
      extra TEXT,                     -- JSON object of members that Nightlight does not know
      messages INTEGER NOT NULL,
      text_bytes INTEGER NOT NULL,
      UNIQUE (corpus_id, id)
    ) STRICT;

    CREATE TABLE label (              -- the truth of a conversation, where its corpus tells any
      conversation_id INTEGER PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
      label TEXT CHECK (label IN ('grooming', 'benign', 'insufficient-evidence')),
      kind TEXT CHECK (kind IN ('grooming', 'hard-negative', 'ordinary')),
      onset INTEGER,                  -- number of the first message with a sign in a critical stage
      decidable INTEGER               -- number of the first message at which the rule holds
    ) STRICT;

    CREATE TABLE participant (
      conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
      number INTEGER NOT NULL,        -- from 1
      id TEXT NOT NULL,
      role TEXT,
      age_band TEXT,
      extra TEXT,                     -- JSON object
      PRIMARY KEY (conversation_id, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE message (
      conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
      number INTEGER NOT NULL,        -- from 1, as onset and alert_message count
      author TEXT NOT NULL,
      at_ms INTEGER,                  -- milliseconds since 1970
      time_style INTEGER NOT NULL,    -- how the corpus wrote the time; 0: it did not
      session INTEGER,                -- sitting, from 1
      stage TEXT,
      signs TEXT,                     -- names joined by commas
      cues TEXT,                      -- names joined by commas
      text TEXT NOT NULL,
      extra TEXT,                     -- JSON object
      PRIMARY KEY (conversation_id, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE detector (
      detector_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('builtin', 'external', 'imported', 'control')),
      version INTEGER NOT NULL,
      UNIQUE (name, kind, version)
    ) STRICT;

    CREATE TABLE environment (
      environment_id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE     -- over its sorted facts
    ) STRICT;

    CREATE TABLE environment_fact (
      environment_id INTEGER NOT NULL REFERENCES environment ON DELETE CASCADE,
      name TEXT NOT NULL,             -- such as 'cpu_model'
      value TEXT NOT NULL,
      PRIMARY KEY (environment_id, name, value)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run (
      run_id INTEGER PRIMARY KEY,
      run_key TEXT NOT NULL UNIQUE,   -- SHA-256 of everything that decides the result
      corpus_id INTEGER NOT NULL REFERENCES corpus ON DELETE CASCADE,
      split TEXT NOT NULL,
      detector_id INTEGER NOT NULL REFERENCES detector,
      detector_parameters TEXT NOT NULL, -- JSON object
      policy TEXT NOT NULL,
      policy_parameters TEXT NOT NULL,   -- JSON object
      view TEXT NOT NULL,
      objective TEXT NOT NULL,        -- 'f1', 'fpr<=0.01', …
      seed TEXT NOT NULL,             -- decimal
      repeat_number INTEGER NOT NULL,
      status TEXT NOT NULL
        CHECK (status IN ('running', 'done', 'partial', 'failed', 'interrupted')),
      error TEXT,
      started_utc TEXT NOT NULL,
      finished_utc TEXT,
      train_seconds REAL,
      model_bytes INTEGER,
      messages_per_second REAL,
      environment_id INTEGER REFERENCES environment,
      maximum_latency_ns INTEGER      -- of its histogram
    ) STRICT;
    CREATE INDEX run_of_corpus ON run (corpus_id, split);

    CREATE TABLE prediction (         -- one row per conversation and run
      run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
      outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'timeout', 'crash', 'error')),
      score REAL,                     -- after the last message
      alert_message INTEGER,          -- number of the message that raised the alert
      message_scores BLOB,            -- a little-endian Float64 for every message
      PRIMARY KEY (run_id, conversation_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX prediction_of_conversation ON prediction (conversation_id);

    CREATE TABLE latency_histogram (
      run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      bucket INTEGER NOT NULL,
      low_ns INTEGER NOT NULL,        -- the durations that the bucket holds, both ends included
      high_ns INTEGER NOT NULL,
      samples INTEGER NOT NULL,
      PRIMARY KEY (run_id, bucket)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE metric (
      run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      name TEXT NOT NULL,
      position INTEGER NOT NULL,      -- in the table they were computed for
      value REAL,
      low REAL,
      high REAL,
      conversations INTEGER NOT NULL,
      is_undefined INTEGER NOT NULL CHECK (is_undefined IN (0, 1)),
      version INTEGER NOT NULL,       -- of the definitions
      PRIMARY KEY (run_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE VIEW latest_run AS         -- finished, per detector, policy and view
    SELECT run_id FROM (
      SELECT run_id, row_number() OVER (
        PARTITION BY corpus_id, split, name, kind, policy, view
        ORDER BY finished_utc DESC, run_id DESC) AS recency
      FROM run JOIN detector USING (detector_id)
      WHERE status IN ('done', 'partial'))
    WHERE recency = 1;

    CREATE VIEW leaderboard AS
    SELECT corpus.name AS corpus, split, detector.name AS detector, kind, policy, view, objective,
      (SELECT value FROM metric WHERE metric.run_id = run.run_id AND name = 'precision')
        AS precision,
      (SELECT value FROM metric WHERE metric.run_id = run.run_id AND name = 'recall') AS recall,
      (SELECT value FROM metric WHERE metric.run_id = run.run_id AND name = 'f1') AS f1,
      (SELECT value FROM metric WHERE metric.run_id = run.run_id AND name = 'average_precision')
        AS average_precision,
      (SELECT value FROM metric WHERE metric.run_id = run.run_id AND name = 'f_latency')
        AS f_latency,
      messages_per_second, status, run_id, finished_utc
    FROM latest_run JOIN run USING (run_id) JOIN detector USING (detector_id)
      JOIN corpus USING (corpus_id)
    ORDER BY corpus, split, f1 DESC;
    """

  /// Version 2: what a detector from elsewhere says of itself, and what else is known of a run.
  private static let detectorsFromElsewhere = """
    ALTER TABLE run ADD COLUMN maximum_compute_ns INTEGER; -- of the histogram below

    CREATE TABLE compute_histogram (  -- what a detector says that it took, without the way to it
      run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      bucket INTEGER NOT NULL,
      low_ns INTEGER NOT NULL,        -- the durations that the bucket holds, both ends included
      high_ns INTEGER NOT NULL,
      samples INTEGER NOT NULL,
      PRIMARY KEY (run_id, bucket)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_fact (
      run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      name TEXT NOT NULL,             -- such as 'licence'
      value TEXT NOT NULL,
      PRIMARY KEY (run_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE author_score (       -- for detectors that rate those who write
      run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      conversation_id INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
      author TEXT NOT NULL,
      score REAL NOT NULL,
      PRIMARY KEY (run_id, conversation_id, author)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX author_score_of_conversation ON author_score (conversation_id);
    """

  /// Version 3: what participants claim of their age.
  private static let claimedAges = """
    ALTER TABLE participant ADD COLUMN claimed_age_band TEXT; -- as its profile says, true or not
    """

  /// Version 4: the stage that a detector told after every message.
  private static let toldStages = """
    ALTER TABLE prediction ADD COLUMN message_stages BLOB; -- a byte per message: place of the stage
    """

  /// Version 5: which corpora were made from others, one row for each that was.
  private static let derivations = """
    CREATE TABLE derivation (
      corpus_id INTEGER PRIMARY KEY REFERENCES corpus ON DELETE CASCADE,
      parent TEXT NOT NULL,           -- its name then; it may be gone, or be another corpus now
      parent_sha256 TEXT NOT NULL,    -- its content, which says which corpus was meant
      kind TEXT NOT NULL,             -- such as 'typos'
      level TEXT NOT NULL,            -- a number or a word, by the kind
      seed TEXT NOT NULL,             -- decimal
      splits TEXT NOT NULL            -- those that differ from the parent, joined by commas
    ) STRICT;
    CREATE INDEX derivation_of_parent ON derivation (parent_sha256, kind);
    """

  /// Version 6: what the audits of a corpus found.
  private static let audits = """
    CREATE TABLE audit (
      corpus_id INTEGER NOT NULL REFERENCES corpus ON DELETE CASCADE,
      position INTEGER NOT NULL,      -- in the table they were computed for
      group_name TEXT NOT NULL,       -- 'leakage', 'shortcuts', …
      name TEXT NOT NULL,
      value REAL,                     -- null: the corpus does not say what it needs
      low REAL,
      high REAL,
      bound TEXT,                     -- as a table prints it
      verdict TEXT NOT NULL CHECK (verdict IN ('holds', 'broken', 'noted', 'unknown')),
      detail TEXT,
      computed_utc TEXT NOT NULL,
      PRIMARY KEY (corpus_id, position),
      UNIQUE (corpus_id, group_name, name)
    ) STRICT, WITHOUT ROWID;
    """

  /// Version 7: the figures of commits, rebuilt from the files of the history.
  private static let performance = """
    CREATE TABLE performance_point (
      name TEXT NOT NULL,             -- the case, such as 'f1 linear-svm'
      version INTEGER NOT NULL,       -- of the case's definition
      environment TEXT NOT NULL,      -- fingerprint of machine and build
      commit_sha TEXT NOT NULL,
      position INTEGER,               -- in its series, from 0; null: not on the line of commits
      kind TEXT NOT NULL CHECK (kind IN ('counted', 'timed', 'quality')),
      unit TEXT NOT NULL,
      better TEXT NOT NULL CHECK (better IN ('lower', 'higher')),
      value REAL NOT NULL,
      samples TEXT NOT NULL,          -- JSON array, in the order taken
      measured_utc TEXT NOT NULL,
      PRIMARY KEY (name, version, environment, commit_sha),
      UNIQUE (name, version, environment, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE change_point (
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      environment TEXT NOT NULL,
      first_new TEXT NOT NULL,        -- commit: the first of the new level
      last_old TEXT NOT NULL,         -- commit: the last of the old level
      position INTEGER NOT NULL,      -- of first_new in its series
      level_before REAL NOT NULL,
      level_after REAL NOT NULL,
      relative REAL,                  -- null where the old level is 0
      p REAL,                         -- null in a series without noise
      is_worse INTEGER NOT NULL CHECK (is_worse IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'fixed', 'noise')),
      why TEXT,
      PRIMARY KEY (name, version, environment, first_new),
      FOREIGN KEY (name, version, environment, first_new)
        REFERENCES performance_point (name, version, environment, commit_sha) ON DELETE CASCADE,
      FOREIGN KEY (name, version, environment, last_old)
        REFERENCES performance_point (name, version, environment, commit_sha) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
