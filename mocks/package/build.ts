/**
 * `npm run build:package`, which `npm pack` runs first. Compiles the mock-up and its types into
 * `dist-package/`, without the page. Prints nothing if all goes well.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const OUT = 'dist-package';

/** The modules that `exports` of package.json names. */
const TYPED = ['mocks/package/index', 'mocks/package/server'];

/** The same, and the module that `bin` names. */
const ENTRIES = [...TYPED, 'mocks/hosts/command'];

/** Where a compiled file names another: after `from`, or in a type `import('…')`. */
const SPECIFIER =
	/(?<=^(?:import|export|\}) [^'"\n]*?from |^import |\bimport\()(['"])(\.[^'"]+)\1/gm;

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

function programOf(entries: readonly string[]): ts.Program {
	const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
	return ts.createProgram(
		entries.map((entry) => `${entry}.ts`),
		{
			...options,
			noEmit: false,
			declaration: true,
			allowImportingTsExtensions: false,
			rootDir: '.',
			outDir: OUT
		}
	);
}

/** Compiles a program; returns the files by their paths below `dist-package/`. */
function compiled(program: ts.Program): Map<string, string> {
	const files = new Map<string, string>();
	const emitted = program.emit(undefined, (path, text) =>
		files.set(relative(resolve(OUT), resolve(path)).split(sep).join('/'), text)
	);
	const wrong = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
	if (wrong.length > 0) {
		const host = {
			getCanonicalFileName: (name: string) => name,
			getCurrentDirectory: () => process.cwd(),
			getNewLine: () => '\n'
		};
		fail(ts.formatDiagnostics(wrong, host));
	}
	return files;
}

/**
 * Writes a compiled file and every file that it names. Adds the extensions that Node needs and our
 * sources leave out, as bundlers allow.
 */
function write(files: ReadonlyMap<string, string>, path: string, written = new Set<string>()) {
	if (written.has(path)) return;
	written.add(path);
	const text = files.get(path) ?? fail(`${path} is named, but was not compiled.`);
	const ending = path.endsWith('.d.ts') ? '.d.ts' : '.js';
	const complete = text.replace(SPECIFIER, (_, quote: string, specifier: string) => {
		const bare = specifier.replace(/\.ts$/, '');
		write(files, posix.join(posix.dirname(path), bare) + ending, written);
		return `${quote}${bare}.js${quote}`;
	});
	mkdirSync(dirname(join(OUT, path)), { recursive: true });
	writeFileSync(join(OUT, path), complete);
}

rmSync(OUT, { recursive: true, force: true });
const files = compiled(programOf(ENTRIES));
for (const entry of ENTRIES) write(files, `${entry}.js`);
for (const entry of TYPED) write(files, `${entry}.d.ts`);
