"""Student's t and Yuen's trimmed mean as SciPy computes them: writes trimmed.json."""

import json

import numpy as np
import scipy
from scipy import stats
from scipy.stats import mstats

random = np.random.default_rng(7)
distribution = [
    {
        "degrees": degrees,
        "t": t,
        "p": 2 * stats.t.sf(t, degrees),
        "share": share,
        "quantile": stats.t.ppf((1 + share) / 2, degrees),
    }
    for degrees in [1, 2, 3, 4, 5, 8, 9, 11, 14, 30, 101]
    for t, share in [(0.0, 0.0), (0.3, 0.5), (1.0, 0.9), (2.262, 0.95), (4.5, 0.99), (9.0, 0.999)]
]
samples = []
for count in [5, 10, 15, 20, 40]:
    for scale in [0.01, 3.0]:
        values = random.normal(scale / 3, scale, count)
        values[0] *= 20  # an outlier
        low, high = mstats.trimmed_mean_ci(values, limits=(0.2, 0.2), alpha=0.01)
        samples.append(
            {
                "values": values.tolist(),
                "mean": float(mstats.trimmed_mean(values, limits=(0.2, 0.2))),
                "error": float(mstats.trimmed_stde(values, limits=(0.2, 0.2))),
                "low": float(low),
                "high": float(high),
            }
        )
whole = random.normal(0.1, 1, 12)
test = stats.ttest_1samp(whole, 0)
interval = test.confidence_interval(0.99)
with open(__file__.replace(".py", ".json"), "w") as file:
    json.dump(
        {
            "scipy": scipy.__version__,
            "distribution": distribution,
            "samples": samples,
            "untrimmed": {
                "values": whole.tolist(),
                "p": float(test.pvalue),
                "low": float(interval.low),
                "high": float(interval.high),
            },
        },
        file,
        indent=1,
    )
    file.write("\n")
