import { PREFER } from '../../mocks/api/preferences';
// The page's own lesson against the mock-up, as somebody plays it: every step with a request that is
// wrong, and what is then said, and with its own.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { createMockUp, type MockUpOptions } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';
import { Explorer } from '../../src/explorer/explorer.svelte';
import { listSubmissions } from '../../src/explorer/submissions';
import type { Draft } from '../../src/georeport/request';
import { send } from '../../src/http/exchange';
import { LessonRun } from '../../src/lessons/lessons.svelte';
import { readLesson } from '../../src/lessons/read-lesson';
import { announcements } from '../../src/ui/announcer.svelte';
import { inPage, mockUpEndpoint } from './mock-up';

const read = readLesson(readFileSync('public/lessons.json', 'utf8'));
if ('problems' in read) throw new Error(read.problems.join('\n'));
const { lesson } = read;

/** A page with the lesson under way, and a mock-up of its own. */
function playing() {
	const host = inPage(createMockUp());
	const opening = CASES.find(({ id }) => id === 'requests');
	if (!opening) throw new Error('There is no case to open.');
	const explorer = new Explorer({
		endpoints: [mockUpEndpoint('toronto'), mockUpEndpoint('standard')],
		cases: CASES,
		opening,
		send: (draft, request, signal) => send(draft, request, host, signal),
		controls: ({ url }) => `${url.replace(/[^/]+\/[^/]+\/$/, '')}mock-up/`,
		prefer: PREFER
	});
	const run = new LessonRun(explorer);
	run.begin(lesson, 'lessons.json');
	/** Sends a request and gives what the lesson then says. */
	async function sends(draft: Partial<Draft> & Pick<Draft, 'method'>) {
		explorer.openDraft({ format: 'xml', values: {}, ...draft });
		await explorer.send();
		run.look();
		return run.result?.words;
	}
	/** Sends the request that the step gives. */
	async function sendsOwn() {
		run.fillIn();
		await explorer.send();
		run.look();
		return run.result?.words;
	}
	const goTo = (title: string) => run.go(lesson.steps.findIndex((step) => step.title === title));
	return { explorer, run, sends, sendsOwn, goTo };
}

/** The answer shown, as it came. */
const textOf = ({ view }: Explorer) => view?.response?.text ?? '';

const JURISDICTION = { jurisdiction_id: 'toronto.ca' };
const PLACE = { lat: '43.6534', long: '-79.3841' };
const POTHOLE = {
	...JURISDICTION,
	service_code: 'CSROWR-12',
	'attribute[POTLOC]': 'CURB',
	'attribute[POTSIZE]': 'YES'
};

/** A request that does not do what a step asks, and what is said of it. */
type Wrong = [draft: Partial<Draft> & Pick<Draft, 'method'>, words: string];

const requests = (values: Draft['values'], format: Draft['format'] = 'xml'): Wrong[0] => ({
	method: 'requests',
	format,
	values: { ...JURISDICTION, ...values }
});

