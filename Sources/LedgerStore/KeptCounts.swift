/// The counts that are kept beside the entries, as the entries make them.
enum KeptCounts {
  /// How many lines of each task stand where by now, by city.
  static let byCity = """
    SELECT task, city, period, status, count(*) AS count
    FROM (
      SELECT task, place, period, status, max(day * 4294967296 + id)
      FROM entry WHERE status IS NOT NULL GROUP BY task, place, period)
    JOIN division ON division.code = place GROUP BY task, city, period, status
    """

  /// How the counts of each task have changed in each month.
  ///
  /// Every entry takes its line from the status of the one before it to its own.
  static let byMonth = """
    SELECT task, period, status, month, sum(change) AS change FROM (
      SELECT task, period, status, day / 100 AS month, 1 AS change
      FROM entry WHERE status IS NOT NULL
      UNION ALL
      SELECT task, period,
        lag(status) OVER (PARTITION BY task, place, period ORDER BY day, id),
        day / 100, -1
      FROM entry WHERE status IS NOT NULL)
    WHERE status IS NOT NULL GROUP BY task, period, status, month
    """
}
