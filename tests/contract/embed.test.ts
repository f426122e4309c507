// What a parent page can make an embed do: send requests to the mock-up, and nothing else.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { isBelowRoot } from '../../mocks/api/dialect';
import { PREFER } from '../../mocks/api/preferences';
import { putLink, whyNotRun } from '../../src/embed/frame.svelte';
import { linkOf } from '../../src/embed/link-of';
import { mockUpOnly } from '../../src/embed/mock-up-only';
import type { Endpoint } from '../../src/explorer/endpoint';
import { Explorer, type ExplorerOptions } from '../../src/explorer/explorer.svelte';
import type { HttpRequest } from '../../src/georeport/request';
import { mockUpEndpoint, ROOT } from './mock-up';
import { complaintsOf } from './type-check';

const local: Endpoint = {
	...mockUpEndpoint('toronto'),
	id: 'local',
	name: 'Local mock-up',
	kind: 'local',
	url: 'http://127.0.0.1:3110/open311test/ws/',
	discoveryUrl: 'http://127.0.0.1:3110/open311test/'
};

const never: ExplorerOptions['send'] = () => Promise.reject(new Error('Something was sent.'));

function explorerOf(send = never) {
	const opening = CASES.find(({ id }) => id === 'requests');
	if (!opening) throw new Error('No case to open with.');
	const endpoints = [mockUpEndpoint('toronto'), mockUpEndpoint('standard'), local] as const;
	const explorer = new Explorer({
		endpoints,
		cases: CASES,
		opening,
		send,
		controls: () => null,
		prefer: PREFER
	});
	return { explorer, state: explorer.pageState };
}

test('a request in parts becomes the link that the page would write for it', () => {
	const { explorer, state } = explorerOf();
	const parts = {
		method: 'requests',
		format: 'json',
		values: { jurisdiction_id: 'toronto.ca', status: 'open,closed', '~odd': 'a & b', x: ['1', '2'] }
	} as const;
	expect(putLink(explorer, state, linkOf(parts))).toBeNull();
	expect(explorer.draft).toMatchObject({ ...parts, values: { ...parts.values } });
	expect(putLink(explorer, state, linkOf({ case: 'services', format: 'json' }))).toBeNull();
	expect(explorer.draft).toMatchObject({ method: 'services', format: 'json' });
	expect(linkOf('https://example.org/playground/?x#case/services')).toBe('#case/services');
	expect(linkOf('case/services')).toBe('#case/services');
	expect(linkOf('')).toBe('');
});

test('a link is opened entirely, or refused with the reason', () => {
	const { explorer, state } = explorerOf();
	const before = explorer.pageState;
	const refused: [string, RegExp][] = [
		['#requests?~endpoint=https://311.example.org/v2/', /cannot add a server/],
		['#submit?api_key=planted&service_code=CSROWR-12', /links carry no keys/],
		['#case/none-such', /there is no test case “none-such”/],
		['#requests?~endpoint=https://me:secret@311.example.org/v2/', /without user or password/],
		['#requests?status=%E0%A4%A', /broken percent escape/],
		['#__proto__', /no method “__proto__”/]
	];
	for (const [link, reason] of refused) {
		expect(putLink(explorer, state, link)).toMatch(reason);
		expect(explorer.pageState).toEqual(before);
	}
	expect(explorer.endpoints.map(({ id }) => id)).toEqual(['toronto', 'standard', 'local']);
});

test('names of prototype properties are arguments like any other', () => {
	const { explorer, state } = explorerOf();
	expect(putLink(explorer, state, '#requests?__proto__=x&constructor=y')).toBeNull();
	expect(explorer.httpRequest.url).toMatch(/\?__proto__=x&constructor=y$/);
	expect('x' in {}).toBe(false);
});

test('a run is allowed for the mock-up only', () => {
	const { explorer, state } = explorerOf();
	for (const link of ['#case/report-address-csrowr-12', '#services?~endpoint=standard', '']) {
		expect(putLink(explorer, state, link)).toBeNull();
		expect(whyNotRun(explorer)).toBeNull();
	}
	expect(putLink(explorer, state, '#requests?~endpoint=local')).toBeNull();
	expect(whyNotRun(explorer)).toMatch(/the mock-up alone; this one is for Local mock-up/);
	const outside = [
		'../../../admin',
		'../../mock-up/submissions',
		'%2e%2e/%2E%2E/mock-up',
		'..\\..\\x'
	];
	for (const path of outside) {
		const odd = `?~path=${encodeURIComponent(path)}&~verb=DELETE`;
		expect(putLink(explorer, state, `#requests${odd}`)).toBeNull();
		expect(whyNotRun(explorer)).toMatch(/this path leads out of it/);
	}
});

test('an embed’s sender sends to the mock-up, and fails with a message for anything else', async () => {
	const sent: string[] = [];
	const sender = mockUpOnly(
		(draft, request) => {
			sent.push(request.url);
			return Promise.resolve({
				draft,
				request,
				startedAt: 0,
				duration: 0,
				outcome: { kind: 'failure', message: 'Handed on.' }
			});
		},
		(url) => isBelowRoot(ROOT, url)
	);
	const { draft } = explorerOf().explorer;
	const to = (url: string): HttpRequest => ({ method: 'POST', url, headers: {}, body: null });
	const ask = (url: string) => sender(draft, to(url), new AbortController().signal);
	await ask(`${ROOT}open311test/ws/requests.xml`);
	expect(sent).toEqual([`${ROOT}open311test/ws/requests.xml`]);
	const others = [
		'https://311.example.org/v2/requests.xml',
		'http://127.0.0.1:3110/open311test/ws/requests.xml',
		`${ROOT}open311test/ws/../../../admin/requests.xml`,
		`${ROOT}open311test/ws/%2e%2e/%2e%2e/%2e%2e/admin/requests.xml`,
		`${ROOT}openapi.json`,
		'https://docs.example.org/open311test/ws/requests.xml',
		'no address'
	];
	for (const url of others) {
		const { outcome } = await ask(url);
		expect(outcome).toMatchObject({ kind: 'failure', reason: 'embed' });
		expect(outcome.kind === 'failure' && outcome.message).toMatch(/asks the mock-up alone/);
	}
	expect(sent).toHaveLength(1);
});

// A compiler with the browser's type library is slow on a busy machine.
test(
	'the published types contain no code, and work in a page that uses them',
	{ timeout: 60_000 },
	() => {
		const folder = mkdtempSync(join(tmpdir(), 'embed-types-'));
		try {
			writeFileSync(join(folder, 'embed.d.ts'), readFileSync('src/embed/api.ts', 'utf8'));
			writeFileSync(
				join(folder, 'page.ts'),
				`import type { Open311Answer } from './embed';
			const embed = document.querySelector('open311-playground')!;
			embed.set('#case/services');
			embed.addEventListener('open311-refused', ({ detail }) => console.log(detail.reason));
			const result = await embed.run({ method: 'requests', values: { status: 'open' } });
			const answer: Open311Answer | null = result.kind === 'answer' ? result : null;
			console.log(answer?.status.toFixed());
			// @ts-expect-error No such method.
			void embed.run({ method: 'delete' });
			`
			);
			const complaints = complaintsOf(join(folder, 'page.ts'), {
				module: ts.ModuleKind.ESNext,
				moduleResolution: ts.ModuleResolutionKind.Bundler
			});
			expect(complaints).toEqual([]);
		} finally {
			rmSync(folder, { recursive: true });
		}
	}
);
