import { untrack } from 'svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import type { PageState } from '../explorer/page-state';
import { withoutKeys } from '../link/kept-state';
import { fromHash, toHash } from '../link/permalink';

/** The least milliseconds between two changes of the address by typing; browsers limit how many. */
const PAUSE = 350;

/**
 * The form of a kept page. Whoever changes PageState gives it the next number: a new version then
 * opens the link alone, and not what it might misread.
 */
const FORM = 2;

/** What the browser keeps with an entry of its history: also what no link carries, but never a key. */
interface Kept {
	form: typeof FORM;
	page: PageState;
	/** Names the state with its keys, while this document lives. */
	whole?: string;
}

/** The last states that had a key, by their names: for going back and forward without typing it again. */
let whole: readonly (readonly [name: string, page: PageState])[] = [];

/** How many of them are held; of an older entry the key is to be typed again. */
const MOST_WHOLE = 50;

let named = 0;

/** What is kept of a state: all but its keys. */
function toKept(page: PageState, cases: Explorer['cases']): Kept {
	const kept: Kept = { form: FORM, page: withoutKeys(page, cases) };
	if (kept.page === page) return kept;
	// A document that was loaded anew counts from 1 again, at another time.
	const name = `${performance.timeOrigin} ${++named}`;
	whole = [...whole.slice(1 - MOST_WHOLE), [name, page]];
	return { ...kept, whole: name };
}

const isKept = (value: unknown): value is Kept =>
	typeof value === 'object' && value !== null && 'form' in value && value.form === FORM;

/**
 * Puts the page in the state of its address, as a link or a reload left it. What a link names and
 * the page does not understand is told in `explorer.notices`. Nothing is sent.
 */
export function openAddress(explorer: Explorer, opening: PageState, kept: unknown = history.state) {
	explorer.notices = [];
	if (isKept(kept) && explorer.endpoints.some(({ id }) => id === kept.page.endpoint)) {
		const [, page = kept.page] = whole.find(([name]) => name === kept.whole) ?? [];
		explorer.restore(page);
		return;
	}
	const { cases, endpoints } = explorer;
	const context = { cases, endpoints, opening };
	const { state, problems, newEndpoint, hadKey } = fromHash(location.hash, context);
	if (newEndpoint) explorer.putEndpoint(newEndpoint);
	explorer.restore(state);
	explorer.notices = problems;
	if (hadKey) write('replaceState', explorer, opening, explorer.pageState);
}

/** Writes the link to a state into the address bar, as a step of its own or in place of the last. */
function write(
	how: 'pushState' | 'replaceState',
	{ cases, endpoints }: Explorer,
	opening: PageState,
	page: PageState
) {
	const { hash } = toHash(page, { cases, endpoints, opening });
	try {
		history[how](toKept(page, cases), '', hash || location.pathname + location.search);
	} catch {
		// Some frames have no history of their own, and a body may be too long for an address.
	}
}

/** The absolute link to a state of the page, and what it leaves out. */
export function linkTo(explorer: Explorer, opening: PageState, personal = false) {
	const { cases, endpoints, pageState } = explorer;
	const { hash, leftOut } = toHash(pageState, { cases, endpoints, opening, personal });
	return { url: location.href.replace(/#.*/, '') + hash, leftOut };
}

/**
 * Keeps the address bar at the link to what is shown, while the component that calls it lives. A
 * request that was sent, another method, case or endpoint is a step one can go back from; typing is
 * not. Going back sends again only what changes nothing anywhere.
 */
export function followAddress(explorer: Explorer, opening: PageState) {
	const requestOf = ({ endpoint, draft, testCase }: PageState) =>
		JSON.stringify([endpoint, draft, testCase]);
	const placeOf = ({ endpoint, draft, testCase }: PageState) =>
		JSON.stringify([endpoint, draft.method, testCase]);
	const viewOf = ({ requestTab, answerTab, bending }: PageState) =>
		JSON.stringify([requestTab, answerTab, bending]);

	let last = untrack(() => explorer.pageState);
	let exchange = untrack(() => explorer.exchange);
	let sent = false;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let written = -PAUSE;

	function record(how: 'pushState' | 'replaceState', page: PageState) {
		clearTimeout(waiting);
		waiting = undefined;
		written = performance.now();
		write(how, explorer, opening, page);
	}

	const isQuiet = () => performance.now() - written > PAUSE;

	$effect(() => {
		const page = explorer.pageState;
		if (explorer.exchange !== exchange) {
			exchange = explorer.exchange;
			sent = true;
		}
		untrack(() => {
			const step = requestOf(page) !== requestOf(last) && (sent || placeOf(page) !== placeOf(last));
			if (step) {
				if (waiting !== undefined) record('replaceState', last);
				sent = false;
				record('pushState', page);
			} else if (viewOf(page) !== viewOf(last) || (page !== last && isQuiet())) {
				// A reload right after a choice must find it.
				record('replaceState', page);
			} else if (page !== last) {
				clearTimeout(waiting);
				waiting = setTimeout(() => record('replaceState', page), PAUSE);
			}
			last = page;
		});
	});

	$effect(() => {
		const leaving = new AbortController();
		window.addEventListener(
			'popstate',
			({ state }) => {
				clearTimeout(waiting);
				waiting = undefined;
				openAddress(explorer, opening, state);
				last = explorer.pageState;
				if (explorer.isHarmless) void explorer.resume();
			},
			leaving
		);
		return () => {
			leaving.abort();
			clearTimeout(waiting);
		};
	});
}
