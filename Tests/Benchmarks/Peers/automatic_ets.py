"""statsforecast's automatic ETS on 1,000 series of 40 years, ten years ahead, one core: seconds."""

import time

import numpy as np
import pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS


def frame(count, length):
    random = np.random.default_rng(1)
    levels = np.exp(9 + np.cumsum(0.02 + 0.03 * random.standard_normal((count, length)), axis=1))
    return pd.DataFrame(
        {
            "unique_id": np.repeat(np.arange(count), length),
            "ds": np.tile(np.arange(length), count),
            "y": levels.ravel(),
        }
    )


def main():
    forecaster = StatsForecast(models=[AutoETS(season_length=1)], freq=1, n_jobs=1)
    forecaster.forecast(df=frame(2, 40), h=10, level=[80])
    times = []
    for _ in range(3):
        data = frame(1000, 40)
        begin = time.process_time()
        forecaster.forecast(df=data, h=10, level=[80])
        times.append(time.process_time() - begin)
    print(sorted(times)[1])


main()
