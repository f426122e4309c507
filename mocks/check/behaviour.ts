// What the mock-up does in a scene, where that is not what it always does.
import type { MethodName } from '../../src/georeport/methods';
import type { Format } from '../../src/georeport/types';
import { failedWith } from '../api/answers';
import { DIALECTS, TORONTO } from '../api/dialect';
import { withFault } from '../api/faults';
import { COMMON_HEADERS, respond } from '../api/respond';
import { methodAt, splitPath, toFormat } from '../api/routes';
import { replyOf, type Reply } from './recording';
import type { SceneId } from './scene';

/** A call that a scene treats in its own way. */
interface Treated {
	request: Request;
	format: Format;
	/** Asks the mock-up. */
	answer: () => Promise<Response>;
	/** Aborts when the scene ends. */
	over: AbortSignal;
}

/** What becomes of a treated call; null where it was answered as always, and the next one is treated. */
type Treatment = (call: Treated) => Promise<Reply & { spent: boolean }>;

interface Behaviour {
	method: MethodName;
	/** One for each call of the method; later calls are answered as always. */
	treatments: readonly Treatment[];
	/** Whether the last one is for every later call too. */
	always?: boolean;
}

const refusal =
	(status: 403 | 503, words: string, headers: Record<string, string> = {}): Treatment =>
	({ request, format }) => {
		const path = new URL(request.url).pathname.toLowerCase();
		const dialect = DIALECTS.find((each) => path.includes(`/${each.path}`)) ?? TORONTO;
		const response = respond(failedWith(status, words), dialect, format, headers);
		return Promise.resolve({ ...replyOf(response), spent: true });
	};

const unavailable = refusal(503, 'The service is busy. Ask again in 2 seconds.', {
	'Retry-After': '2'
});

const keyNeeded = refusal(
	403,
	'This service takes reports only with a key that it has given out, and api_key is none of them.'
);

const SIGN_IN = `<!doctype html>
<html><head><title>Free Wi-Fi</title></head>
<body><h1>Welcome</h1><p>Accept the terms to use this network.<br></body></html>
`;

/** What many networks give instead of an answer: a page of their own, with status 200. */
const signInPage: Treatment = () => {
	const headers = { ...COMMON_HEADERS, 'Content-Type': 'text/html; charset=utf-8' };
	return Promise.resolve({ ...replyOf(new Response(SIGN_IN, { headers })), spent: true });
};

const cutOff: Treatment = async ({ answer }) => ({
	...replyOf(await withFault(await answer(), 'truncate')),
	spent: true
});

/** Takes the report, and drops the connection before the answer. A refused report is answered. */
const lost: Treatment = async ({ answer }) => {
	const response = await answer();
	return response.status === 200
		? { made: response, sent: Response.error(), spent: true }
		: { ...replyOf(response), spent: false };
};

/** Answers nothing as long as the scene lasts. */
const never: Treatment = ({ over }) =>
	new Promise((resolve) => {
		const drop = () => resolve({ made: null, sent: Response.error(), spent: true });
		if (over.aborted) drop();
		else over.addEventListener('abort', drop, { once: true });
	});

const BEHAVIOURS: Partial<Record<SceneId, Behaviour>> = {
	busy: { method: 'requests', treatments: [unavailable, unavailable] },
	'lost-answer': { method: 'submit', treatments: [lost] },
	'needs-key': { method: 'submit', treatments: [keyNeeded], always: true },
	'broken-answer': { method: 'requests', treatments: [signInPage, cutOff] },
	silence: { method: 'requests', treatments: [never] }
};

const VERBS = ['GET', 'POST'];

/** The same URL without the empty segments in its path, which the mock-up forgives. */
function withoutEmptySegments(text: string): URL {
	const url = new URL(text);
	url.pathname = url.pathname.replace(/\/{2,}/g, '/');
	return url;
}

/**
 * Answers calls the way a scene does. It changes calls of one method alone, `answer` all others. `over`
 * aborts when the scene ends: a call that was to get no answer then loses its connection.
 */
export function behaving(
	scene: SceneId,
	answer: (request: Request) => Promise<Response>,
	over: AbortSignal
): (request: Request) => Promise<Reply> {
	const { method = null, treatments = [], always = false } = BEHAVIOURS[scene] ?? {};
	const left = [...treatments];
	return async (request) => {
		const url = withoutEmptySegments(request.url);
		const format = toFormat(splitPath(url.pathname).extension);
		const isTreated =
			format !== null &&
			VERBS.includes(request.method) &&
			methodAt(new Request(url, { method: request.method })) === method;
		const treatment = isTreated ? (always ? left[0] : left.shift()) : undefined;
		if (!format || !treatment) return replyOf(await answer(request));
		const { spent, ...reply } = await treatment({
			request,
			format,
			answer: () => answer(request),
			over
		});
		if (!spent && !always) left.unshift(treatment);
		return reply;
	};
}