/** Every step by its title, with wrong requests, and what is said once it is done. */
const STEPS: readonly [title: string, wrong: readonly Wrong[], done: string][] = [
	[
		'Find the endpoints',
		[
			[
				{ method: 'services', values: JURISDICTION },
				'Not yet. You sent GET Service List: the step asks for Service Discovery.'
			]
		],
		'Done: 2 endpoints came.'
	],
	[
		'List the services',
		[
			[
				{ method: 'services' },
				'Not yet. 400 Bad Request came: the step asks for 200 OK. The answer says: “jurisdiction_id was not provided. Send jurisdiction_id=toronto.ca.”'
			]
		],
		'Done: 6 services came.'
	],
	[
		'Read what a report must answer',
		[
			[
				{ method: 'definition', values: { ...JURISDICTION, service_code: '30102' } },
				'Not yet. service_code was 30102: the step asks for CSROWR-12.'
			]
		],
		'Done: 1 of 5 attributes has code POTLOC and required true.'
	],
	[
		'Search',
		[
			[
				requests({ service_code: 'CSROWR-12', status: 'open,closed' }),
				'Not yet. 32 potholes came, and 22 are closed: the step asks for open ones.'
			],
			[
				requests({ service_code: 'CSROWR-12', status: 'closed' }),
				'Not yet. 22 potholes came, and all are closed: the step asks for open ones.'
			],
			[
				requests({ status: 'open' }),
				'Not yet. 33 requests came, and 23 are not potholes: the step asks for potholes.'
			],
			[
				requests({}),
				'Not yet. 96 requests came, 63 are closed and 64 are not potholes: the step asks for open potholes.'
			],
			[
				requests({ service_code: 'csrowr-12', status: 'open' }),
				'Not yet. No requests came: the step asks for open potholes.'
			]
		],
		'Done: all 10 are open potholes.'
	],
	[
		'Read JSON',
		[
			[
				requests({ service_code: 'CSROWR-12', status: 'open' }),
				'Not yet. You asked for XML: the step asks for JSON.'
			]
		],
		'Done: 10 potholes came.'
	],
	[
		'Report a pothole with a photo',
		[
			[
				{ method: 'submit', values: { ...POTHOLE, ...PLACE } },
				'Not yet. media_url was not sent: the step asks for a link that begins with http:// or https://.'
			],
			[
				{ method: 'submit', values: { ...POTHOLE, media_url: 'https://a.example/p.jpg' } },
				'Not yet. 400 Bad Request came: the step asks for 200 OK. The answer says: “A location was not provided. Send lat and long, or address_string, or address_id.”'
			]
		],
		'Done: token is 91000002.'
	],
	[
		'Follow the token',
		[
			[
				{ method: 'token', values: { ...JURISDICTION, token: '9000011' } },
				'Not yet. token was 9000011: the step asks for 91000002.'
			]
		],
		'Done: service_request_id is 101000900002.'
	],
	[
		'Read its status',
		[
			[
				{ method: 'request', values: { ...JURISDICTION, service_request_id: '101000000001' } },
				'Not yet. service_request_id was 101000000001: the step asks for 101000900002.'
			]
		],
		'Done: status is open.'
	],
	[
		'Find it on the map',
		[
			[
				requests({ service_code: 'CSROWR-12', status: 'open' }),
				'Not yet. No request is chosen: the step asks for 101000900002. Choose it in the list or on the map.'
			]
		],
		'Done: 101000900002 is chosen.'
	],
	[
		'Report where nothing is asked',
		[
			[
				{ method: 'submit', values: { ...JURISDICTION, ...PLACE, service_code: 'CSROSC-14' } },
				'Not yet. service_code was CSROSC-14: the step asks for SWLMALB-02.'
			]
		],
		'Done: token is 91000003.'
	],
	[
		'Meet a token that waits',
		[
			[
				{ method: 'token', values: { ...JURISDICTION, token: '9000011' } },
				'Not yet. token was 9000011: the step asks for 9000019.'
			]
		],
		'Done: token is 9000019 and service_request_id has no value.'
	],
	[
		'Ask again later',
		[
			[
				{ method: 'token', values: { ...JURISDICTION, token: '9000019' } },
				'Not yet. 1 request came, and it has no service_request_id: the step asks for an id of 12 digits as service_request_id.'
			]
		],
		'Done: service_request_id is 101000000119.'
	],
	[
		'Take an id at once',
		[
			[
				{
					method: 'submit',
					values: { ...JURISDICTION, ...PLACE, service_code: 'CSROWBM-03' }
				},
				'Not yet. 400 Bad Request came: the step asks for 200 OK. The answer says: “attribute[SURFACE] is required: What is the graffiti on? Send one of ABUTMENT, RAILING, UNDERSIDE, OTHER.”'
			],
			[
				{
					method: 'submit',
					values: {
						...JURISDICTION,
						...PLACE,
						service_code: 'CSROWBM-03',
						'attribute[SURFACE]': 'RAILING',
						'attribute[HATE]': 'NO'
					}
				},
				'Not yet. 1 request came, and it has no service_request_id: the step asks for an id of 12 digits as service_request_id.'
			]
		],
		'Done: service_request_id is 101000900005.'
	],
	[
		'Look back further than 90 days',
		[
			[
				requests({}),
				'Not yet. start_date was not sent: the step asks for a date with a time and a zone.'
			],
			[
				requests({ start_date: '2012-06-14', end_date: '2012-06-14' }),
				'Not yet. 5 requests came, and none has service_request_id 101000000007: the step asks for one.'
			]
		],
		'Done: service_request_id is 101000000007.'
	],
	[
		'Ask for one day in Toronto',
		[
			[
				requests({ start_date: '2012-06-14T00:00:00Z', end_date: '2012-06-14T23:59:59Z' }),
				'Not yet. 4 requests came, and none has service_request_id 101000000052: the step asks for one.'
			]
		],
		'Done: all 5 have a time of 14 June in Toronto as requested_datetime.'
	],
	[
		'Join on the code, not the name',
		[
			[
				requests({ status: 'open' }),
				'Not yet. service_code was not sent: the step asks for CSROWBM-03.'
			]
		],
		'Done: all 11 have service_code CSROWBM-03 and service_name Bridge - Graffiti Complaint.'
	],
	[
		'Read ids that are numbers',
		[
			[requests({ service_code: '30102' }), 'Not yet. You asked for XML: the step asks for JSON.'],
			[
				requests({ service_code: '30102,CSROSC-14' }, 'json'),
				'Not yet. 32 graffiti reports came, and 13 have service_code CSROSC-14: the step asks for service_code 30102.'
			]
		],
		'Done: all 19 have service_code 30102.'
	],
	[
		'Read a request without a place',
		[
			[
				{ method: 'request', values: { ...JURISDICTION, service_request_id: '101000000005' } },
				'Not yet. 1 pothole came, and it has service_request_id 101000000005, lat 43.665412936 and long -79.464561042: the step asks for service_request_id 101000000006, no lat and no long.'
			]
		],
		'Done: service_request_id is 101000000006, lat has no value and long has no value.'
	],
	[
		'Handle a refusal',
		[
			[
				{ method: 'submit', values: { ...POTHOLE, ...PLACE } },
				'Not yet. lat was sent: the step asks you to leave it out.'
			]
		],
		'Done: 400 Bad Request came.'
	],
	[
		'Handle what is not there',
		[
			[
				{ method: 'request', values: { ...JURISDICTION, service_request_id: '101000000001' } },
				'Not yet. 200 OK came: the step asks for 404 Not Found.'
			]
		],
		'Done: 404 Not Found came.'
	],
	[
		'Handle a bad key',
		[
			[
				{ method: 'submit', values: { ...POTHOLE, ...PLACE } },
				'Not yet. 200 OK came: the step asks for 403 Forbidden.'
			]
		],
		'Done: 403 Forbidden came.'
	],
	[
		'Cope with a server in trouble',
		[
			[
				{ method: 'services', values: JURISDICTION },
				'Not yet. 200 OK came: the step asks for 503 Service Unavailable.'
			]
		],
		'Done: 503 Service Unavailable came and Retry-After is 30.'
	],
	[
		'Write a first client',
		[
			[
				requests({ service_code: 'CSROSC-14' }, 'json'),
				'Not yet. 13 graffiti reports came, and 8 are closed: the step asks for open ones.'
			]
		],
		'Done: all 5 are open and have service_code CSROSC-14.'
	]
];

