/// What users would pick instead, in Python; each script prints its answer and its seconds.
///
/// Imports and start-up are never timed, which favours them. Each is what its users write: the
/// library's own vectoriser and pipeline, one call for all conversations.
enum PeerScripts {
  /// Arguments: corpus. Answer: messages. Parses every line to Python objects.
  static let orjson = """
    import sys, time, orjson
    start = time.perf_counter()
    count = 0
    with open(sys.argv[1], "rb") as file:
        for line in file:
            count += len(orjson.loads(line)["messages"])
    print(count, time.perf_counter() - start)
    """

  /// Rows of messages as the workbench stores them.
  private static let rows = """
    import json, os, sqlite3, sys, time
    corpus, database = sys.argv[1:3]
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(database + suffix):
            os.remove(database + suffix)
    rows = []
    with open(corpus, "rb") as file:
        for number, line in enumerate(file):
            for position, message in enumerate(json.loads(line)["messages"]):
                rows.append((number, position + 1, message["author"], position, 0,
                             message.get("session"), message.get("stage"),
                             ",".join(message.get("signs", [])), ",".join(message.get("cues", [])),
                             message["text"]))
    db = sqlite3.connect(database, isolation_level=None)
    db.execute("PRAGMA journal_mode = wal")
    db.execute("PRAGMA synchronous = normal")
    db.execute("CREATE TABLE message (conversation INTEGER NOT NULL, number INTEGER NOT NULL,"
               " author TEXT NOT NULL, at_ms INTEGER, time_style INTEGER, session INTEGER,"
               " stage TEXT, signs TEXT, cues TEXT, text TEXT NOT NULL,"
               " PRIMARY KEY (conversation, number)) WITHOUT ROWID")
    start = time.perf_counter()
    db.execute("BEGIN")
    db.executemany("INSERT INTO message VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
    db.execute("COMMIT")
    inserted = time.perf_counter() - start
    """

  /// Arguments: corpus, database. Answer: rows inserted, in one transaction.
  static let sqliteIn =
    rows + "\n" + """
      print(db.execute("SELECT count(*) FROM message").fetchone()[0], inserted)
      """

  /// Arguments: corpus, database. Answer: rows read back.
  static let sqliteOut =
    rows + "\n" + """
      start = time.perf_counter()
      count = sum(1 for _ in db.execute("SELECT * FROM message ORDER BY conversation, number"))
      print(count, time.perf_counter() - start)
      """

  private static let load = """
    import sys, time, orjson
    # VmHWM, since ru_maxrss begins with the peak of the process that started this one.
    def peak():
        with open("/proc/self/status") as file:
            return next(int(l.split()[1]) * 1024 for l in file if l.startswith("VmHWM:"))
    def decisions(decide, path):
        times = []
        for line in open(path, "rb"):
            messages = [m["text"] for m in orjson.loads(line)["messages"]]
            for end in range(len(messages)):
                text = "\\n".join(messages[:end + 1])
                before = time.perf_counter_ns()
                decide(text)
                times.append(time.perf_counter_ns() - before)
            if len(times) >= 1000:
                break
        times.sort()
        return times[len(times) // 2]
    def load(path):
        texts, labels = [], []
        with open(path, "rb") as file:
            for line in file:
                conversation = orjson.loads(line)
                texts.append("\\n".join([m["text"] for m in conversation["messages"]]))
                labels.append(conversation.get("label") == "grooming")
        return texts, labels
    """

  /// Arguments: training file, test file. Answer: conversations trained on, parsing included; then
  /// the median nanoseconds of one decision on the prefix after each new message, and the peak of
  /// memory in bytes when training had ended.
  static let tfidfLogisticRegression =
    load + "\n" + """
      from sklearn.feature_extraction.text import TfidfVectorizer
      from sklearn.linear_model import LogisticRegression
      from sklearn.pipeline import make_pipeline
      start = time.perf_counter()
      texts, labels = load(sys.argv[1])
      model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
                            LogisticRegression(solver="liblinear", C=10))
      model.fit(texts, labels)
      elapsed, bytes = time.perf_counter() - start, peak()
      print(len(labels), elapsed, decisions(lambda text: model.predict([text]), sys.argv[2]), bytes)
      """

  /// Arguments: training file. Answer: conversations trained on, parsing and writing its own format
  /// included: word pairs, 2^20 weights, five passes.
  static let vowpalWabbit =
    load + "\n" + """
      import re, shutil, tempfile
      from vowpalwabbit import Workspace
      folder, word = tempfile.mkdtemp(), re.compile(r"\\w\\w+")
      start = time.perf_counter()
      texts, labels = load(sys.argv[1])
      with open(folder + "/train", "w") as file:
          for text, label in zip(texts, labels):
              file.write("%d |w %s\\n" % (1 if label else -1, " ".join(word.findall(text.lower()))))
      Workspace(f"-d {folder}/train -b 20 --ngram 2 --loss_function logistic --passes 5 "
                f"--cache_file {folder}/cache --holdout_off -f {folder}/model --quiet").finish()
      elapsed = time.perf_counter() - start
      shutil.rmtree(folder)
      print(len(labels), elapsed)
      """

  /// Arguments: training file, test file. Answer: conversations scored, parsing included; one
  /// decision a conversation.
  static let hashingScore =
    load + "\n" + """
      from sklearn.feature_extraction.text import HashingVectorizer
      from sklearn.linear_model import SGDClassifier
      from sklearn.pipeline import make_pipeline
      model = make_pipeline(HashingVectorizer(n_features=2**20, ngram_range=(1, 2)),
                            SGDClassifier(loss="log_loss", alpha=1e-6, random_state=1))
      model.fit(*load(sys.argv[1]))
      start = time.perf_counter()
      texts, _ = load(sys.argv[2])
      scores = model.decision_function(texts)
      print(len(scores), time.perf_counter() - start)
      """

  /// Arguments: training file, test file. Answer: conversations scored, parsing included; one
  /// decision a conversation, words alone; then the median nanoseconds of one decision on a prefix.
  /// Trained in few epochs, which no decision's time knows.
  static let fastTextScore =
    load + "\n" + """
      import os, tempfile, fasttext
      texts, labels = load(sys.argv[1])
      with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as file:
          for text, label in zip(texts, labels):
              file.write("__label__%d %s\\n" % (label, " ".join(text.split())))
      model = fasttext.train_supervised(file.name, epoch=5, verbose=0, thread=1)
      os.unlink(file.name)
      start = time.perf_counter()
      texts, _ = load(sys.argv[2])
      def decide(text):
          return model.f.predict(text.replace("\\n", " ") + "\\n", 1, 0.0, "strict")
      answers = [decide(text) for text in texts]
      elapsed = time.perf_counter() - start
      print(len(answers), elapsed, decisions(decide, sys.argv[2]))
      """
}
