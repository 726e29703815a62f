# The forecast package's automatic ETS on 100 series of 40 years, ten years ahead: seconds for 1,000.
suppressMessages(library(forecast))
set.seed(1)
series <- lapply(1:100, function(k) ts(exp(9 + cumsum(rnorm(40, 0.02, 0.03)))))
time <- system.time(for (y in series) forecast(ets(y), h = 10, level = 80))
cat(10 * time[["user.self"]], "\n")
