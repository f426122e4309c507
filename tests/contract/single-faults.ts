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

/** Returns a mock-up with a fault, and the correct one inside it, which can always be reset. */
export function brokenBy({ answering = (sound) => sound, rows }: SingleFault): {
	ask: Ask;
	sound: Ask;
} {
	const sound = asking(createMockUp(rows ? { rows } : {}));
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
