/**
 * Prints the result of a run: a row for each stage and project, and the five slowest files.
 *
 * @param {{ name: string, seconds: number }[]} stages what ran before the tests
 * @param {{ project: string, file: string, seconds: number, passed: number, failures: string[] }[]} files
 * @param {number} total how long the whole run took, in seconds
 */
export function printSummary(stages, files, total) {
  const rows = [
    ...stages.map(({ name, seconds }) => [name, '', seconds]),
    ...[...new Set(files.map(({ project }) => project))].map((project) => {
      const own = files.filter((file) => file.project === project);
      const failed = own.flatMap(({ failures }) => failures).length;
      return [project, `${sum(own, 'passed')}${failed ? `, ${failed} failed` : ''}`, sum(own, 'seconds')];
    }),
  ];
  const slowest = [...files].sort((one, other) => other.seconds - one.seconds).slice(0, 5);
  printTable(['project', 'tests', 'seconds'], rows);
  if (slowest.length) {
    printTable(
      ['slowest files', 'tests', 'seconds'],
      slowest.map(({ file, project, passed, failures, seconds }) => [
        `${file} (${project})`,
        passed + failures.length,
        seconds,
      ]),
    );
  }
  console.log(`\nSeveral files run at a time, so the seconds above overlap. The whole run took ${inMinutes(total)}.\n`);
}

const sum = (files, field) => files.reduce((total, file) => total + file[field], 0);

function inMinutes(seconds) {
  const rounded = Math.round(seconds);
  return `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
}

function printTable(head, rows) {
  const cells = [head, ...rows.map(([name, tests, seconds]) => [name, String(tests), seconds.toFixed(1)])];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  console.log();
  for (const [name, ...figures] of cells) {
    console.log(
      [name.padEnd(widths[0]), ...figures.map((figure, index) => figure.padStart(widths[index + 1]))].join('  '),
    );
  }
}
