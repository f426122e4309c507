// The checks of every scene that look at how a client behaves: how often it asks, how it calls
// itself, and how it ends.
import { clip, quote } from '../api/answers';
import type { Evidence, SeenCall } from './evidence';
import { endsWell, givesUp, ignoresUnknown } from './checks-of-failures';
import { quantity, failed, notReached, passed, type Finder } from './finding';

const SHORTEST_INTERVAL = 900;
const MOST_CALLS = 40;

/**
 * Whether another check of the scene speaks of a call that repeats an earlier one, so that only that
 * check fails.
 */
function isJudgedElsewhere(earlier: SeenCall, { scene }: Evidence): boolean {
	const status = earlier.answer?.status ?? 0;
	return (
		(status === 503 && scene.own.includes('honours-retry-after')) ||
		(status >= 400 && status < 500 && scene.own.includes('not-repeated'))
	);
}

/** No GET is repeated at once, and there are not too many calls. */
export const noHammering: Finder = (evidence) => {
	const polls = evidence.scene.own.includes('poll-patience');
	const calls = evidence.calls.filter(({ api }) => !(polls && api === 'token'));
	if (calls.length === 0) return notReached('The client made no call.');
	const latest = new Map<string, SeenCall>();
	for (const call of calls) {
		if (call.method !== 'GET') continue;
		const earlier = latest.get(call.url);
		latest.set(call.url, call);
		if (!earlier || isJudgedElsewhere(earlier, evidence)) continue;
		const interval = call.begin - earlier.begin;
		if (interval >= SHORTEST_INTERVAL) continue;
		return failed(
			`Call ${call.number} repeats call ${earlier.number} after ${Math.round(interval)} ms: GET ${clip(call.path)}.`,
			'Wait for at least a second before the same call again, or keep its answer.',
			earlier,
			call
		);
	}
	if (calls.length > MOST_CALLS) {
		return failed(
			`The client made ${calls.length} calls; ${MOST_CALLS} are enough for every scene.`,
			'Keep answers, and stop when you have what you need.',
			...calls.slice(MOST_CALLS)
		);
	}
	return passed(`${quantity(calls.length, 'call')}, and no GET again within 0.9 s.`);
};

/** Names of HTTP libraries and tools, as they name themselves by default. */
const LIBRARIES = new Set(
	`aiohttp alamofire apache-httpasyncclient apache-httpclient asynchttpclient axios bun cfnetwork
	cpp-httplib curl dalvik dart darwin deno ehttp ehttpclient faraday fetch go-http-client got
	guzzlehttp http httpclient httpie http.rb httpx httpunit hyper java java-http-client jersey
	ktor-client libcurl libwww-perl lua-resty-http lwp lwp-request lwp::simple mechanize needle node
	node-fetch node.js nodejs okhttp openjdk perl php phpcurl postmanruntime python python-httpx
	python-requests python-urllib python-urllib2 python-urllib3 r-curl reactornetty reqwest
	requests rest-client restsharp ruby superagent symfony typhoeus undici unirest-java ureq urllib
	urllib3 wget winhttp`.split(/\s+/)
);

const isLibrary = (product: string) => {
	const [name = ''] = product.toLowerCase().split('/');
	return LIBRARIES.has(name) || /^v?\d[\d._]*$|^[-–/]?$/.test(name);
};

const namesItself = (agent: string) =>
	agent
		.replace(/\([^()]*\)/g, ' ')
		.split(/\s+/)
		.some((product) => product !== '' && !isLibrary(product));

/** The client names itself. */
export const namedAgent: Finder = ({ calls }) => {
	if (calls.length === 0) return notReached('The client made no call.');
	const wrong = calls.filter(({ headers }) => !namesItself(headers['user-agent'] ?? ''));
	const [first] = wrong;
	const agent = first?.headers['user-agent'] ?? '';
	if (!first) return passed(`User-Agent was ${quote(calls[0]?.headers['user-agent'] ?? '')}.`);
	return failed(
		agent.trim() === ''
			? `Call ${first.number} had no User-Agent.`
			: `User-Agent was ${quote(agent)} (call ${first.number}), which names a library alone.`,
		'Name your app and its version, such as MyApp/1.0 (name@example.org).',
		...wrong
	);
};

/** Whether a check of the scene itself fails for the way the client ended, so that only it fails. */
const isJudgedBy = (evidence: Evidence, checks: Readonly<Record<string, Finder>>) =>
	Object.entries(checks).some(
		([id, find]) => evidence.scene.own.includes(id) && find(evidence).verdict === 'failed'
	);

const JUDGED_ELSEWHERE = 'Another check of this scene says how the client ended.';

/** The client ends by itself, in time and in order. */
export const endsInOrder: Finder = (evidence) => {
	const { ending, result, scene } = evidence;
	if (ending === null) return notReached('There was no process whose end could be seen.');
	const { code, signal, timedOut } = ending;
	if (timedOut) {
		return isJudgedBy(evidence, { 'gives-up': givesUp })
			? notReached(JUDGED_ELSEWHERE)
			: failed(
					`The client was still running after ${scene.seconds} s and was stopped.`,
					'End when the task is done, and give up what takes too long.'
				);
	}
	if (signal !== null) {
		return failed(
			`The client was ended by ${clip(signal)}.`,
			'End by itself: with a result, or with exit status 0.'
		);
	}
	if (result.kind === 'none' && code !== 0) {
		return isJudgedBy(evidence, { 'ends-well': endsWell, 'ignores-unknown': ignoresUnknown })
			? notReached(JUDGED_ELSEWHERE)
			: failed(
					`The client exited with ${code ?? 'no status'} and wrote no result.`,
					'Write {"error":"words"} when the client gives up, or exit with 0.'
				);
	}
	return passed(
		result.kind === 'none'
			? 'The client exited with 0.'
			: `The client wrote ${result.kind === 'error' ? 'an error' : 'a result'} and ended.`
	);
};
