"""How pacts are formed and kept, by statsmodels, with errors clustered by state.

    primacy balance alignment --observations --format csv > observations.csv
    python3 alignment.py observations.csv > alignment.csv

Made with statsmodels 0.15.0. A row: 0 bandwagon or 1 balance, 0 forming or 1 keeping, rows, events,
states, then a coefficient and its error for the constant and each factor. A factor that is always 0
has coefficient and error 0.
"""
import sys

import numpy as np
import pandas
import statsmodels.api as sm

rows = pandas.read_csv(sys.argv[1])
names = list(rows.columns[6:])
print("alignment,step,rows,events,states,coefficients")
for a, alignment in enumerate(("bandwagon", "balance")):
    for s in range(2):
        chosen = rows[(rows.alignment == alignment) & (rows.now == s) & rows.next.notna()]
        design = np.column_stack([np.ones(len(chosen)), chosen[names].to_numpy()])
        groups = chosen.state.astype("category").cat.codes
        fit = sm.Logit(chosen.next.to_numpy(), design).fit(
            method="newton", tol=1e-13, maxiter=200, disp=0, cov_type="cluster",
            cov_kwds={"groups": groups})
        pairs = [repr(float(x)) for pair in zip(fit.params, fit.bse) for x in pair]
        print(a, s, len(chosen), int(chosen.next.sum()), groups.nunique(), *pairs, sep=",")
