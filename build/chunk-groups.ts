// Which modules make a chunk together: parts that are needed at the same time compress better in one.

/** What of the bundler's look at a module is used here. */
interface ModuleGraph {
	getModuleInfo: (id: string) => { importers: readonly string[] } | null;
}

/** What one of the entries imports by itself, not on demand; entries end as given here. */
class Reach {
	readonly #entries: readonly string[];
	readonly #known = new Map<string, boolean>();

	constructor(entries: readonly string[]) {
		this.#entries = entries;
	}

	has(id: string, graph: ModuleGraph): boolean {
		const before = this.#known.get(id);
		if (before !== undefined) return before;
		// Modules that import one another end here.
		this.#known.set(id, false);
		const isEntry = this.#entries.some((entry) => id.endsWith(entry));
		const importers = graph.getModuleInfo(id)?.importers ?? [];
		const has = isEntry || importers.some((importer) => this.has(importer, graph));
		this.#known.set(id, has);
		return has;
	}
}

/** The page itself. */
const FIRST_SCREEN = ['/src/main.ts'];

/** Pages that are only read: they would load the whole chunk that a style sheet of theirs is in. */
const READ_PAGES = ['/about.html', '/reference.html'];

/** What runs in a worker: it may load nothing of the page's. */
const READER = ['/src/http/reader-worker.ts'];

/** By name: a module belongs to the first group that reaches it. */
type Groups = Readonly<Record<string, readonly string[]>>;

/** What the page loads as soon as it stands, or for the answers to come. */
const EARLY: Groups = {
	reading: ['/src/answer/reading.ts', '/src/document/charset.ts'],
	conformance: READER,
	answer: [
		'/src/response/ShownAnswer.svelte',
		'/src/response/Empty.svelte',
		'/src/response/Failure.svelte',
		'/src/response/Unread.svelte',
		'/src/response/Findings.svelte',
		'/src/response/StaleBand.svelte',
		'/src/response/use-endpoint.ts',
		'/src/http/exchange.ts',
		'/src/http/reader.ts',
		'/src/http/late-reader.ts',
		'/src/explorer/exchange-view.svelte.ts',
		'/src/explorer/next-steps.ts',
		'/src/explorer/report-steps.ts',
		'/src/page/Toast.svelte',
		'/src/ui/Dialog.svelte',
		'/src/ui/CopyButton.svelte',
		'/src/ui/replay-in-place.ts',
		'/src/ui/search.ts',
		'/src/ui/virtual-list.ts'
	],
	// Loaded after the first answer, or when somebody opens it.
	after: [
		'/src/explorer/check-answer.ts',
		'/src/cases/expectation-text.ts',
		'/src/history/exchange-history.svelte.ts',
		'/src/history/history-store.ts',
		'/src/history/to-stored.ts',
		'/src/page/menu-items.ts'
	],
	map: [
		'/src/map/MapPane.svelte',
		'/src/map/basemap.ts',
		'/src/map/ListPane.svelte',
		'/src/map/ReportRow.svelte',
		'/src/map/EmptyList.svelte',
		'/src/map/DefinitionPreview.svelte'
	],
	editor: ['/src/response/codemirror.svelte.ts'],
	// The city of the mock-up, as far as the forms and the test cases know it.
	city: ['/mocks/city/boundary.ts', '/mocks/data/addresses.ts', '/mocks/data/services.ts'],
	places: ['/mocks/city/gazetteer.ts', '/mocks/city/geocoder.ts'],
	storage: ['/mocks/store/indexeddb-store.ts']
};

