"""The original fastText (Joulin et al. 2017, https://doi.org/10.18653/v1/E17-2068), from PyPI.

Trained on whole conversations with one thread, so that it is deterministic. The whole prefix is handed
to it again after each message: the cost of a message grows with the conversation.
"""

from nightlight_adapter import serve, unavailable

try:
    import fasttext
except ImportError:
    unavailable("fasttext is not installed; run 'make detectors'")

import os
import re
import tempfile

WORDS = re.compile(r"\w+|[^\w\s]")
model = {}


def words(text):
    return " ".join(WORDS.findall(text.lower()))


def train(conversations, parameters, seed):
    handle, path = tempfile.mkstemp(suffix=".txt")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as lines:
            for conversation in conversations:
                text = " ".join(words(message["text"]) for message in conversation["messages"])
                label = "grooming" if conversation["label"] == "grooming" else "benign"
                lines.write(f"__label__{label} {text}\n")
        trained = fasttext.train_supervised(
            path,
            epoch=parameters.get("epoch", 25),
            lr=parameters.get("lr", 0.5),
            wordNgrams=parameters.get("word_ngrams", 2),
            dim=parameters.get("dim", 50),
            bucket=parameters.get("bucket", 200000),
            thread=1,
            seed=seed % 2**31,
            verbose=0,
        )
    finally:
        os.unlink(path)
    model["predict"] = trained.f.predict  # the wrapper around it does not work with numpy 2


class Prefix:
    def __init__(self):
        self.texts = []


def score(prefix, message):
    prefix.texts.append(words(message.text))
    found = model["predict"](" ".join(prefix.texts) + "\n", 2, 0.0, "strict")
    share = {label: probability for probability, label in found}
    return min(1.0, max(0.0, share.get("__label__grooming", 0.0)))


if __name__ == "__main__":
    serve(score, begin=Prefix, train=train, name="fasttext-original", version="1.0")
