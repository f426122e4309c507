/** A piece of a file that is taken out. */
export interface Removal {
	file: string;
	/** A text that occurs in the file exactly once, and its replacement. */
	replace: readonly [text: string, by: string];
}

/** What makes the page work on a kind of host, and the tests that must fail without it. */
export interface Protection extends Removal {
	/** What is removed, in words. */
	without: string;
	/** What would do in its place, and is taken out with it. */
	also?: Removal;
	/** Titles of tests in matrix.spec.ts and updates.spec.ts that must all fail. */
	rows: readonly string[];
}

/** The protections of the page, with the tests that depend on them. */
export const PROTECTIONS: readonly Protection[] = [
	{
		without: 'a worker that answers the API',
		file: 'src/service-worker.ts',
		replace: ['event.respondWith(mockUp.answer(event.request));', ''],
		rows: ['a normal visit']
	},
	{
		without: 'relative URLs',
		file: 'vite.config.ts',
		replace: ["base: './'", "base: '/docs/playground/'"],
		rows: ['under an unusual path, and in a second tab with the first still open']
	},
	{
		without: 'a worker for every page, not only the first',
		file: 'src/service-worker.ts',
		replace: [
			"self.addEventListener('fetch', (event) => {",
			"let began = '';\nself.addEventListener('fetch', (event) => {\n\tif (event.clientId) began ||= event.clientId;\n\tif (event.clientId !== began) return;"
		],
		rows: [
			'under an unusual path, and in a second tab with the first still open',
			'a soft reload, a hard one, and a worker that the browser stopped'
		]
	},
	{
		without: 'letting the worker take control again',
		file: 'src/worker/worker-link.ts',
		replace: ["registration.active?.postMessage('claim');", ''],
		rows: ['a soft reload, a hard one, and a worker that the browser stopped']
	},
	{
		without: 'a worker without state in memory',
		file: 'src/service-worker.ts',
		replace: [
			"self.addEventListener('fetch', (event) => {",
			"let installed = false;\nself.addEventListener('install', () => (installed = true));\nself.addEventListener('fetch', (event) => {\n\tif (!installed) return;"
		],
		rows: ['a soft reload, a hard one, and a worker that the browser stopped']
	},
	{
		without: 'the mock-up inside the page',
		file: 'src/main.ts',
		replace: [
			'answerInPage: async () => (await inPage()).answer',
			"answerInPage: () => inPage().then(() => Promise.reject(new Error('none')))"
		],
		rows: [
			'a host without the worker’s script',
			'with service workers blocked service workers blocked',
			'with a strict host a policy of the host that allows no workers',
			'with a browser of its own a frame of another site that may store nothing'
		]
	},
	{
		without: 'asking whether there are service workers',
		file: 'src/worker/worker-link.ts',
		replace: ['if (!container) return NO_WORKER;', 'if (!container) throw new Error();'],
		rows: ['with a browser of its own plain http on a name that is not localhost']
	},
	{
		without: 'working without storage',
		file: 'src/ui/local-storage.ts',
		// The page is drawn without a browser, hence without storage, while it is built.
		replace: [
			'} catch {\n\t\treturn fallback;',
			"} catch (error) {\n\t\tif (typeof document !== 'undefined') throw error;\n\t\treturn fallback;"
		],
		rows: ['with a browser of its own storage denied']
	},
	{
		without: 'memory for what storage has no room for',
		file: 'mocks/store/indexeddb-store.ts',
		replace: ['rest.set(lastOfRest, submission);', "throw new Error('full');"],
		rows: ['with a browser of its own storage full']
	},
	{
		without: 'the script that says what to do',
		file: 'index.html',
		replace: ['<script src="./start.js"></script>', ''],
		rows: [
			'opened from disk: the page says what to do',
			'a sandboxed frame, elsewhere: the page says what to do'
		]
	},
	{
		without: 'submitting forms in the page',
		file: 'src/main.ts',
		replace: ['submitInPage();', ''],
		rows: ['a sandboxed frame, on a host that lets everyone read']
	},
	{
		without: 'caching the page',
		file: 'src/main.ts',
		replace: ['void firstAnswer.then(worker.keepShell);', ''],
		rows: ['a host that is gone after the first visit']
	},
	{
		without: 'waiting for consent',
		file: 'src/service-worker.ts',
		replace: ['if (!active) return;', 'return self.skipWaiting();'],
		rows: [
			'a new version waits, offers itself, and takes over when the user agrees',
			'“Later” keeps the page; the next first visit shows the new version'
		]
	},
	{
		without: 'keeping the older version while it is open',
		file: 'src/service-worker.ts',
		replace: [' || (await pages()).length > 1', ''],
		rows: ['two versions in two tabs share submissions, and the older one stays complete']
	},
	{
		without: 'checking the version of the cached page',
		file: 'src/worker/offline-copy.ts',
		replace: ['.includes(build)', ".includes('')"],
		rows: [
			'a host that refuses unknown file types is cached; in the middle of an update, no page with files of another version'
		]
	},
	{
		without: 'replacing workers of other sites, at once or asked by the page',
		file: 'src/service-worker.ts',
		replace: ['return self.skipWaiting();', 'return;'],
		also: {
			file: 'src/worker/worker-link.ts',
			replace: ['void replaceOther(registration)', 'undefined']
		},
		rows: [
			'a worker of another site on the same scope is replaced',
			'an earlier worker that never answers a message is replaced, however late and busy'
		]
	},
	{
		without: 'replacing workers that are broken',
		file: 'src/service-worker.ts',
		replace: ['return self.skipWaiting();', 'return;'],
		rows: ['an earlier worker that breaks every answer is replaced']
	}
];