/** What it loads once somebody asks for it. What several of them reach is in a group of its own. */
const LATE: Groups = {
	form: [
		'/src/builder/AddArgument.svelte',
		'/src/builder/ErrorSummary.svelte',
		'/src/builder/HiddenArguments.svelte',
		'/src/builder/PlaceField.svelte',
		'/src/builder/Questions.svelte',
		'/src/builder/ReportSteps.svelte',
		'/src/builder/CodePane.svelte',
		'/src/builder/HttpPane.svelte',
		'/src/document/table.ts',
		'/src/export/csv.ts',
		'/src/export/geojson.ts',
		'/src/export/har.ts',
		'/src/export/http-file.ts',
		'/src/export/save-request.ts'
	],
	views: [
		'/src/response/Tree.svelte',
		'/src/response/Table.svelte',
		'/src/response/Compare.svelte',
		'/src/response/Headers.svelte'
	],
	tools: [
		'/src/page/Dialogs.svelte',
		'/src/palette/Results.svelte',
		'/src/palette/commands.ts',
		'/src/palette/Shortcuts.svelte',
		'/src/page/SharePanel.svelte',
		'/src/page/SettingsPanel.svelte',
		'/src/page/AnswererText.svelte',
		'/src/page/NavPanel.svelte',
		'/src/page/FaultsChip.svelte',
		'/src/page/OtherVersion.svelte',
		'/src/console/Console.svelte',
		'/src/console/ClockPanel.svelte',
		'/src/page/ClockFoot.svelte',
		'/src/history/HistoryPane.svelte',
		'/src/history/Compare.svelte',
		'/src/export/ExportDialog.svelte',
		'/src/export/EmbedDialog.svelte',
		'/src/endpoints/EndpointDialog.svelte',
		'/src/about/AboutDialog.svelte',
		'/src/about/ProductionDialog.svelte'
	],
	workshop: [
		'/src/check/CheckDialog.svelte',
		'/src/check/PrintedReport.svelte',
		'/src/lessons/LessonBar.svelte',
		'/src/lessons/LessonsPane.svelte',
		'/src/lessons/ProgramDialog.svelte',
		'/src/lessons/beside-answer.ts',
		'/src/page/InsteadOfPage.svelte',
		'/src/stage/Stage.svelte',
		'/src/handout/Handout.svelte'
	],
	differences: ['/src/response/CompareExpected.svelte', '/src/ui/diff-view.svelte.ts'],
	embed: ['/src/embed/index.ts', '/src/embed/MinimalAnswer.svelte'],
	runner: ['/src/runner/RunnerDialog.svelte'],
	reference: ['/src/reference/ReferenceView.svelte'],
	pasted: ['/src/builder/pasted-text.ts']
};

const SHARED = 'shared';

/** What the page shares with pages that are only read. */
const READ = 'read';

/**
 * The groups of chunks, in the order in which modules are given to them. What the page and its reader
 * have in common is a group of its own: a worker that loaded the first screen would start the page.
 */
export function chunkGroups() {
	const page = new Reach(FIRST_SCREEN);
	const reader = new Reach(READER);
	const read = new Reach(READ_PAGES);
	const reaches = (groups: Groups) =>
		Object.entries(groups).map(([name, entries]) => ({ name, reach: new Reach(entries) }));
	const [early, late] = [reaches(EARLY), reaches(LATE)];
	const nameOf = (id: string, graph: ModuleGraph) => {
		if (page.has(id, graph)) return reader.has(id, graph) ? 'first-reading' : 'first-screen';
		const isLate = late.some(({ reach }) => reach.has(id, graph));
		if (isLate && read.has(id, graph)) return READ;
		const first = early.find(({ reach }) => reach.has(id, graph));
		if (first) return first.name;
		const [one, ...others] = late.filter(({ reach }) => reach.has(id, graph));
		return others.length > 0 ? SHARED : (one?.name ?? null);
	};
	const names = [
		...['first-reading', 'first-screen', READ, ...Object.keys(EARLY)],
		...[SHARED, ...Object.keys(LATE)]
	];
	return names.map((name, at) => ({
		debugName: name,
		name: (id: string, graph: ModuleGraph) => (nameOf(id, graph) === name ? name : null),
		priority: names.length - at
	}));
}
