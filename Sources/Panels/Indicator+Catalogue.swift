extension Indicator {
  public static let population = Indicator("population", unit: "persons")
  public static let outputPerHead = Indicator(
    "gdp_per_capita.ppp", unit: "constant 2021 international $ per head")

  /// GDP at market rates over GDP at purchasing-power parity; the United States are 1.
  public static let priceLevel = Indicator(
    "price_level", unit: "ratio, United States = 1", tendency: .reverts)

  public static let outputCurrent = Indicator("gdp.current", unit: "current US $")
  public static let exchangeRate = Indicator(
    "exchange_rate", unit: "local currency per US $", tendency: .reverts)

  /// Military spending over GDP, as a fraction and not as a percentage.
  public static let burden = Indicator(
    "burden", unit: "fraction of GDP", scale: .logit, tendency: .reverts)

  public static let militaryPersonnel = Indicator(
    "military_personnel", unit: "thousand persons")
  public static let ironSteel = Indicator("iron_steel", unit: "thousand tons")
  public static let primaryEnergy = Indicator(
    "primary_energy", unit: "thousand tons of coal equivalent")
  public static let urbanPopulation = Indicator("urban_population", unit: "thousand persons")

  /// The total population as the Correlates of War project counts it.
  public static let totalPopulationCOW = Indicator("population.cow", unit: "thousand persons")
  /// Military spending as the Correlates of War project counts it; comparable within a year only.
  public static let militarySpendingCOW = Indicator(
    "military_spending.cow", unit: "thousand current £ to 1913, US $ from 1914")
  /// The composite index of national capability as published.
  public static let capabilityCOW = Indicator("cinc.cow", unit: "share of the world")

  public static let capital = Indicator("capital", unit: "million 2017 US $")
  public static let humanCapital = Indicator("human_capital", unit: "index")
  public static let productivity = Indicator(
    "productivity", unit: "index, 2017 = 1", tendency: .reverts)

  public static let workingAgePopulation = Indicator("population.working_age", unit: "persons")

  /// The population that the United Nations project, the medium variant.
  public static let populationUN = Indicator("population.un", unit: "persons")
  public static let populationUNLower80 = Indicator("population.un.lower80", unit: "persons")
  public static let populationUNUpper80 = Indicator("population.un.upper80", unit: "persons")
  public static let populationUNLower95 = Indicator("population.un.lower95", unit: "persons")
  public static let populationUNUpper95 = Indicator("population.un.upper95", unit: "persons")

  /// The indicators that the embedded data set holds, in the order in which they are listed.
  public static let catalogue: [Indicator] = [
    .population, .workingAgePopulation, .outputPerHead, .priceLevel, .burden,
    .militaryPersonnel, .ironSteel, .primaryEnergy, .urbanPopulation,
    .totalPopulationCOW, .militarySpendingCOW, .capabilityCOW,
    .capital, .humanCapital, .productivity, .outputCurrent, .exchangeRate,
    .populationUN, .populationUNLower80, .populationUNUpper80,
    .populationUNLower95, .populationUNUpper95,
  ]
}
