// The client check over HTTP: below `check/RUN/` a client calls one of the two bases, and its developer
// says which scene is on.
import { checkReportOf, type CheckReportFormat } from '../../src/report/check-report';
import type { RunPath } from '../api/check-runs';
import { isMockUpPath } from '../api/dialect';
import { loggable, loggableBody, loggableHeaders } from '../api/loggable';
import { COMMON_HEADERS } from '../api/respond';
import { preflight } from '../api/unmatched';
import { eventStream } from './event-stream';
import { readChoice, readObject } from './orders';
import type { Arrival } from './recording';
import { CheckRun } from './run';

/** How many runs are kept; the one that was idle longest goes. */
const MOST_RUNS = 200;

/** How many bytes of calls all runs keep together; from there on the idle ones go. */
const MOST_BYTES = 200_000_000;

/** How many look on at one run. */
const MOST_VIEWS = 20;

const inJson = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
	new Response(JSON.stringify(body), {
		status,
		headers: { ...COMMON_HEADERS, ...headers, 'Content-Type': 'application/json; charset=utf-8' }
	});

const problem = (status: number, description: string, headers: Record<string, string> = {}) =>
	inJson([{ code: status, description }], status, headers);

type Order = (run: CheckRun, request: Request) => Response | Promise<Response>;

const reported =
	(format: CheckReportFormat, type: string): Order =>
	(run) => {
		const { report, unasked } = run.report();
		return new Response(checkReportOf(report, format, unasked), {
			headers: { ...COMMON_HEADERS, 'Content-Type': `${type}; charset=utf-8` }
		});
	};

const shownScene: Order = ({ scene: { id, task } }) => inJson({ scene: id, task });

const begin: Order = async (run, request) => {
	const choice = readChoice(new Uint8Array(await request.arrayBuffer()));
	if (typeof choice === 'string') return problem(400, choice);
	run.begin(choice);
	return shownScene(run, request);
};

const finish: Order = async (run, request) => {
	const bytes = new Uint8Array(await request.arrayBuffer());
	const isNone = new TextDecoder().decode(bytes.subarray(0, 10)).trim() === 'null';
	const result = isNone ? null : readObject('The result', bytes);
	if (typeof result === 'string') return problem(400, result);
	const report = run.finish(result);
	if (report) return inJson(report);
	return problem(
		409,
		`The scene ${run.scene.id} has ended, by a result or because its time was up. PUT scene begins another.`
	);
};

/** A recorded call, without API keys; its body as text. */
function callOf(run: CheckRun, number: string): Response {
	const call = run.calls[Number(number) - 1];
	if (!call) return problem(404, `The scene ${run.scene.id} has no call ${number}.`);
	return inJson({
		...call,
		url: loggable(call.url),
		headers: loggableHeaders(call.headers),
		body: loggableBody(new TextDecoder().decode(call.body))
	});
}

const watch: Order = (run) =>
	run.views < MOST_VIEWS
		? eventStream((view) => run.watch(view))
		: problem(503, `${MOST_VIEWS} views of this run are open. Close one of them.`);

/** What a developer can ask of a run, by what comes after its name and by verb. */
const ORDERS: ReadonlyMap<string, Readonly<Record<string, Order>>> = new Map([
	['scene', { GET: shownScene, PUT: begin }],
	['result', { PUT: finish }],
	['events', { GET: watch }],
	['report.json', { GET: reported('json', 'application/json') }],
	['report.xml', { GET: reported('junit', 'application/xml') }],
	['report.md', { GET: reported('markdown', 'text/markdown') }]
]);

/** What can be asked at a path below a run, by verb; undefined for nothing. */
function ordersAt(rest: string): Readonly<Record<string, Order>> | undefined {
	const [, number] = /^calls\/(\d{1,4})$/.exec(rest) ?? [];
	return number === undefined ? ORDERS.get(rest) : { GET: (run) => callOf(run, number) };
}

/** The runs there are; each is made when it is first called. */
export class ClientRuns {
	readonly #runs = new Map<string, CheckRun>();
	readonly #plain: (request: Request) => Promise<Response>;

	/** `plain` answers a run until its first `PUT scene`, and everything that no run answers. */
	constructor(plain: (request: Request) => Promise<Response>) {
		this.#plain = plain;
	}

	/** Answers a request below `check/`. */
	async answer({ name, rest }: RunPath, request: Request, arrival?: Arrival): Promise<Response> {
		if (name === null) return this.#plain(request);
		if (rest === '' && request.method === 'DELETE') {
			this.#forget(name);
			return this.#plain(request);
		}
		const order = ordersAt(rest);
		if (!order) {
			return isMockUpPath(`/${rest}`)
				? this.#run(name).answer(request, arrival)
				: this.#plain(request);
		}
		if (request.method === 'OPTIONS') return preflight(request);
		const handle = Object.hasOwn(order, request.method) ? order[request.method] : undefined;
		if (handle) return handle(this.#run(name), request);
		const allowed = Object.keys(order).join(', ');
		const description = `${request.method} is not a method of ${rest}. Use ${allowed}.`;
		return problem(405, description, { Allow: allowed });
	}

	/** Ends every run. */
	close() {
		for (const name of [...this.#runs.keys()]) this.#forget(name);
	}

	#run(name: string): CheckRun {
		const run = this.#runs.get(name) ?? new CheckRun(this.#plain);
		// What was called last stands last.
		this.#runs.delete(name);
		this.#runs.set(name, run);
		let bytes = [...this.#runs.values()].reduce((sum, each) => sum + each.bytes, 0);
		for (const [other, { bytes: freed }] of [...this.#runs]) {
			if (other === name || (this.#runs.size <= MOST_RUNS && bytes <= MOST_BYTES)) break;
			this.#forget(other);
			bytes -= freed;
		}
		return run;
	}

	#forget(name: string) {
		this.#runs.get(name)?.close();
		this.#runs.delete(name);
	}
}
