import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** A Vitest reporter that writes the result of each test file, with its project, time, failures and retries, into SUMMARY_FILE. */
export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const files = modules.map((module) => {
      const tests = [...module.children.allTests()];
      const count = (state) => tests.filter((test) => test.result().state === state).length;
      const failures = tests.filter((test) => test.result().state === 'failed').map(describeFailure);
      return {
        project: module.project.name,
        file: relative(process.cwd(), module.moduleId),
        seconds: module.diagnostic().duration / 1000,
        passed: count('passed'),
        // A file that cannot be loaded has no test that could have failed.
        failures: failures.length || module.ok() ? failures : [firstLine(module.errors())],
        retried: tests.filter((test) => test.diagnostic()?.flaky).map(({ fullName }) => fullName),
        skipped: count('skipped'),
      };
    });
    writeFileSync(process.env.SUMMARY_FILE, JSON.stringify({ files, unhandledErrors: unhandledErrors.length }));
  }
}

const describeFailure = (test) => `${test.fullName}: ${firstLine(test.result().errors)}`;

const firstLine = (errors = []) =>
  String(errors[0]?.message ?? 'a hook or an import failed')
    .split('\n', 1)[0]
    .slice(0, 200);
