import GRDB

extension Archive {
  /// The steps by which an archive came to its form; a step that was released is never edited.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 figures by vintage") { try $0.execute(sql: figures) }
    migrator.registerMigration("2 fetches and findings") { try $0.execute(sql: fetches) }
    migrator.registerMigration("3 runs and forecasts") { try $0.execute(sql: runs) }
    migrator.registerMigration("4 our own ledger") { try $0.execute(sql: ledger) }
    return migrator
  }

  /// A snapshot is a number and a time; figures and documents say from which to which they held.
  private static let figures = """
    CREATE TABLE sources (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, publisher TEXT, licence TEXT);
    CREATE TABLE series (
      id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES sources, name TEXT NOT NULL,
      UNIQUE (source, name));
    CREATE TABLE snapshots (
      id INTEGER PRIMARY KEY, time TEXT NOT NULL, checksum TEXT NOT NULL);
    CREATE TABLE figures (
      series INTEGER NOT NULL REFERENCES series, power TEXT NOT NULL, year INTEGER NOT NULL,
      since INTEGER NOT NULL REFERENCES snapshots, until INTEGER REFERENCES snapshots,
      value TEXT NOT NULL,
      PRIMARY KEY (series, power, year, since), CHECK (until > since)) WITHOUT ROWID;
    CREATE TABLE documents (
      path TEXT NOT NULL, since INTEGER NOT NULL REFERENCES snapshots,
      until INTEGER REFERENCES snapshots, content BLOB NOT NULL,
      PRIMARY KEY (path, since), CHECK (until > since)) WITHOUT ROWID;
    CREATE TABLE files (
      snapshot INTEGER NOT NULL REFERENCES snapshots, path TEXT NOT NULL, checksum TEXT NOT NULL,
      PRIMARY KEY (snapshot, path)) WITHOUT ROWID;
    CREATE VIEW vintages (source, series, power, year, value, "from", until) AS
      SELECT sources.name, series.name, power, year, value, first.time, last.time
      FROM figures JOIN series ON series.id = figures.series
        JOIN sources ON sources.id = series.source
        JOIN snapshots first ON first.id = since LEFT JOIN snapshots last ON last.id = until;
    """

  /// Fetches that found the same again are one row with a first and a last time.
  private static let fetches = """
    CREATE TABLE fetches (
      id INTEGER PRIMARY KEY, source TEXT NOT NULL, address TEXT NOT NULL, time TEXT NOT NULL,
      last_time TEXT NOT NULL, times INTEGER NOT NULL, status INTEGER, etag TEXT, sha256 TEXT);
    CREATE INDEX fetches_by_address ON fetches (source, address);
    CREATE TABLE findings (
      id INTEGER PRIMARY KEY, time TEXT NOT NULL, last_time TEXT NOT NULL, times INTEGER NOT NULL,
      source TEXT NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL, file TEXT);
    """

  /// A row is a record of the ledger as a line, below the names of its columns.
  private static let ledger = """
    CREATE TABLE ledger (
      run INTEGER PRIMARY KEY REFERENCES runs, content TEXT NOT NULL, checksum TEXT NOT NULL);
    """

  private static let runs = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, state TEXT NOT NULL,
      snapshot INTEGER REFERENCES snapshots, folder TEXT, generation TEXT, version TEXT NOT NULL,
      settings TEXT, data TEXT);
    CREATE TABLE published (
      run INTEGER NOT NULL REFERENCES runs, path TEXT NOT NULL, checksum TEXT NOT NULL,
      PRIMARY KEY (run, path)) WITHOUT ROWID;
    CREATE TABLE contests (
      id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs, measure TEXT NOT NULL,
      challenger TEXT NOT NULL, incumbent TEXT NOT NULL, scenario TEXT NOT NULL,
      origin INTEGER NOT NULL, crossed_in INTEGER, ratio REAL NOT NULL, seed TEXT NOT NULL,
      version TEXT NOT NULL, data TEXT NOT NULL, checksum TEXT NOT NULL);
    CREATE TABLE outputs (
      contest INTEGER NOT NULL REFERENCES contests, target TEXT NOT NULL,
      horizon INTEGER NOT NULL, output_type TEXT NOT NULL, output_type_id TEXT NOT NULL,
      value REAL NOT NULL,
      PRIMARY KEY (contest, target, horizon, output_type, output_type_id)) WITHOUT ROWID;
    CREATE VIEW forecasts AS
      SELECT run, origin AS origin_date, target, horizon, origin + horizon AS target_end_date,
        challenger || '/' || incumbent AS location, output_type, output_type_id, value,
        measure, challenger, incumbent, scenario, seed, version, data
      FROM outputs JOIN contests ON contests.id = contest;
    CREATE TABLE moves (
      run INTEGER NOT NULL REFERENCES runs, position INTEGER NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (run, position)) WITHOUT ROWID;
    CREATE TABLE causes (
      run INTEGER NOT NULL REFERENCES runs, position INTEGER NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (run, position)) WITHOUT ROWID;
    """
}
