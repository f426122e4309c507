// Workers as chunks of the page's own graph: what they share with the page is there once.
import type { Plugin } from 'vite';

const QUERY = '?worker&url';

/**
 * Makes `import url from './worker.ts?worker&url'` the URL of a chunk of the same build, where Vite
 * bundles each worker with copies of all it imports. Fails if a worker would load the page itself.
 */
export function workerChunks(): Plugin {
	const workers = new Set<string>();
	return {
		name: 'worker-chunks',
		apply: 'build',
		enforce: 'pre',
		load(id) {
			if (!id.endsWith(QUERY)) return null;
			const file = id.slice(0, -QUERY.length);
			workers.add(file);
			const name = /([^\\/]+)\.\w+$/.exec(file)?.[1] ?? 'worker';
			const chunk = this.emitFile({ type: 'chunk', id: file, name });
			return `export default import.meta.ROLLUP_FILE_URL_${chunk};`;
		},
		generateBundle(_, bundle) {
			const pages = [...this.getModuleIds()].filter((id) => id.endsWith('.html'));
			const starts = new Set(
				pages.flatMap((id) => [id, ...(this.getModuleInfo(id)?.importedIds ?? [])])
			);
			const seen = new Set<string>();
			const visit = (name: string) => {
				const chunk = bundle[name];
				if (seen.has(name) || chunk?.type !== 'chunk') return;
				seen.add(name);
				if (chunk.moduleIds.some((id) => starts.has(id))) {
					this.error(`A worker shares ${name} with the page, which would start there.`);
				}
				chunk.imports.forEach(visit);
			};
			for (const chunk of Object.values(bundle)) {
				const isWorker = chunk.type === 'chunk' && workers.has(chunk.facadeModuleId ?? '');
				if (isWorker) visit(chunk.fileName);
			}
		}
	};
}
