import { flushSync, hydrate, mount } from 'svelte';
import { OPENING_CASE } from '../mocks/cases/opening';
import { START_HERE } from '../mocks/cases/start-here';
import {
	CONTROLS_PATH,
	DIALECTS,
	isBelowRoot,
	MARKER,
	MARKER_VALUE,
	PROBE_PATH,
	TORONTO
} from '../mocks/api/dialect';
import { PREFER } from '../mocks/api/preferences';
import type { MockUp } from '../mocks/hosts/mock-up';
import { openAddress } from './page/address-bar.svelte';
import App from './page/App.svelte';
import './page/app.css';
import { EMBEDDED } from './ui/embedded';
import type { MockUpHost } from './http/exchange';
import { isAnswered } from './http/is-answered';
import { pageSender } from './http/page-sender';
import { Explorer, type ExplorerOptions } from './explorer/explorer.svelte';
import { holdIdle } from './ui/idle';
import { replayEarly } from './ui/replay-early';
import { submitInPage } from './ui/submit-in-page';
import type { ExchangeHistory } from './history/exchange-history.svelte';
import { browserDrafts, visitDrafts } from './explorer/kept-drafts';
import { recallEndpoints } from './explorer/kept-endpoints';
import { localEndpoint, ownEndpoints } from './explorer/own-endpoints';
import type { Gazetteer } from './explorer/gazetteer';
import readerUrl from './http/reader-worker.ts?worker&url';
import { afterFirstPaint, firstFrame, nextFrame } from './ui/after-first-paint';
import { trustedScript } from './worker/trusted-script';
import { linkWorker } from './worker/worker-link';

/** The folder the page lies in: everything of ours is relative to it, under any sub-path. */
const root = new URL('./', document.baseURI);

/** Whether a person has sent or chosen something, and waits for what comes of it. */
let hasActed = () => false;

const loadGazetteer = () => import('../mocks/city/gazetteer');

let engine: Promise<MockUp> | null = null;

/** The mock-up inside this page, loaded only when the worker cannot answer. */
async function inPage(): Promise<MockUp> {
	engine ??= Promise.all([
		import('../mocks/hosts/mock-up'),
		import('../mocks/store/indexeddb-store').then(({ indexedDbStore }) => {
			const store = indexedDbStore(`toronto-open311 ${root.pathname}`);
			// Opens the database while the mock-up is still being loaded.
			void store.all();
			return store;
		})
	]).then(([{ createMockUp }, store]) => {
		// What a report needs besides, so that it can be answered without a network later.
		afterFirstPaint.then(loadGazetteer).catch(() => {});
		return createMockUp({ store });
	});
	engine.catch(() => (engine = null));
	return engine;
}

const host: MockUpHost = {
	claims: (url) => isBelowRoot(root.href, url),
	// An address that leads out by `..` would be the web server's, once the browser has resolved it.
	workerAnswers: async (url) =>
		isBelowRoot(root.href, new URL(url).href) && worker.answers(hasActed()),
	recognises: (response) => response.headers.get(MARKER) === MARKER_VALUE,
	losesConnection: ({ headers }) => PREFER.parse(headers.Prefer).fault === 'drop',
	answerInPage: async () => (await inPage()).answer
};

const [toronto, standard] = ownEndpoints(DIALECTS, root.href);

const loadCases = async () => (await import('../mocks/cases/index')).CASES;

/** Whether the page opens as itself; a link, a reload and an embed can name any test case. */
const isPlain = !EMBEDDED && location.hash === '' && history.state === null;

const target = document.getElementById('app');
if (!target || !toronto || !standard) throw new Error('The page is incomplete.');

/** Whether the page is to go on from what index.html carries; start.js has seen whether it fits. */
const isBuilt =
	isPlain && target.childElementCount > 0 && document.documentElement.dataset.start !== 'anew';
if (!isBuilt) target.replaceChildren();

/** Whether a person has clicked or typed in it already: they wait for neither a frame nor the worker. */
const isAwaited = isBuilt && Boolean(window.early?.length);

const worker = linkWorker({
	script: new URL('service-worker.js', root),
	build: __BUILD__,
	// Hydrating the page that index.html carries comes first, and the answer that is awaited already; the
	// worker's script would compete with both.
	begin: isAwaited
		? afterFirstPaint
		: isBuilt
			? firstFrame.then(() => new Promise((resume) => setTimeout(resume)))
			: Promise.resolve(),
	probe: (signal) =>
		isAnswered(new URL(PROBE_PATH, root), (headers) => headers.get(MARKER) === __BUILD__, signal)
});

/** Tells start.js that the page hears by itself from now on, and does what a person did before. */
function takeOver(target: HTMLElement) {
	delete document.documentElement.dataset.start;
	if (!window.early?.length) return;
	// If something was typed into the form, it must be ready before the clicks are replayed.
	flushSync();
	replayEarly(target);
}

