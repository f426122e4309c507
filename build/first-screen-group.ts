/** What of the bundler's look at a module is used here. */
interface ModuleGraph {
	getModuleInfo: (id: string) => { importers: readonly string[] } | null;
}

/**
 * Names the chunk of the modules that an entry imports by itself, not on demand: together they compress
 * better than in chunks for each of the pages and parts that share them.
 */
export function firstScreenGroup(entry: string) {
	const known = new Map<string, boolean>();
	const isFirst = (id: string, graph: ModuleGraph): boolean => {
		const before = known.get(id);
		if (before !== undefined) return before;
		// Modules that import one another end here.
		known.set(id, false);
		const importers = graph.getModuleInfo(id)?.importers ?? [];
		const first = id.endsWith(entry) || importers.some((importer) => isFirst(importer, graph));
		known.set(id, first);
		return first;
	};
	return {
		name: (id: string, graph: ModuleGraph) => (isFirst(id, graph) ? 'first-screen' : null)
	};
}
