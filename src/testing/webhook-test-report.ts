/** The result of one case. */
export interface WebhookTestResult {
  /** The name of the case: what a correct handler does, such as `rejects an unknown order`. */
  name: string;
  /** Whether the tested handler passed the case. */
  passed: boolean;
  /** The expected response and order, such as `2xx, order paid, paid once`. */
  expected: string;
  /** The actual response and order, or the error that the handler threw. */
  actual: string;
}

/** The results of all cases, as `testWebhookHandler` returns them. */
export interface WebhookTestReport {
  /** Whether every case passed. */
  passed: boolean;
  /** One result per case, in the order in which they ran. */
  results: readonly WebhookTestResult[];
  /** Returns the results as a table. Failed cases are marked with ✗. */
  toString(): string;
}

export function createTestReport(results: readonly WebhookTestResult[]): WebhookTestReport {
  const passedCount = results.filter(({ passed }) => passed).length;
  return {
    passed: passedCount === results.length,
    results,
    toString: () => [...toTable(results), `${passedCount} of ${results.length} passed`].join('\n'),
  };
}

function toTable(results: readonly WebhookTestResult[]): string[] {
  const rows = [
    ['', 'a correct handler', 'expected', 'actual'],
    ...results.map(({ name, passed, expected, actual }) => [passed ? '✓' : '✗', name, expected, actual]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  // An error message may contain a line break.
  return rows.map((row) =>
    row
      .map((cell, i) => cell.replace(/\s+/g, ' ').padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}
