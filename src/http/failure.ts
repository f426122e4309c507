import { isLoopback, parseUrl } from '../georeport/parse-url';
import type { HttpRequest } from '../georeport/request';

/**
 * Why there is no answer, as far as a page can know. `refused`: the browser makes no such request.
 * `mock-up`: the mock-up could not be started.
 * `embed`: the page is embedded, so that it asks no other server.
 * `unreachable` includes what a page cannot distinguish from it.
 */
export type FailureReason =
	| 'cancelled'
	| 'timeout'
	| 'refused'
	| 'offline'
	| 'policy'
	| 'embed'
	| 'mixed'
	| 'redirect'
	| 'cors'
	| 'unreachable'
	| 'mock-up';

/** A request without an answer; `message` first says what failed, then what to do. */
export interface Failure {
	kind: 'failure';
	message: string;
	/** Absent if it was not recorded. */
	reason?: FailureReason;
}

/** The facts about a request that failed. */
export interface Circumstances {
	request: HttpRequest;
	/** What the browser or the mock-up threw. */
	error: unknown;
	/** Cancelled by the user, or timed out after so many milliseconds; null for neither. */
	givenUp: 'cancelled' | { after: number } | null;
	/** Why the browser makes no such request; null if it does. */
	refusal: string | null;
	/** Whether the mock-up should have answered. */
	ofMockUp: boolean;
	/** Whether the request asked the mock-up to drop the connection. */
	lostOnRequest: boolean;
	online: boolean;
	/** Whether the page was loaded over https. */
	securePage: boolean;
	/** Whether the page's Content-Security-Policy refused the request. */
	blockedByPolicy: boolean;
	/** Whether the headers arrived, but not the whole body. */
	brokeOff: boolean;
	/**
	 * Whether the answer was a redirect: not followed because the request has a key, or one that led to
	 * no answer.
	 */
	redirected: boolean;
	/** Whether the request carries a key, so that no redirect is followed. */
	hasKey: boolean;
	/**
	 * Whether the server responds although the page may not read it; null if that was not checked.
	 */
	isThere: boolean | null;
}

/** Whether a browser blocks this URL from a page loaded over https (mixed content). */
const isMixed = (url: string): boolean => /^http:/i.test(url) && !isLoopback(url);

/**
 * Whether the method is safe in HTTP (RFC 9110, section 9.2.1), so that repeating it changes
 * nothing.
 */
export const isSafe = ({ method }: HttpRequest): boolean => /^(GET|HEAD)$/i.test(method);

const SIMPLE_TYPES =
	/^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(;|$)/i;

/** Whether the browser sends a CORS preflight before this request to another origin. */
const needsPreflight = ({ method, headers }: HttpRequest): boolean =>
	!/^(GET|HEAD|POST)$/i.test(method) ||
	Object.entries(headers).some(
		([name, value]) =>
			!/^(accept|accept-language|content-language)$/i.test(name) &&
			!(/^content-type$/i.test(name) && SIMPLE_TYPES.test(value))
	);

/** Why a request failed that was to be sent. */
type SendingReason = Exclude<FailureReason, 'embed'>;

/** Returns why a request failed, checking the surest causes first. */
function reasonOf(known: Circumstances): SendingReason {
	if (known.givenUp) return known.givenUp === 'cancelled' ? 'cancelled' : 'timeout';
	if (known.refusal !== null) return 'refused';
	if (known.ofMockUp) return 'mock-up';
	if (known.brokeOff) return 'unreachable';
	if (known.redirected) return 'redirect';
	if (known.securePage && isMixed(known.request.url)) return 'mixed';
	if (known.blockedByPolicy) return 'policy';
	if (!known.online && !isLoopback(known.request.url)) return 'offline';
	return known.isThere ? 'cors' : 'unreachable';
}

const TAKEN =
	'The server may have taken the report all the same: look for it before you send it again.';

/** Explains a failed request: what failed, the likely cause, what to do. */
export function explain(known: Circumstances): Failure {
	const reason = reasonOf(known);
	return { kind: 'failure', reason, message: WORDS[reason](known) };
}

const detailOf = ({ error }: Circumstances) =>
	error instanceof Error ? error.message : String(error);

