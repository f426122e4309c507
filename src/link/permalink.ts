// The page's state as the part of its address after #, and back.
import type { Endpoint } from '../explorer/endpoint';
import type { TestCase } from '../cases/expectation';
import { FIRST_BOUNDS } from '../georeport/first-bounds';
import { METHODS, type MethodName } from '../georeport/methods';
import { shareable } from '../georeport/privacy';
import type { Draft } from '../georeport/request';
import { draftPairs, readDraftPairs, type DraftParts } from './draft';
import { closeLink, decodeText, encodeText, readPairs, writePairs, type Pair } from './text';
import { linkedEndpoint, shareableUrl } from './linked-endpoint';
import {
	ANSWER_TABS,
	REQUEST_TABS,
	STAGE_SCENES,
	type MapView,
	type PageState
} from '../explorer/page-state';

/** What a link is read and written against. */
export interface LinkContext {
	cases: readonly TestCase[];
	endpoints: readonly Endpoint[];
	/** The state an empty link stands for. */
	opening: PageState;
}

/** What a link says, as far as it can be understood. */
export interface OpenedLink {
	state: PageState;
	/** In words, each part that was left out. */
	problems: string[];
	/** A server the page does not know yet; `state.endpoint` is its id. */
	newEndpoint: Endpoint | null;
	/** Whether the link has a key in it, which was left out. */
	hadKey?: true;
}

/** Whether a draft is exactly a test case's; the order of its values counts, its format does not. */
export const isOfCase = (draft: Draft, testCase: TestCase) =>
	draft.method === testCase.draft.method &&
	JSON.stringify(draftPairs(draft)) === JSON.stringify(draftPairs(testCase.draft));

function endpointPairs(id: string, endpoints: readonly Endpoint[]): Pair[] {
	const endpoint = endpoints.find((candidate) => candidate.id === id);
	if (endpoint?.kind !== 'added') return [['~endpoint', id]];
	const url = shareableUrl(endpoint.url);
	const discoveryUrl = shareableUrl(endpoint.discoveryUrl);
	return [
		['~endpoint', url],
		...(discoveryUrl === url ? [] : [['~discovery', discoveryUrl] as const])
	];
}

/** Before the name of a method, or `every`: what the mock-up is asked to do otherwise. */
const OVERRIDE = '~mock:';

function write(state: PageState, { cases, endpoints, opening }: LinkContext, personal: boolean) {
	const testCase = cases.find(({ id }) => id === state.testCase);
	const asCase = testCase && isOfCase(state.draft, testCase);
	const shared = shareable(state.draft, personal);
	const leftOut = asCase ? [] : shared.leftOut;
	const draft = leftOut.length > 0 ? shared.draft : state.draft;
	const { requestTab, answerTab, selected, map, overrides, stage, lesson } = state;

	const pairs: Pair[] = [
		...(asCase ? [] : draftPairs(draft)),
		...(testCase && !asCase ? [['~case', testCase.id] as const] : []),
		...(state.endpoint === opening.endpoint ? [] : endpointPairs(state.endpoint, endpoints)),
		...(requestTab === opening.requestTab ? [] : [['~view', requestTab] as const]),
		...(answerTab === opening.answerTab ? [] : [['~tab', answerTab] as const]),
		...(selected === null ? [] : [['~selected', selected] as const]),
		...(map === null ? [] : [['~map', `${map.zoom}/${map.lat}/${map.long}`] as const]),
		...(lesson ? [['~lesson', String(lesson)] as const] : []),
		...Object.entries(overrides).map(([name, prefer]): Pair => [`${OVERRIDE}${name}`, prefer]),
		...(stage === undefined ? [] : [['~stage', String(stage)] as const])
	];
	const name = asCase ? `case/${encodeText(testCase.id)}` : draft.method;
	const format = draft.format === 'json' ? '.json' : '';
	const query = pairs.length > 0 ? `?${writePairs(pairs)}` : '';
	return { hash: closeLink(`#${name}${format}${query}`), leftOut };
}

/**
 * Writes a state as a link's part from # on; empty for the opening state. The key never goes in,
 * contact details only with `personal`; `leftOut` names what stayed behind.
 */
export function toHash(
	state: PageState,
	context: LinkContext & { personal?: boolean }
): { hash: string; leftOut: string[] } {
	const { hash, leftOut } = write(state, context, context.personal ?? false);
	const isOpening = hash === write(context.opening, context, false).hash;
	return { hash: isOpening ? '' : hash, leftOut };
}

/** A degree or a zoom level, in plain digits; NaN for anything else. */
const numberOf = (text: string) =>
	/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;

function readMap(text: string): MapView | null {
	const [zoom = Number.NaN, lat = Number.NaN, long = Number.NaN, ...more] = text
		.split('/')
		.map(numberOf);
	const fits = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(long) <= 180;
	return fits && more.length === 0 ? { zoom, lat, long } : null;
}

/** The number of a step; null for anything else. */
const readStep = (text: string) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : null);

/** A name out of a link, short enough for a sentence. */
const told = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

const isOverride = (name: string): name is `~mock:${MethodName | 'every'}` =>
	name.startsWith(OVERRIDE) &&
	['every', ...METHODS.map(({ name }) => name)].includes(name.slice(OVERRIDE.length));

/** How many broken parts are named one by one. */
const MOST_NAMED = 20;

