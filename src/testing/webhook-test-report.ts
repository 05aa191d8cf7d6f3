/** How a hook came out of one trick. */
export interface WebhookTestResult {
  /** A sentence that is true of a good hook. */
  name: string;
  /** Whether it is true of this one. */
  passed: boolean;
  /** What a good hook answers, and where its order then stands. */
  expected: string;
  /** What this one answered, or what it threw. */
  actual: string;
}

/** How a hook came out of all of them. */
export interface WebhookTestReport {
  /** Whether every line passed. */
  passed: boolean;
  /** A line for each trick, in the order in which they were played. */
  results: readonly WebhookTestResult[];
  /** The lines as a table, failed ones marked with ✗. */
  toString(): string;
}

export function createTestReport(lines: readonly WebhookTestResult[]): WebhookTestReport {
  const good = lines.filter(({ passed }) => passed).length;
  return {
    passed: good === lines.length,
    results: lines,
    toString: () => [...toTable(lines), `${good} of ${lines.length} passed`].join('\n'),
  };
}

function toTable(lines: readonly WebhookTestResult[]): string[] {
  const rows = [
    ['', 'a good hook', 'expected', 'actual'],
    ...lines.map(({ name, passed, expected, actual }) => [passed ? '✓' : '✗', name, expected, actual]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  // The answer of a stranger's handler may hold a line break, which would break the table.
  return rows.map((row) =>
    row
      .map((cell, i) => cell.replace(/\s+/g, ' ').padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}
