// Runs TypeScript like a user of our types, with its library parsed once for all tests.
import ts from 'typescript';

const LIBRARY = /[\\/]typescript[\\/]lib[\\/]lib\.[\w.]+\.d\.ts$/;
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Returns the compiler's errors for a file and its imports; empty for none. */
export function complaintsOf(file: string, options: ts.CompilerOptions): string[] {
	const all: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		types: [],
		lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
		target: ts.ScriptTarget.ES2023,
		skipDefaultLibCheck: true,
		...options
	};
	const host = ts.createCompilerHost(all);
	const read = host.getSourceFile.bind(host);
	host.getSourceFile = (name, ...how) => {
		if (!LIBRARY.test(name)) return read(name, ...how);
		if (!parsed.has(name)) parsed.set(name, read(name, ...how));
		return parsed.get(name);
	};
	const program = ts.createProgram([file], all, host);
	return ts
		.getPreEmitDiagnostics(program)
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
