"""Makes en.gate, the content gate's salted hashes, from an openly licensed list.

    pip download --no-deps better_profanity==0.7.0 && unzip better_profanity*.whl -d package
    python make_gate.py package/better_profanity/profanity_wordlist.txt [--platforms names.txt]

No term ever stands in clear in the repository: the list stays in the package. Names of real
platforms are hashed from a list that is not kept either; without --platforms the hashes of the
present en.gate are carried over.

Layout: "NLGATE01", 16 bytes salt, u64 key, then per section u8 kind, u32 count and per entry
u8 words, u64 prefilter, u64 prefilter of the first word, 32 bytes SHA-256(salt + normalised term). All numbers little-endian.
"""
import argparse, hashlib, pathlib, re, struct

HERE = pathlib.Path(__file__).parent
SALT = hashlib.sha256(b"nightlight content gate, en, 1").digest()[:16]
KEY = int.from_bytes(hashlib.sha256(b"nightlight prefilter, en, 1").digest()[:8], "little")
MASK = (1 << 64) - 1
EXPLICIT, PLATFORM, CONTEXT = 1, 2, 3
LOOKALIKES = str.maketrans("0123456789@$!+", "oizeasgtbgasit")


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def words(term):
    """Lower case, look-alikes undone, apostrophes dropped, runs of three letters cut to two."""
    out = []
    for token in re.split(r"[^0-9a-z@$!+]+", term.lower().replace("'", "")):
        token = token.translate(LOOKALIKES)
        token = re.sub(r"(.)\1{2,}", r"\1\1", "".join(c for c in token if c.isalnum()))
        if token:
            out.append(token)
    return out


def word_hash(word):
    h = 0xCBF29CE484222325 ^ KEY
    for byte in word.encode():
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return mix(h)


def phrase_hash(parts):
    h = word_hash(parts[0])
    for part in parts[1:]:
        h = mix((h * 0x9E3779B97F4A7C15 + word_hash(part)) & MASK)
    return h


def section(kind, terms):
    terms = sorted({tuple(words(t)) for t in terms} - {()})
    kept = [t for t in terms if len(t) <= 4]
    body = b"".join(
        struct.pack("<BQQ", len(t), phrase_hash(t), word_hash(t[0])) + hashlib.sha256(SALT + " ".join(t).encode()).digest()
        for t in kept)
    return struct.pack("<BI", kind, len(kept)) + body, len(kept)


def old_section(kind):
    data, at = (HERE / "en.gate").read_bytes(), 32
    while at < len(data):
        found, count = struct.unpack_from("<BI", data, at)
        end = at + 5 + count * 49
        if found == kind:
            return data[at:end], count
        at = end
    raise SystemExit("no section to carry over")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("wordlist")
    p.add_argument("--platforms")
    a = p.parse_args()
    lines = [l for l in (HERE / "harmless.txt").read_text().splitlines() if not l.startswith("#")]
    harmless = {tuple(w.split("|")) for l in lines for w in l.split()}
    source = [l.strip() for l in open(a.wordlist, encoding="utf-8") if l.strip()]
    terms = []
    for line in source:
        w = tuple(words(line))
        if not w or len("".join(w)) < 2 or w in harmless:
            continue
        terms.append(line)
        # The plural of a single long word is as explicit as the word.
        if len(w) == 1 and len(w[0]) >= 4 and not w[0].endswith("s") and (w[0] + "s",) not in harmless:
            terms.append(w[0] + "s")
    context = [l for l in (HERE / "context.txt").read_text().splitlines() if l and not l.startswith("#")]
    explicit, n = section(EXPLICIT, terms)
    platforms, m = section(PLATFORM, open(a.platforms).read().splitlines()) if a.platforms else old_section(PLATFORM)
    contextual, k = section(CONTEXT, context)
    (HERE / "en.gate").write_bytes(b"NLGATE01" + SALT + struct.pack("<Q", KEY) + explicit + platforms + contextual)
    print(f"source {len(source)} lines; explicit {n}, platforms {m}, context {k} entries")


main()
