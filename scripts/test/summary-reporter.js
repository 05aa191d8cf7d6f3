import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** A Vitest reporter that writes the result of each test file, with its project and its time, into SUMMARY_FILE. */
export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const files = modules.map((module) => {
      const tests = [...module.children.allTests()].map((test) => test.result().state);
      const failed = tests.filter((state) => state === 'failed').length;
      return {
        project: module.project.name,
        file: relative(process.cwd(), module.moduleId),
        seconds: module.diagnostic().duration / 1000,
        passed: tests.filter((state) => state === 'passed').length,
        // A file that cannot be loaded has no test that could have failed.
        failed: failed || (module.ok() ? 0 : 1),
        skipped: tests.filter((state) => state === 'skipped').length,
      };
    });
    writeFileSync(process.env.SUMMARY_FILE, JSON.stringify({ files, unhandledErrors: unhandledErrors.length }));
  }
}
