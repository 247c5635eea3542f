"""Makes quantiles.json: the quantile tables that the generator draws from.

    python make_tables.py        (numpy and scipy)

A table holds the quantile function at 0, 1/n, 2/n, …, 1, the ends cut off; the generator
interpolates linearly with additions, multiplications and divisions alone, so that every machine
draws the same numbers. Word counts are whole: entry i is the count at (i + 1/2) / n.
"""
import json, pathlib
import numpy as np
from scipy import stats

N = 1024
U = np.arange(N + 1) / N


def knots(law, low, high, digits):
    """Quantiles of the law cut to low…high."""
    a, b = law.cdf(low), law.cdf(high)
    return [round(float(x), digits) for x in law.ppf(a + U * (b - a))]


def words(k, mean, most=60):
    """Zero-truncated negative binomial with shape k and this mean after truncation."""
    lo, hi = 0.01, mean
    for _ in range(200):
        m = (lo + hi) / 2
        p = k / (k + m)
        if m / (1 - p**k) < mean:
            lo = m
        else:
            hi = m
    law = stats.nbinom(k, k / (k + m))
    p = law.pmf(np.arange(1, most + 1))
    cut = np.cumsum(p) / p.sum()
    return [int(1 + np.searchsorted(cut, (i + 0.5) / N)) for i in range(N)]


def lognormal(mu, sigma):
    return stats.lognorm(sigma, scale=np.exp(mu))


tables = {
    # Messages of a conversation.
    "length": knots(lognormal(4.5, 1.24), 8, 4000, 3),
    # Seconds between messages, short and long component (μ, σ in log minutes).
    "short_gap": [round(60 * x, 2) for x in knots(lognormal(1.30, 1.20), 1 / 60, 240, 6)],
    "long_gap": [round(60 * x, 1) for x in knots(lognormal(6.2, 1.15), 15, 43200, 5)],
    # Weight of a segment: gamma with shape 1.5 and mean 1.
    "segment": knots(stats.gamma(1.5, scale=1 / 1.5), 0.005, 8, 6),
    # Share of the messages that the initiator writes.
    "initiator_share": knots(stats.beta(13, 11.7), 0.3, 0.7, 6),
    "terse": words(1.0, 3.6),
    "messenger": words(1.6, 7.1),
    "long": words(1.1, 12.0),
}
text = ",\n".join(' "%s": %s' % (n, json.dumps(t, separators=(",", ":"))) for n, t in tables.items())
(pathlib.Path(__file__).parent / "quantiles.json").write_text("{\n" + text + "\n}\n")
for name, t in tables.items():
    print(name, t[0], t[N // 2], t[-1], "mean %.3f" % np.mean(t))
