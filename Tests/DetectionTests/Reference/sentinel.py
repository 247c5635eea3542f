#!/usr/bin/env python3
"""Writes sentinel.json: what Roblox Sentinel 2.0 says on small made-up vectors.

usage: python3 sentinel.py SENTINEL/src > sentinel.json
       (needs numpy and the source of github.com/Roblox/Sentinel; the tests only read the JSON)

Every number comes out of Sentinel's own `SentinelLocalIndex.calculate_rare_class_affinity` and
`score_formulae`. Only what they stand on is replaced, so that neither PyTorch nor a sentence encoder is
needed: the encoder gives the vectors below, and the search for neighbours takes exact cosines in double
precision, where sentence-transformers takes single precision.
"""
import json
import sys
import types

import numpy as np

WIDTH, TOP_K = 16, 5


def semantic_search(queries, index, top_k):
    """The `top_k` nearest rows of every query by cosine, falling."""
    unit = index / np.linalg.norm(index, axis=1, keepdims=True)
    found = []
    for query in queries:
        cosines = unit @ (query / np.linalg.norm(query))
        order = np.argsort(-cosines, kind="stable")[:top_k]
        found.append([{"corpus_id": int(i), "score": float(cosines[i])} for i in order])
    return found


class Encoder:
    """Stands for the sentence encoder: the text is the number of a vector."""

    def __init__(self, vectors):
        self.vectors = vectors

    def encode(self, texts, **_):
        return [self.vectors[int(text)] for text in texts]


def stand_in(name, **members):
    module = types.ModuleType(name)
    module.__dict__.update(members)
    sys.modules[name] = module


stand_in("torch", Tensor=np.ndarray)
stand_in("sentence_transformers", SentenceTransformer=Encoder)
stand_in("sentence_transformers.util", semantic_search=semantic_search)
# What saves, loads and fetches; nothing here is saved.
stand_in("sentinel.io.saved_index_config", SavedIndexConfig=None)
stand_in("sentinel.io.index_io", save_index=None, load_index=None, create_s3_transport_params=None)
stand_in("sentinel.embeddings.sbert", get_sentence_transformer_and_scaling_fn=None)
sys.path.insert(0, sys.argv[1])
from sentinel import score_formulae  # noqa: E402
from sentinel.sentinel_local_index import SentinelLocalIndex  # noqa: E402

AGGREGATORS = ["skewness", "mean_of_positives", "top_k_mean", "percentile_score",
               "softmax_weighted_mean", "max_score"]


def aggregates(scores):
    return {name: float(getattr(score_formulae, name)(np.array(scores))) for name in AGGREGATORS}


def rounded(rows):
    """Whole numbers, as the index under test takes them; rows of length about 150."""
    return np.round(rows / np.linalg.norm(rows, axis=-1, keepdims=True) * 150)


R = np.random.default_rng(20250807)
centre = R.normal(size=WIDTH)
cases = []
for count, positives, negatives, lean in [
        (24, 12, 40, 0.8), (11, 4, 4, 0.3), (40, 3, 60, 1.0), (9, 12, 12, 0.8), (10, 2, 9, 0.0),
        (60, 30, 30, 0.5), (1, 1, 1, 0.9), (14, 20, 5, -0.8)]:
    positive = rounded(R.normal(size=(positives, WIDTH)) * 0.6 + centre)
    negative = rounded(R.normal(size=(negatives, WIDTH)) - 0.3 * centre)
    # A duplicate on a side counts twice.
    if negatives > 10:
        negative[1] = negative[0]
        positive[-1] = positive[0]
    queries = rounded(R.normal(size=(count, WIDTH)) + lean * centre * R.integers(0, 2, size=(count, 1)))
    # Texts are keys: one said again has no score of its own.
    texts = list(range(count)) + [0, 2][:max(0, min(2, count - 1))]
    index = SentinelLocalIndex(Encoder(queries), positive, negative)
    result = index.calculate_rare_class_affinity([str(text) for text in texts], top_k=TOP_K)
    scores = [float(score) for score in result.observation_scores.values()]
    ratios = [one["contrastive"]["log_ratio_unclipped"] for one in result.explanations.values()]
    assert float(result.rare_class_affinity_score) == aggregates(scores)["skewness"]
    cases.append({
        "positive": positive.astype(int).tolist(), "negative": negative.astype(int).tolist(),
        "queries": queries.astype(int).tolist(),
        "texts": texts, "logRatios": ratios, "scores": scores,
        "aggregates": aggregates(scores)})


def given(scores):
    return {"scores": scores, "aggregates": aggregates(scores)}


defects = {
    "D1": [given([0.6] * 9)],
    "D2": [given([0.6] * k + [0.0] * (10 - k)) for k in (4, 5, 6)],
    "D3": [given([0.6] * k + [0.0] * (100 - k)) for k in (49, 51)],
    "D4": [given([hit] + [0.0] * 99) for hit in (0.11, 0.9)],
    "D5": [given([0.6] + [0.0] * (n - 1)) for n in (10, 100, 1000)],
}
json.dump({"numpy": np.__version__, "width": WIDTH, "cases": cases, "defects": defects},
          __import__("sys").stdout, indent=None, separators=(",", ":"))
print()