/** What is said of the parts with a broken percent escape. */
function brokenParts(broken: readonly string[]): string[] {
	const named = broken.slice(0, MOST_NAMED).map(leftOutBroken);
	const others = broken.length - named.length;
	return others > 0
		? [...named, `${others} more parts were left out: they have broken percent escapes too.`]
		: named;
}

const leftOutBroken = (name: string) =>
	`${told(name)} was left out: it has a broken percent escape.`;

/** The state a link's part from # on stands for. Never throws: what is not understood is told. */
export function fromHash(hash: string, { cases, endpoints, opening }: LinkContext): OpenedLink {
	const state = { ...opening };
	const problems: string[] = [];
	const text = hash.replace(/^#/, '');
	if (text === '') return { state, problems, newEndpoint: null };
	if (text.length > FIRST_BOUNDS.linkLength.value) {
		return { state, problems: [FIRST_BOUNDS.linkLength.words], newEndpoint: null };
	}

	const [beginning = '', ...rest] = text.split('?');
	const { pairs, broken, isCut } = readPairs(rest.join('?'), FIRST_BOUNDS.linkParts.value);
	problems.push(...brokenParts(broken), ...(isCut ? [FIRST_BOUNDS.linkParts.words] : []));
	const { parts, others } = readDraftPairs(pairs);
	const { draft, testCase, leftOut } = openBeginning(beginning, parts, {
		cases,
		opening,
		problems
	});
	problems.push(
		...leftOut.map((name) => `${told(name)} was left out: links carry no keys. Type yours in.`)
	);
	Object.assign(state, { draft, testCase, selected: null, map: null, overrides: {} });

	const discovery = others.find(([name]) => name === '~discovery')?.[1] ?? null;
	let newEndpoint: Endpoint | null = null;
	for (const [name, value] of others) {
		const requestTab = REQUEST_TABS.find((tab) => tab === value);
		const answerTab = ANSWER_TABS.find((tab) => tab === value);
		const map = readMap(value);
		const stage = STAGE_SCENES.find((scene) => String(scene) === value);
		const step = readStep(value);
		if (name === '~case') {
			if (cases.some(({ id }) => id === value)) state.testCase = value;
			else problems.push(`There is no test case ${told(value)}; the request opens without it.`);
		} else if (name === '~endpoint') {
			const linked = linkedEndpoint(value, discovery, endpoints);
			if ('problem' in linked) problems.push(linked.problem);
			else {
				state.endpoint = linked.endpoint.id;
				newEndpoint = linked.isNew ? linked.endpoint : null;
			}
		} else if (name === '~view' && requestTab) state.requestTab = requestTab;
		else if (name === '~tab' && answerTab) state.answerTab = answerTab;
		else if (name === '~selected') state.selected = value;
		else if (name === '~map' && map) state.map = map;
		else if (name === '~stage' && stage) state.stage = stage;
		else if (name === '~lesson' && step !== null) state.lesson = step;
		else if (isOverride(name))
			state.overrides = { ...state.overrides, [name.slice(OVERRIDE.length)]: value };
		else if (name === '~map') {
			problems.push(
				'The map view was left out: ~map takes zoom, latitude and longitude, as in 12/43.65/-79.38.'
			);
		} else if (name === '~lesson') {
			problems.push(
				'The step of the lesson was left out: ~lesson takes its number, as in ~lesson=4.'
			);
		} else if (name !== '~discovery') {
			problems.push(
				`${told(value ? `${name}=${value}` : name)} was left out: this version of the page does not know it.`
			);
		}
	}
	return { state, problems, newEndpoint, ...(leftOut.length > 0 ? { hadKey: true } : {}) };
}

/** What a link's beginning names: a method, or a test case that the link's own parts then change. */
function openBeginning(
	beginning: string,
	parts: DraftParts,
	{ cases, opening, problems }: Omit<LinkContext, 'endpoints'> & { problems: string[] }
): Pick<PageState, 'draft' | 'testCase'> & { leftOut: string[] } {
	const [, name = '', extension = 'xml'] = /^(.*?)(?:\.(\w+))?$/s.exec(beginning) ?? [];
	const format = extension === 'json' ? 'json' : 'xml';
	if (extension !== format) {
		problems.push(`The format ${told(extension)} was left out: there are xml and json.`);
	}
	const method = METHODS.find((candidate) => candidate.name === name);
	if (method) {
		return { ...withoutKeys({ method: method.name, format, ...parts }), testCase: null };
	}

	const caseId = name.startsWith('case/') ? decodeText(name.slice('case/'.length)) : null;
	const testCase = cases.find(({ id }) => id === caseId);
	if (testCase) {
		const changes = withoutKeys({ ...parts, method: testCase.draft.method, format });
		const values = { ...testCase.draft.values, ...changes.draft.values };
		const draft = { ...testCase.draft, ...changes.draft, values };
		return { draft, testCase: testCase.id, leftOut: changes.leftOut };
	}
	if (name !== '') {
		problems.push(
			`The link’s request was left out: there is no ${caseId === null ? `method ${told(name)}` : `test case ${told(caseId)}`} here. The page shows the request it opens on.`
		);
	}
	return { ...opening, leftOut: withoutKeys({ ...opening.draft, ...parts }).leftOut };
}

/** A draft without keys, which no link may bring in; the very same where there are none. */
function withoutKeys(draft: Draft): { draft: Draft; leftOut: string[] } {
	const shared = shareable(draft, true);
	return shared.leftOut.length > 0 ? shared : { draft, leftOut: [] };
}
