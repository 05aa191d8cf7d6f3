import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './markdown.ts';

export interface Problem {
  file: string | undefined;
  message: string;
}

/**
 * Compiles sources as one program, in folders that need not exist, with the project's options and the package's names. `extra`
 * are further compiler options.
 */
export function typeCheck(files: ReadonlyMap<string, string>, extra: ts.CompilerOptions = {}): Problem[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram(
    [...files.keys()],
    { ...options, noUnusedLocals: false, noUnusedParameters: false, types: ['node', 'vitest/globals'], ...extra },
    {
      ...host,
      directoryExists: undefined,
      fileExists: (path) => files.has(path) || host.fileExists(path),
      readFile: (path) => files.get(path) ?? host.readFile(path),
      getSourceFile: (path, ...rest) =>
        files.has(path)
          ? ts.createSourceFile(path, files.get(path)!, ts.ScriptTarget.ES2022)
          : host.getSourceFile(path, ...rest),
    },
  );
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => !file || files.has(file.fileName))
    .map(({ file, messageText }) => ({
      file: file?.fileName,
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }));
}
