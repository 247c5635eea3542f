"""scikit-learn: tf-idf of word 1-2-grams (sublinear, L2) and logistic regression.

Trained on whole conversations, messages joined by newlines. Scored on prefixes from incremental counts:
per conversation the dot product with the weights and the squared norm are kept, and a feature that
occurs once more changes both by what its term adds. The result is that of vectorising the whole prefix
again (`TfidfVectorizer.transform`) but for rounding, at the cost of the new message alone.
"""

from nightlight_adapter import serve, unavailable

try:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
except ImportError:
    unavailable("scikit-learn is not installed; run 'make detectors'")

import math

model = {}


def train(conversations, parameters, seed):
    documents, labels = [], []
    for conversation in conversations:
        documents.append("\n".join(message["text"] for message in conversation["messages"]))
        labels.append(conversation["label"] == "grooming")
    vectorizer = TfidfVectorizer(
        ngram_range=(1, 2), sublinear_tf=True, min_df=parameters.get("min_df", 2)
    )
    rows = vectorizer.fit_transform(documents)
    classifier = LogisticRegression(C=parameters.get("C", 10.0), max_iter=1000, random_state=seed % 2**32)
    classifier.fit(rows, labels)
    model["index"] = {word: int(place) for word, place in vectorizer.vocabulary_.items()}
    model["idf"] = [float(x) for x in vectorizer.idf_]
    model["weight"] = [float(x) for x in classifier.coef_[0]]
    model["intercept"] = float(classifier.intercept_[0])
    model["words"] = vectorizer.build_tokenizer()
    model["prepare"] = vectorizer.build_preprocessor()


class Prefix:
    """The counts of a conversation so far and what follows from them."""

    def __init__(self):
        self.counts = {}
        self.dot = self.square = 0.0
        self.last = None

    def add(self, feature):
        place = model["index"].get(feature)
        if place is None:
            return
        count = self.counts.get(place, 0)
        self.counts[place] = count + 1
        before = 1 + math.log(count) if count else 0.0
        after = 1 + math.log(count + 1)
        idf = model["idf"][place]
        self.dot += model["weight"][place] * idf * (after - before)
        self.square += idf * idf * (after * after - before * before)


def score(prefix, message):
    for word in model["words"](model["prepare"](message.text)):
        prefix.add(word)
        if prefix.last is not None:  # word pairs reach over the end of a message, as in training
            prefix.add(prefix.last + " " + word)
        prefix.last = word
    norm = math.sqrt(prefix.square) if prefix.square > 0 else 1.0
    logit = max(-700.0, min(700.0, prefix.dot / norm + model["intercept"]))
    return 1 / (1 + math.exp(-logit))


if __name__ == "__main__":
    serve(score, begin=Prefix, train=train, name="sklearn-tfidf-lr", version="1.0")