test('every step is refused what is wrong, in words, and done by its own request', async () => {
	const { explorer, run, sends, sendsOwn } = playing();
	expect(lesson.steps.map(({ title }) => title)).toEqual(STEPS.map(([title]) => title));
	for (const [at, [title, wrong, done]] of STEPS.entries()) {
		run.go(at);
		expect(run.result, title).toBeNull();
		run.switchDialect();
		expect(run.otherDialect, title).toBeNull();
		for (const [draft, words] of wrong) {
			expect.soft(await sends(draft), title).toBe(words);
			expect(run.isDone, title).toBe(false);
			expect(run.blocked).toBe(`Step ${at + 1} is not done.`);
		}
		const first = await sendsOwn();
		if (title === 'Find it on the map') {
			expect(first).toMatch(/^Not yet\. No request is chosen/);
			explorer.view?.select(explorer.view.requests[0]?.key ?? null);
			run.look();
		}
		expect.soft(run.result?.words, title).toBe(done);
		expect(run.isDone, title).toBe(true);
		expect(run.blocked).toBe('');
		for (const name of run.step?.lines ?? []) expect(textOf(explorer), title).toContain(name);
	}
	expect(run.doneCount).toBe(23);
	expect(run.closing).toBeNull();
	run.go(23);
	expect(run.closing?.title).toBe('You have a client for Open311');
	expect([run.step, run.hasNext]).toEqual([null, false]);
});

