"""One peer of Nightlight in a process of its own: trains, scores, decides; prints one line of JSON.

usage: peers.py NAME TRAIN VALIDATION TEST SCORES

The files are canonical JSONL. SCORES.validation and SCORES.test get one score a line, in the order
of their files; who started this process makes F1 and average precision of them, for every peer by
the same code. All times are processor seconds of this process and its children, on one thread;
imports and start-up are left out. A peer's text is its conversation's messages, one a line.

  train_seconds   the file of training conversations to a model, parsing included
  peak_bytes      the most memory up to then, of this process or one of its children
  score_seconds   the test file to one decision a conversation, parsing included
  decision_ns     the median time of one decision on the prefix that ends with each message (wall)

Hyper-parameters are what the tools' own tutorials and the literature use; none is tuned here.
"""
import importlib.metadata, json, os, re, resource, shutil, sys, tempfile, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import orjson


def cpu():
    own, children = (resource.getrusage(who) for who in
                     (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak():
    """Bytes. VmHWM, since ru_maxrss begins with the peak of the process that started this one."""
    with open("/proc/self/status") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def load(path):
    texts, labels = [], []
    with open(path, "rb") as file:
        for line in file:
            conversation = orjson.loads(line)
            texts.append("\n".join([m["text"] for m in conversation["messages"]]))
            labels.append(conversation["label"] == "grooming")
    return texts, labels


def prefixes(path, limit):
    """The texts after each message of the first conversations, at most about `limit`."""
    found = []
    with open(path, "rb") as file:
        for line in file:
            messages = [m["text"] for m in orjson.loads(line)["messages"]]
            found += ["\n".join(messages[:end + 1]) for end in range(len(messages))]
            if len(found) >= limit:
                return found[:limit]
    return found


class Sklearn:
    """A vectoriser and a linear model in one pipeline, as scikit-learn's guide has it."""

    def __init__(self, folder, vectorizer, model):
        from sklearn.pipeline import make_pipeline
        self.pipeline = make_pipeline(vectorizer, model)

    def train(self, texts, labels):
        self.pipeline.fit(texts, labels)

    def score(self, texts):
        return self.pipeline.decision_function(texts)


def tfidf(folder, model):
    from sklearn.feature_extraction.text import TfidfVectorizer
    return Sklearn(folder, TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), model)


def tfidf_lr(folder):
    from sklearn.linear_model import LogisticRegression
    return tfidf(folder, LogisticRegression(solver="liblinear", C=10, random_state=1))


def tfidf_svc(folder):
    from sklearn.svm import LinearSVC
    return tfidf(folder, LinearSVC(random_state=1))


def hashing_sgd(folder):
    from sklearn.feature_extraction.text import HashingVectorizer
    from sklearn.linear_model import SGDClassifier
    return Sklearn(folder, HashingVectorizer(n_features=2**20, ngram_range=(1, 2)),
                   SGDClassifier(loss="log_loss", alpha=1e-6, random_state=1))


class FastText:
    """Joulin et al. 2017; 25 epochs, as the tool's tutorial recommends for small corpora."""

    def __init__(self, folder, ngrams):
        import fasttext
        self.fasttext, self.path, self.ngrams = fasttext, folder + "/train.txt", ngrams

    def train(self, texts, labels):
        with open(self.path, "w") as file:
            for text, label in zip(texts, labels):
                file.write("__label__%d %s\n" % (label, text.replace("\n", " ").lower()))
        self.model = self.fasttext.train_supervised(
            self.path, wordNgrams=self.ngrams, bucket=1 << 20, dim=10, epoch=25, lr=0.5,
            thread=1, verbose=0)

    def score(self, texts):
        # The C++ call: the module's own wrapper does not work with numpy 2.
        answers = [self.model.f.predict(text.replace("\n", " ").lower() + "\n", 2, 0.0, "strict")
                   for text in texts]
        return [next((p for p, label in answer if label == "__label__1"), 0.0)
                for answer in answers]


class VowpalWabbit:
    """Five passes of its default update with word pairs and 2^20 weights."""

    def __init__(self, folder):
        from vowpalwabbit import Workspace
        self.make, self.folder = Workspace, folder
        self.word = re.compile(r"\w\w+")

    def line(self, text):
        return "|w " + " ".join(self.word.findall(text.lower()))

    def train(self, texts, labels):
        data, model = self.folder + "/train.vw", self.folder + "/model.vw"
        with open(data, "w") as file:
            for text, label in zip(texts, labels):
                file.write("%d %s\n" % (1 if label else -1, self.line(text)))
        self.make(f"-d {data} -b 20 --ngram 2 --loss_function logistic --passes 5 "
                  f"--cache_file {self.folder}/cache --holdout_off -f {model} --quiet").finish()
        self.model = self.make(f"-t -i {model} --quiet")

    def score(self, texts):
        return [self.model.predict(self.line(text)) for text in texts]


class Liblinear:
    """L2-loss SVC on the features of scikit-learn's hashing vectoriser, those counted too."""

    def __init__(self, folder):
        from liblinear import liblinearutil
        from sklearn.feature_extraction.text import HashingVectorizer
        self.tool = liblinearutil
        self.vectorizer = HashingVectorizer(
            n_features=2**20, ngram_range=(1, 2), alternate_sign=False)

    def train(self, texts, labels):
        import numpy
        signs = numpy.where(numpy.array(labels), 1.0, -1.0)
        self.model = self.tool.train(signs, self.vectorizer.transform(texts), "-s 1 -c 1 -B 1 -q")
        self.sign = 1 if self.model.get_labels()[0] == 1 else -1

    def score(self, texts):
        rows = self.vectorizer.transform(texts)
        _, _, values = self.tool.predict([], rows, self.model, "-q")
        return [self.sign * value[0] for value in values]


class LightGBM:
    """A hundred trees of 31 leaves on the counts of words that 20 conversations have."""

    def __init__(self, folder):
        import lightgbm, numpy
        from sklearn.feature_extraction.text import CountVectorizer
        self.tool = lightgbm
        self.vectorizer = CountVectorizer(min_df=20, dtype=numpy.float32)

    def train(self, texts, labels):
        rows = self.vectorizer.fit_transform(texts)
        self.model = self.tool.train(
            {"objective": "binary", "num_leaves": 31, "learning_rate": 0.1, "verbose": -1,
             "num_threads": 1, "seed": 1},
            self.tool.Dataset(rows, [int(label) for label in labels]), 100)

    def score(self, texts):
        return self.model.predict(self.vectorizer.transform(texts), num_threads=1)


# How each is made, and the package that it comes from.
PEERS = {
    "scikit-learn-tfidf-lr": (tfidf_lr, "scikit-learn"),
    "scikit-learn-tfidf-svc": (tfidf_svc, "scikit-learn"),
    "scikit-learn-hashing-sgd": (hashing_sgd, "scikit-learn"),
    "fasttext-words": (lambda folder: FastText(folder, 1), "fasttext-wheel"),
    "fasttext-pairs": (lambda folder: FastText(folder, 2), "fasttext-wheel"),
    "vowpal-wabbit": (VowpalWabbit, "vowpalwabbit"),
    "liblinear": (Liblinear, "liblinear-official"),
    "lightgbm": (LightGBM, "lightgbm"),
}
DECISIONS = 1000


def run(name, train, validation, test, scores):
    folder = tempfile.mkdtemp(prefix="nightlight-peer.")
    try:
        peer = PEERS[name][0](folder)
        start = cpu()
        peer.train(*load(train))
        train_seconds, peak_bytes = cpu() - start, peak()
        for path, suffix in ((validation, ".validation"), (test, ".test")):
            start = cpu()
            values = peer.score(load(path)[0])
            score_seconds = cpu() - start
            with open(scores + suffix, "w") as file:
                file.writelines("%r\n" % float(value) for value in values)
        times = []
        for text in prefixes(test, DECISIONS):
            start = time.perf_counter_ns()
            peer.score([text])
            times.append(time.perf_counter_ns() - start)
        times.sort()
        return {"train_seconds": train_seconds, "peak_bytes": peak_bytes,
                "score_seconds": score_seconds, "decision_ns": times[len(times) // 2]}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if len(sys.argv) == 2 and sys.argv[1] == "--list":
        # Only those whose tools can be imported.
        for name, (make, package) in PEERS.items():
            with tempfile.TemporaryDirectory() as folder:
                try:
                    make(folder)
                except ImportError as error:
                    print(f"{name}: {error.name} cannot be imported", file=sys.stderr)
                    continue
            try:
                version = importlib.metadata.version(package)
            except importlib.metadata.PackageNotFoundError:
                version = "of unknown version"
            print(name, package, version, sep="\t")
    elif len(sys.argv) == 6 and sys.argv[1] in PEERS:
        print(json.dumps(run(*sys.argv[1:])))
    else:
        sys.exit(__doc__)
