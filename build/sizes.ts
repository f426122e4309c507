// How large the site is over the wire, which the build prints and limits.
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The size of a file as hosts send it, in bytes. */
export const gzipSize = (text: string | Buffer) => gzipSync(text, { level: 9 }).length;

/** Prints a size in bytes; ends the build if it is 0 or over `limit`. */
export function holdSize(
	context: Rolldown.PluginContext,
	what: string,
	size: number,
	limit: number
): void {
	const line = `${what}: ${kilobytes(size)}, gzip (at most ${kilobytes(limit)})`;
	if (size === 0 || size > limit) context.error(line);
	context.info(line);
}

/** What the page loads beyond the first screen to answer the first request and to show the answer. */
const FIRST_ANSWER = [
	'/src/http/exchange.ts',
	'/src/answer/reading.ts',
	'/src/response/ShownAnswer.svelte',
	'/mocks/hosts/mock-up.ts',
	'/mocks/store/indexeddb-store.ts'
];

/** How many bytes each may have, gzip: the script of the first screen, what the first answer adds to it, the page. */
interface FirstSizes {
	screen: number;
	answer: number;
	page: number;
}

/** Prints how large the first screen and its answer are; fails if one of them is larger than allowed. */
export function firstSizes(limits: FirstSizes): Plugin {
	return {
		name: 'first-sizes',
		apply: 'build',
		writeBundle(_, bundle) {
			const seen = new Set<string>();
			/** The size of a chunk and of what it imports, as far as it was not counted before. */
			const sizeOf = (name: string): number => {
				const chunk = bundle[name];
				if (seen.has(name) || chunk?.type !== 'chunk') return 0;
				seen.add(name);
				return chunk.imports.reduce((sum, name) => sum + sizeOf(name), gzipSize(chunk.code));
			};
			const sizesOf = (names: readonly string[]) =>
				names.reduce((sum, name) => sum + sizeOf(name), 0);
			const chunkWith = (module: string): string => {
				const chunk = Object.values(bundle).find(
					(chunk) => chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.endsWith(module))
				);
				return chunk?.fileName ?? this.error(`No chunk has ${module}.`);
			};
			const page = bundle['index.html'];
			const html = page?.type === 'asset' ? String(page.source) : '';
			// Also what the page names to be loaded early.
			const named = [...html.matchAll(/(?:src|href)="[^"]*\b(assets\/[^"]+\.js)"/g)];
			const screen = named.map(([, name = '']) => name);
			holdSize(this, 'First screen, JavaScript', sizesOf(screen), limits.screen);
			const answer = sizesOf(FIRST_ANSWER.map(chunkWith));
			holdSize(this, 'First answer, JavaScript', answer, limits.answer);
			holdSize(this, 'index.html', gzipSize(html), limits.page);
		}
	};
}