test('what was sent for the step before is not looked at, even within one millisecond', async () => {
	vi.spyOn(Date, 'now').mockReturnValue(1_700_000_000_000);
	onTestFinished(() => void vi.restoreAllMocks());
	const { run, sends, goTo } = playing();
	goTo('Handle a bad key');
	await sends({ method: 'services', values: JURISDICTION });
	expect(run.result?.done).toBe(false);
	goTo('Cope with a server in trouble');
	expect(run.result).toBeNull();
	expect(await sends({ method: 'services', values: JURISDICTION })).toMatch(/^Not yet/);
});

const REPORT = {
	method: 'submit',
	values: { ...POTHOLE, ...PLACE, media_url: 'https://a.example/p.jpg' }
} as const;

test('a report that is sent twice is followed by its latest token', async () => {
	const { run, sends, sendsOwn, goTo } = playing();
	goTo('Report a pothole with a photo');
	expect(await sends(REPORT)).toBe('Done: token is 91000001.');
	expect(await sends(REPORT)).toBe('Done: token is 91000002.');
	goTo('Follow the token');
	expect(await sendsOwn()).toBe('Done: service_request_id is 101000900002.');

	// Reported once more from a later step, the new token counts there and in the steps before.
	goTo('Read its status');
	await sends(REPORT);
	expect(run.progress.known).toEqual({
		token: '91000003',
		service_request_id: '101000900002'
	});
	expect(await sendsOwn()).toBe('Done: status is open.');
	goTo('Follow the token');
	expect(await sendsOwn()).toBe('Done: service_request_id is 101000900003.');
	goTo('Read its status');
	expect(
		await sends({
			method: 'request',
			values: { ...JURISDICTION, service_request_id: '101000900002' }
		})
	).toBe('Not yet. service_request_id was 101000900002: the step asks for 101000900003.');
	expect(run.isDone).toBe(true);
	expect(await sendsOwn()).toBe('Done: status is open.');
});

test('an answer that is not what the step asks for teaches nothing', async () => {
	const { run, sends, goTo } = playing();
	goTo('Report a pothole with a photo');
	await sends(REPORT);
	await sends({ method: 'submit', values: { ...POTHOLE, ...PLACE } });
	await sends({ method: 'token', values: { ...JURISDICTION, token: '9000011' } });
	expect(run.progress.known).toEqual({ token: '91000001' });
});

test('a step that needs what was not learnt yet says where to get it', async () => {
	const { sendsOwn, goTo } = playing();
	goTo('Follow the token');
	expect(await sendsOwn()).toBe(
		'Not yet. This needs the token that the step “Report a pothole with a photo” gives. Do that first.'
	);
});

test('an answer from before a step was begun does not count for it', async () => {
	const { explorer, run, sends } = playing();
	await sends({ method: 'discovery' });
	expect(run.isDone).toBe(true);
	run.go(1);
	const { view } = explorer;
	if (!view) throw new Error('Nothing was sent.');
	const { exchange, endpoint } = view;
	await explorer.show({ ...exchange, startedAt: exchange.startedAt - 60_000 }, endpoint, null);
	run.go(0);
	expect(run.result).toBeNull();
});

test('the step is part of the page’s state: a link opens it, Back goes to it, and it is read out', () => {
	const { explorer, run } = playing();
	expect([run.at, explorer.pageState.lesson]).toEqual([0, 1]);
	const before = explorer.pageState;
	const { step } = explorer;
	run.go(3);
	expect([run.step?.title, explorer.pageState.lesson]).toEqual(['Search', 4]);
	expect(explorer.step).toBe(step + 1);
	expect(announcements()).toContain('Step 4 of 23: Search. List the potholes that are still open.');
	explorer.restore(before);
	expect(run.step?.title).toBe('Find the endpoints');

	// A lesson that is left is gone on with at the same step, and a link may name another one.
	explorer.settings.showLesson(null);
	expect(run.step?.title).toBe('Search');
	explorer.settings.showLesson(6);
	run.begin(lesson, 'lessons.json');
	expect(run.step?.title).toBe('Report a pothole with a photo');
	explorer.settings.showLesson(999);
	run.begin(lesson, 'lessons.json');
	expect(run.closing?.title).toBe('You have a client for Open311');
	expect([explorer.pageState.lesson, run.blocked]).toEqual([24, 'The lesson ends here.']);
});

