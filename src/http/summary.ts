import type { AnsweredBy, Exchange, HttpResponse } from './exchange';
import type { Parsed } from '../answer/parse';

/** Returns a whole number with its commas: `1,024`. The browser's own number formats take 30 ms to load. */
export const withCommas = (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Returns a count with its noun: `1 request`, `1,024 requests`. */
export const amountOf = (count: number, one: string, many = `${one}s`) =>
	`${withCommas(count)} ${count === 1 ? one : many}`;

/** Returns what an answer contains, as text. */
export function contentsOf(parsed: Parsed): string {
	switch (parsed.kind) {
		case 'discovery':
			return amountOf(parsed.discovery.endpoints.length, 'endpoint');
		case 'services':
			return amountOf(parsed.services.length, 'service');
		case 'definition':
			return amountOf(parsed.definition.attributes.length, 'attribute');
		case 'serviceRequests':
			return amountOf(parsed.serviceRequests.length, 'service request');
		case 'errors':
			return amountOf(parsed.errors.length, 'error');
		case 'unreadable':
			return 'a body that cannot be read';
		default:
			return parsed satisfies never;
	}
}

const REASONS: Readonly<Record<number, string>> = {
	200: 'OK',
	201: 'Created',
	204: 'No Content',
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	406: 'Not Acceptable',
	413: 'Content Too Large',
	415: 'Unsupported Media Type',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout'
};

/** Returns the status code and its text, or the usual text if none was sent, as in HTTP/2. */
export const statusOf = ({ status, statusText }: { status: number; statusText: string }) =>
	`${status} ${statusText || (REASONS[status] ?? '')}`.trim();

/** Returns the Content-Type of a response as sent; null for none. */
export const contentTypeOf = ({ headers }: Pick<HttpResponse, 'headers'>): string | null =>
	headers.find(([name]) => name === 'content-type')?.[1] ?? null;

/** Returns who answered, as text; `exchange` is null before the first one. */
export function answererOf(exchange: Exchange | null): AnsweredBy | 'nobody' | 'nothing yet' {
	if (!exchange) return 'nothing yet';
	const { outcome } = exchange;
	return outcome.kind === 'failure' ? 'nobody' : outcome.response.answeredBy;
}

/** Returns a line about an exchange: status, contents, who answered. */
export function summaryOf({ outcome }: Exchange): string {
	if (outcome.kind === 'failure') return outcome.message.split(/(?<=\.)\s/)[0] ?? '';
	const { response } = outcome;
	const { answeredBy } = response;
	const by = answeredBy === 'network' ? 'a server' : `the ${answeredBy}`;
	return `${statusOf(response)}, ${contentsOf(response.reading.parsed)}, answered by ${by}`;
}
