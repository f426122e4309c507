// Single faults of a server, each added to the mock-up from outside: what it reads, answers or
// knows.
import type { CityRequest } from '../../mocks/city/city-request';
import { fromSeed } from '../../mocks/city/city';
import { REQUESTS } from '../../mocks/data/requests';
import { createMockUp } from '../../mocks/hosts/mock-up';
import type { HttpRequest } from '../../src/georeport/request';
import type { RawAnswer } from '../../src/cases/raw-answer';
import { asking } from './mock-up';

/** Sends a request to a server and resolves to its answer. */
export type Ask = (request: HttpRequest) => Promise<RawAnswer>;

/** A fault of a server: it answers differently from a correct one, or has other rows. */
export interface SingleFault {
	answering?: (sound: Ask) => Ask;
	rows?: readonly CityRequest[];
}

/** What a mock-up has answered, by the reports that it had accepted and the request. */
type Memory = Map<string, RawAnswer>;

/** Of the mock-up with the seeded rows, for it is the same one for most faults. */
const SEEDED: Memory = new Map();

/**
 * Returns a new mock-up, which looks first whether one of the same rows has answered: only what is
 * sent since the last reset changes it, as its clock stands still.
 */
function remembering(rows: readonly CityRequest[] | undefined, memory: Memory): Ask {
	const ask = asking(createMockUp(rows ? { rows } : {}));
	let sent: HttpRequest[] = [];
	let missed: HttpRequest[] = [];
	return async (request) => {
		const key = JSON.stringify([sent, request]);
		const isWrite = request.method !== 'GET';
		if (isWrite) sent = request.method === 'DELETE' ? [request] : [...sent, request];
		const known = memory.get(key);
		if (known) {
			if (isWrite) missed = request.method === 'DELETE' ? [request] : [...missed, request];
			return known;
		}
		for (const before of missed.splice(0)) await ask(before);
		const answer = await ask(request);
		memory.set(key, answer);
		return answer;
	};
}

/** Returns a mock-up with a fault, and the correct one inside it, which can always be reset. */
export function brokenBy({ answering = (sound) => sound, rows }: SingleFault): {
	ask: Ask;
	sound: Ask;
} {
	const sound = remembering(rows, rows ? new Map() : SEEDED);
	return { ask: answering(sound), sound };
}

/** The server reads a request as if it were another. */
export const misreads = (change: (request: HttpRequest) => HttpRequest): SingleFault => ({
	answering: (sound) => (request) => sound(change(request))
});

/** The server reads other arguments, in the query and in the form. */
export const withArguments = (change: (asked: URLSearchParams) => void) =>
	misreads((request) => {
		const url = new URL(request.url);
		change(url.searchParams);
		const isForm = request.headers['Content-Type']?.startsWith('application/x-www-form-urlencoded');
		if (typeof request.body !== 'string' || !isForm) return { ...request, url: url.href };
		const body = new URLSearchParams(request.body);
		change(body);
		return { ...request, url: url.href, body: body.toString() };
	});

/** The server ignores these arguments. */
export const ignores = (...names: string[]) =>
	withArguments((asked) => {
		for (const name of names) asked.delete(name);
	});

/** The server ignores these arguments of a GET. */
export const ignoresInSearch = (...names: string[]) =>
	misreads((request) => {
		const url = new URL(request.url);
		for (const name of request.method === 'GET' ? names : []) url.searchParams.delete(name);
		return { ...request, url: url.href };
	});

/** The server changes its answer. */
export const misstates = (
	change: (answer: RawAnswer, request: HttpRequest) => Partial<RawAnswer>
): SingleFault => ({
	answering: (sound) => async (request) => {
		const answer = await sound(request);
		return { ...answer, ...change(answer, request) };
	}
});

/** The server prints one text in place of another, in the answers to paths that match. */
export const prints = (path: RegExp, from: string | RegExp, to: string) =>
	misstates(({ text }, { url }) =>
		path.test(new URL(url).pathname) ? { text: text.replaceAll(from, to) } : {}
	);

/** The city has other rows. */
export const knows = (change: (row: CityRequest) => CityRequest | null): SingleFault => ({
	rows: REQUESTS.map(fromSeed).flatMap((row) => change(row) ?? [])
});
