/** The result of one case. */
export interface WebhookTestResult {
  /** A sentence that describes a correct handler. */
  name: string;
  /** Whether this handler passed. */
  passed: boolean;
  /** The expected response, and the expected status of the order. */
  expected: string;
  /** The actual response and status, or what the handler threw. */
  actual: string;
}

/** The results of all cases. */
export interface WebhookTestReport {
  /** Whether every case passed. */
  passed: boolean;
  /** One result per case, in the order in which they ran. */
  results: readonly WebhookTestResult[];
  /** Returns the results as a table; failed cases are marked with ✗. */
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
    ['', 'a correct handler', 'expected', 'actual'],
    ...lines.map(({ name, passed, expected, actual }) => [passed ? '✓' : '✗', name, expected, actual]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  // A response may contain a line break, which would break the table.
  return rows.map((row) =>
    row
      .map((cell, i) => cell.replace(/\s+/g, ' ').padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}