const sendToHost = pageSender(host, () => new Worker(trustedScript(readerUrl), { type: 'module' }));

/** What only an embed needs. Its sender waits for it, so nothing gets past `mockUpOnly`. */
const embed = EMBEDDED ? import('./embed') : new Promise<never>(() => {});

const kept = recallEndpoints();
const known = [toronto, standard, localEndpoint(TORONTO)].map(
	(endpoint) => kept.find(({ id }) => id === endpoint.id) ?? endpoint
);
const added = kept.filter(({ kind }) => kind === 'added');
const endpoints: ExplorerOptions['endpoints'] = [known[0] ?? toronto, ...known.slice(1), ...added];

let opened: Promise<ExchangeHistory> | null = null;

/** The history on this device; it comes with what sends the first request. */
function exchangeHistory(): Promise<ExchangeHistory> {
	opened ??= Promise.all([
		import('./history/exchange-history.svelte'),
		import('./history/history-store')
	]).then(
		([{ ExchangeHistory }, { indexedDbHistory }]) =>
			new ExchangeHistory(indexedDbHistory(root.pathname))
	);
	opened.catch(() => (opened = null));
	return opened;
}

/** Makes the state of the page, with the test cases that it can open on. */
function explorerWith(cases: ExplorerOptions['cases']) {
	return new Explorer({
		endpoints,
		cases,
		loadCases,
		caseCount: __CASE_COUNT__,
		opening: OPENING_CASE,
		prefer: PREFER,
		// An embed uses nothing that is kept on the device.
		drafts: EMBEDDED ? visitDrafts : browserDrafts,
		send: EMBEDDED
			? async (...sent) => (await embed).mockUpOnly(sendToHost, host.claims)(...sent)
			: (...sent) => {
					const exchange = sendToHost(...sent);
					if (hasActed()) holdIdle(exchange.then(nextFrame));
					return exchange;
				},
		onexchange: (exchange, endpoint, testCase) => {
			if (EMBEDDED) return;
			// The answer is shown first. If the history cannot be loaded, its panel says so.
			nextFrame()
				.then(exchangeHistory)
				.then((history) => history.add(exchange, endpoint, testCase))
				.catch(() => {});
		},
		controls: ({ kind, url }) => {
			const dialect = DIALECTS.find(({ path }) => url.endsWith(`/${path}`));
			return dialect && kind !== 'added'
				? url.slice(0, -dialect.path.length) + CONTROLS_PATH
				: null;
		}
	});
}

/** Where the city ends and what it asks of reporters; the forms can wait for it. */
async function loadCityRules(explorer: Explorer) {
	const [{ isInsideCity }, { PRIVATE_PROPERTY }] = await Promise.all([
		import('../mocks/city/boundary'),
		import('../mocks/data/services')
	]);
	explorer.setCityRules({ namedServices: [PRIVATE_PROPERTY], contains: isInsideCity });
}

const gazetteer: Gazetteer = {
	places: async () => (await loadGazetteer()).places(),
	nearest: async (point) => (await loadGazetteer()).nearest(point),
	duplicateTargets: async () => (await loadGazetteer()).duplicateTargets()
};

/** Opens the page in the state of its address. */
function open(target: HTMLElement, cases: ExplorerOptions['cases']) {
	const explorer = explorerWith(cases);
	const pageOnOpening = explorer.pageState;
	hasActed = () => explorer.step > 0;
	const props = {
		explorer,
		history: exchangeHistory,
		opening: pageOnOpening,
		worker,
		gazetteer
	};
	if (EMBEDDED) {
		// It opens its address itself, and keeps no copy of the site: its readers did not ask for one.
		embed.then(
			({ Embed }) => {
				mount(Embed, { target, props });
				takeOver(target);
			},
			() => target.append('The playground could not be loaded. Check the network and reload.')
		);
	} else {
		openAddress(explorer, pageOnOpening);
		const begin = isBuilt ? hydrate : mount;
		const services = isBuilt && document.getElementById('services')?.textContent;
		if (services && toronto) explorer.catalogue.keepServices(toronto, JSON.parse(services));
		begin(App, { target, props: { ...props, startHere: START_HERE, isBuilt } });
		const firstAnswer = explorer.isHarmless ? explorer.resume(isBuilt) : Promise.resolve();
		void firstAnswer.then(worker.keepShell);
		// What a person sends takes the place of what the page was about to send by itself.
		takeOver(target);
	}
	void afterFirstPaint.then(() => Promise.all([explorer.loadCases(), loadCityRules(explorer)]));
}

submitInPage();
if (isBuilt) {
	void (isAwaited ? Promise.resolve() : firstFrame).then(() => {
		if (isAwaited) void inPage();
		open(target, [OPENING_CASE]);
	});
} else if (isPlain) open(target, [OPENING_CASE]);
else {
	const loaded = loadCases().catch(() => [OPENING_CASE]);
	void loaded.then((cases) => open(target, cases));
}
