import { untrack } from 'svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import type { PageState } from '../explorer/page-state';
import { fromHash, toHash } from '../link/permalink';

/** The least milliseconds between two changes of the address by typing; browsers limit how many. */
const PAUSE = 350;

/**
 * The form of a kept page. Whoever changes PageState gives it the next number: a new version then
 * opens the link alone, and not what it might misread.
 */
const FORM = 2;

/** What the browser keeps with an entry of its history: also what no link carries. */
interface Kept {
	form: typeof FORM;
	page: PageState;
}

const isKept = (value: unknown): value is Kept =>
	typeof value === 'object' && value !== null && 'form' in value && value.form === FORM;

/**
 * Puts the page in the state of its address, as a link or a reload left it. What a link names and
 * the page does not understand is told in `explorer.notices`. Nothing is sent.
 */
export function openAddress(explorer: Explorer, opening: PageState, kept: unknown = history.state) {
	explorer.notify([]);
	if (isKept(kept) && explorer.endpoints.some(({ id }) => id === kept.page.endpoint)) {
		explorer.restore(kept.page);
		return;
	}
	const { cases, endpoints } = explorer;
	const { state, problems, newEndpoint } = fromHash(location.hash, { cases, endpoints, opening });
	if (newEndpoint) explorer.putEndpoint(newEndpoint);
	explorer.restore(state);
	explorer.notify(problems);
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
	const viewOf = ({ requestTab, answerTab, overrides }: PageState) =>
		JSON.stringify([requestTab, answerTab, overrides]);

	let last = untrack(() => explorer.pageState);
	let exchange = untrack(() => explorer.view?.exchange);
	let sent = false;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let written = -PAUSE;

	function write(how: 'pushState' | 'replaceState', page: PageState) {
		clearTimeout(waiting);
		waiting = undefined;
		written = performance.now();
		const { cases, endpoints } = explorer;
		const { hash } = toHash(page, { cases, endpoints, opening });
		try {
			const kept: Kept = { form: FORM, page };
			history[how](kept, '', hash || location.pathname + location.search);
		} catch {
			// Some frames have no history of their own, and a body may be too long for an address.
		}
	}

	const isQuiet = () => performance.now() - written > PAUSE;

	$effect(() => {
		const page = explorer.pageState;
		if (explorer.view?.exchange !== exchange) {
			exchange = explorer.view?.exchange;
			sent = true;
		}
		untrack(() => {
			const step = requestOf(page) !== requestOf(last) && (sent || placeOf(page) !== placeOf(last));
			if (step) {
				if (waiting !== undefined) write('replaceState', last);
				sent = false;
				write('pushState', page);
			} else if (viewOf(page) !== viewOf(last) || (page !== last && isQuiet())) {
				// A reload right after a choice must find it.
				write('replaceState', page);
			} else if (page !== last) {
				clearTimeout(waiting);
				waiting = setTimeout(() => write('replaceState', page), PAUSE);
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