test('a changed request has no verdict until it is sent; a step that is done stays done', async () => {
	const { explorer, run, sends, sendsOwn, goTo } = playing();
	goTo('Search');
	expect(run.verdict).toBeNull();
	await sends(requests({ service_code: 'CSROWR-12', status: 'open,closed' }));
	expect(run.verdict?.words).toBe(
		'Not yet. 32 potholes came, and 22 are closed: the step asks for open ones.'
	);
	explorer.setValue('status', 'open');
	expect(run.verdict).toEqual({
		words: 'Send the changed request to have it checked.',
		done: false,
		offender: null
	});
	await sendsOwn();
	expect(run.verdict).toMatchObject({ words: 'Done: all 10 are open potholes.', done: true });
	await sends({ method: 'services' });
	expect(run.verdict).toMatchObject({ words: 'Done.', done: true });
});

test('a step says where its dialect is not spoken, and switches to it', async () => {
	const { explorer, run, sendsOwn, goTo } = playing();
	goTo('Take an id at once');
	expect(run.otherDialect?.words).toBe(
		'This step is written for the mock-up in the standard dialect. You are asking Mock-up, toronto.'
	);
	expect(await sendsOwn()).toBe(
		'Not yet. You asked Mock-up, toronto: the step asks for the mock-up in the standard dialect.'
	);
	run.switchDialect();
	expect(explorer.endpoint.id).toBe('standard');
	expect(run.otherDialect).toBeNull();
	expect(await sendsOwn()).toBe('Done: service_request_id is 101000900002.');
	goTo('Search');
	expect(run.otherDialect).toMatchObject({
		words:
			'This step is written for the mock-up in Toronto’s dialect. You are asking Mock-up, standard.',
		endpoint: { id: 'toronto' }
	});
});

test('the record that keeps a step from being done can be shown', async () => {
	const { explorer, run, sends, goTo } = playing();
	goTo('Search');
	await sends(requests({ service_code: 'CSROWR-12', status: 'open,closed' }));
	run.showOffender();
	expect(explorer.view?.selected?.serviceRequest.status).toBe('closed');
});

test('starting over forgets what was done, and the mock-up’s reports if asked to', async () => {
	const { explorer, run, sends, goTo } = playing();
	const reports = () => listSubmissions(explorer.mockUp);
	goTo('Report a pothole with a photo');
	await sends(REPORT);
	expect([run.doneCount, (await reports())?.length]).toEqual([1, 1]);
	await run.restart();
	expect(run.progress).toEqual({ at: 0, done: [], known: {} });
	expect(await reports()).toHaveLength(1);
	await run.restart(true);
	expect(await reports()).toEqual([]);
	expect(run.problem).toBe('');
});

/** Runs the program that a step shows with Node, against a mock-up over HTTP. */
async function runProgram(options: MockUpOptions = {}) {
	const server = createMockServer(createMockUp(options), () => {});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const folder = await mkdtemp(join(tmpdir(), 'lesson-'));
	onTestFinished(async () => {
		server.close();
		server.closeAllConnections();
		await rm(folder, { recursive: true });
	});
	const { port } = server.address() as AddressInfo;
	const code = lesson.steps.find((step) => step.code)?.code ?? '';
	expect(code).toContain('http://127.0.0.1:3110/');
	await writeFile(join(folder, 'client.mjs'), code.replace(':3110/', `:${port}/`));
	return promisify(execFile)(process.execPath, [join(folder, 'client.mjs')]);
}

test('the first client runs as it is shown', async () => {
	const { stdout } = await runProgram();
	const lines = stdout.trim().split('\n');
	expect(lines).toHaveLength(5);
	expect(lines).toContain('101000000031: Graffiti on a City sidewalk, 43.645995639, -79.379138205');
});

test('the first client says what an error says', async () => {
	await expect(runProgram({ prefer: { requests: 'code=400' } })).rejects.toMatchObject({
		stderr: expect.stringContaining('Error: General service error') as string
	});
});
