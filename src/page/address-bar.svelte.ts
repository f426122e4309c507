import { untrack } from 'svelte';
import { exchangeState } from '../explorer/exchange-state';
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import type { PageState } from '../explorer/page-state';
import { fromHash, toHash } from '../link/permalink';
import { Entries } from './entries';
import { isCurrentForm, keptIn, toKept } from './kept-page';

/** The least milliseconds between two changes of the address by typing; browsers limit how many. */
const PAUSE = 350;

/**
 * Puts the page in the state of its address, as a link or a reload left it. What a link names and
 * the page does not understand is told in `explorer.notices`, and a key in it is removed from the
 * address at once. Nothing is sent.
 */
export function openAddress(explorer: Explorer, opening: PageState, kept: unknown = history.state) {
	explorer.notify([]);
	const page = keptIn(kept)?.page;
	if (page && explorer.endpoints.some(({ id }) => id === page.endpoint)) {
		explorer.restore(page);
		// An older version may have kept keys.
		if (!isCurrentForm(kept)) write('replaceState', '', explorer, opening, explorer.pageState);
		return;
	}
	const { cases, endpoints } = explorer;
	const context = { cases, endpoints, opening };
	const { state, problems, newEndpoint, hadKey } = fromHash(location.hash, context);
	if (newEndpoint) explorer.putEndpoint(newEndpoint);
	explorer.restore(state);
	explorer.notify(problems);
	if (hadKey) write('replaceState', '', explorer, opening, explorer.pageState);
}

/**
 * Writes the link to a state into the address bar, as an entry of its own or in place of the current
 * one; `id` is that of the entry, empty for one that is not known yet.
 */
function write(
	how: 'pushState' | 'replaceState',
	id: string,
	{ cases, endpoints }: Explorer,
	opening: PageState,
	page: PageState
) {
	const { hash } = toHash(page, { cases, endpoints, opening });
	try {
		history[how](toKept(id, page, cases), '', hash || location.pathname + location.search);
	} catch {
		// Some frames have no history of their own, and a body may be too long for an address.
	}
}

function absoluteLink(
	state: PageState,
	{ cases, endpoints }: Explorer,
	opening: PageState,
	personal: boolean
) {
	const { hash, leftOut } = toHash(state, { cases, endpoints, opening, personal });
	return { url: location.href.replace(/#.*/, '') + hash, leftOut };
}

/** The absolute link to a state of the page, and what it leaves out. */
export const linkTo = (explorer: Explorer, opening: PageState, personal = false) =>
	absoluteLink(explorer.pageState, explorer, opening, personal);

/**
 * The absolute link to an exchange, whatever the draft is by now; null stands for the draft. It opens
 * the page, not the stage, and has no contact details.
 */
export function linkToExchange(
	explorer: Explorer,
	opening: PageState,
	view: ExchangeView | null
): string {
	const { stage: _, ...draft } = explorer.pageState;
	return absoluteLink(view ? exchangeState(view) : draft, explorer, opening, false).url;
}

/**
 * Keeps the address bar at the link to what is shown, while the component that calls it lives. Each
 * send and each choice of a method, case or step is an entry one can go back to; edits, views and
 * selections change the entry they are made in. Going back shows the exchange that the entry had, from
 * memory; after a reload it sends again, but only what changes nothing anywhere.
 *
 * Returns what keeps the last typed text at once, for a reload by the page itself: that begins before
 * "beforeunload" is heard.
 */
export function followAddress(explorer: Explorer, opening: PageState): () => void {
	const viewOf = ({ requestTab, answerTab, overrides, selected, stage, lesson }: PageState) =>
		JSON.stringify([requestTab, answerTab, overrides, selected, stage, lesson]);

	const entries = new Entries();
	const page = untrack(() => explorer.pageState);
	let entry = entries.add({ page, view: null, answered: page });
	let step = untrack(() => explorer.step);
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let written = -PAUSE;

	function record(how: 'pushState' | 'replaceState', state: PageState) {
		clearTimeout(waiting);
		waiting = undefined;
		written = performance.now();
		write(how, entry.id, explorer, opening, state);
	}

	function replace(state: PageState, isUrgent: boolean) {
		if (isUrgent || performance.now() - written > PAUSE) record('replaceState', state);
		else {
			clearTimeout(waiting);
			waiting = setTimeout(() => record('replaceState', state), PAUSE);
		}
	}

	/** Begins an entry. The one before keeps what was typed into it, unless that is what is sent now. */
	function push(state: PageState) {
		const isSent = JSON.stringify(state.draft) === JSON.stringify(entry.page.draft);
		if (isSent) entry.page = entry.answered;
		if (isSent || waiting !== undefined) record('replaceState', entry.page);
		entry = entries.add({ page: state, view: null, answered: state });
		record('pushState', state);
	}

	/** Opens the address as a link that was followed within the page. */
	function openNew(state: unknown) {
		openAddress(explorer, opening, state);
		const { pageState } = explorer;
		entry = entries.add({ page: pageState, view: null, answered: pageState });
		record('replaceState', pageState);
		if (explorer.maySendByItself) void explorer.resume();
		step = explorer.step;
	}

	function keepTyped() {
		if (waiting !== undefined) record('replaceState', entry.page);
	}

	$effect(() => {
		const { pageState: state, step: now, view } = explorer;
		const isAnswered = view !== null && explorer.changes.length === 0;
		untrack(() => {
			if (now !== step) {
				step = now;
				push(state);
			} else if (state !== entry.page) {
				// A reload right after a choice must find it.
				replace(state, viewOf(state) !== viewOf(entry.page));
			}
			entry.page = state;
			entry.view = view;
			if (isAnswered) entry.answered = state;
		});
	});

	$effect(() => {
		const leaving = new AbortController();
		window.addEventListener(
			'popstate',
			({ state }) => {
				clearTimeout(waiting);
				waiting = undefined;
				const known = entries.find(keptIn(state)?.id ?? '');
				if (known) {
					entry = known;
					explorer.notify([]);
					explorer.restore(known.page, known.view);
					step = explorer.step;
				} else void explorer.loadCases().then(() => openNew(state));
			},
			leaving
		);
		// What was typed a moment ago survives a reload.
		window.addEventListener('beforeunload', keepTyped, leaving);
		return () => {
			leaving.abort();
			clearTimeout(waiting);
		};
	});

	return keepTyped;
}