const hostOf = ({ request }: Circumstances) =>
	parseUrl(request.url)?.host ?? request.url.split('?')[0];

/** Adds a warning to the message of a request that may have had an effect. */
const warned = (words: string, { request }: Circumstances) =>
	isSafe(request) ? words : `${words} ${TAKEN}`;

const WORDS: Record<SendingReason, (known: Circumstances) => string> = {
	cancelled: (known) => warned('The request was cancelled before the answer was complete.', known),
	timeout: (known) => {
		const limit = typeof known.givenUp === 'object' ? (known.givenUp?.after ?? 0) / 1000 : 0;
		return warned(
			`No answer within ${limit} seconds. The server may be slow or unreachable; send again to retry.`,
			known
		);
	},
	refused: ({ refusal }) =>
		`A browser cannot send this request: ${refusal}. Nothing was sent. Correct it, or send it from a terminal.`,
	offline: (known) =>
		warned(
			`This device is offline, so ${hostOf(known)} cannot be asked. Connect and send again; the mock-up answers without a network.`,
			known
		),
	policy: (known) =>
		`The page’s own policy (Content-Security-Policy) does not let it ask ${hostOf(known)}. Nothing was sent. ` +
		'It allows https: addresses, and http: on this computer (localhost, 127.0.0.1); who hosts the page may allow less. ' +
		'Use an address it allows, or send the request from a terminal.',
	mixed: (known) =>
		`A page that came over https may not ask ${hostOf(known)} over http (mixed content). Nothing was sent. ` +
		'Use the server’s https: address if it has one, or send the request from a terminal.',
	redirect: (known) =>
		!known.hasKey
			? `${hostOf(known)} answered with a redirect that led to no answer. It may lead in a circle, to a server that cannot be reached, or to one that lets no web page read it (CORS); the browser does not say which. ` +
				'See where it leads in a terminal (curl -iL).'
			: `${hostOf(known)} answered with a redirect. It was not followed: the request carries a key, which goes to the address you chose and to no other. ` +
				'See where it leads in a terminal (curl -i).',
	cors: (known) =>
		`${hostOf(known)} answered, but does not let web pages read what it says (CORS). ` +
		'Only the server can change that, with the header Access-Control-Allow-Origin; programs outside a browser need none.',
	unreachable: (known) => {
		if (known.brokeOff) {
			return warned(
				`The answer of ${hostOf(known)} broke off (${detailOf(known)}). Send again to retry.`,
				known
			);
		}
		if (isLoopback(known.request.url)) return unheardHere(known);
		return isSafe(known.request) ? unreached(known) : unheard(known);
	},
	'mock-up': (known) =>
		known.lostOnRequest
			? 'The mock-up dropped the connection, as the request’s Prefer header told it to. Turn that off, and send again.'
			: `The mock-up could not be started (${detailOf(known)}). Reload the page to try again; nothing was sent anywhere else.`
};

const unreached = (known: Circumstances) =>
	`${hostOf(known)} could not be reached (${detailOf(known)}). It may be switched off, the address may be wrong, ` +
	'or the browser does not trust its certificate (TLS); a page is not told which' +
	(known.isThere === null ? ', nor whether the server refuses web pages (CORS). ' : '. ') +
	'Check the address and the network, and send again.';

const unheard = (known: Circumstances) =>
	`No answer from ${hostOf(known)} reached the page (${detailOf(known)}). ` +
	(needsPreflight(known.request)
		? 'The browser asks the server for permission first (a CORS preflight): if that was refused, or the server is out of reach, nothing was sent. Else '
		: 'The browser sends such a report without asking for permission first: the server may be out of reach, or it may refuse to let web pages read its answer (CORS), and then ') +
	'the report may have been taken. A page is not told which: look for the report before you send it again.';

function unheardHere(known: Circumstances): string {
	const port = parseUrl(known.request.url)?.port || '80';
	return warned(
		`No answer from ${hostOf(known)} on this computer reached the page, and the browser does not say why. ` +
			`It may not be running: the local mock-up is started by npm run mock -- --port ${port}. ` +
			'It may also redirect in a circle, or the browser may not let this page reach this computer; allow it if asked. Then send again.',
		known
	);
}
