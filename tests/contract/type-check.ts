// TypeScript as a user of our types has it, with its own library parsed and bound once for all.
import ts from 'typescript';

const LIBRARY = /[\\/]typescript[\\/]lib[\\/]lib\.[\w.]+\.d\.ts$/;
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of a file and all it imports, in its words; nothing if it is right. */
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
