import { expect, test } from 'vitest';
import { readingOf } from '../answer/reading';
import { toronto } from '../explorer/fixtures';
import type { KeyPress } from '../ui/shortcuts';
import { isTyping, sceneAfter, stageAction } from './keys';
import { stageText } from './lit-lines';
import { sentLines } from './sent-lines';

/** A key pressed where `inside` lists the selectors that match, as parts of the selector asked for. */
const press = (key: string, inside: readonly string[] = [], more: Partial<KeyPress> = {}) =>
	stageAction({
		key,
		code: '',
		keyCode: 0,
		ctrlKey: false,
		metaKey: false,
		altKey: false,
		shiftKey: false,
		repeat: false,
		isComposing: false,
		defaultPrevented: false,
		target: targetIn(inside),
		...more
	});

const targetIn = (inside: readonly string[]): EventTarget =>
	({
		closest: (selector: string) =>
			selector.split(', ').some((part) => inside.includes(part)) ? {} : null
	}) as unknown as EventTarget;

test('digits choose a scene, arrows and a clicker turn, Q shows the code', () => {
	expect(['1', '2', '3', 'q', 'Q'].map((key) => press(key))).toEqual([1, 2, 3, 'qr', 'qr']);
	expect(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'].map((key) => press(key))).toEqual([
		'back',
		'next',
		'back',
		'next'
	]);
	expect(['4', 'x', 'ArrowDown', ' ', 'Enter', 'toString'].map((key) => press(key))).toEqual(
		Array.from({ length: 6 }, () => null)
	);
});

test('a key that is held with others, repeated, composed or handled is not the stage’s', () => {
	for (const more of [
		{ ctrlKey: true },
		{ metaKey: true },
		{ altKey: true },
		{ shiftKey: true },
		{ repeat: true },
		{ isComposing: true },
		{ defaultPrevented: true }
	]) {
		expect(press('q', [], more)).toBeNull();
	}
});

test('where somebody types every key is theirs, on a radio button and on the map the arrows are', () => {
	for (const place of ['textarea', 'select', '[role=listbox]', 'dialog']) {
		expect([press('1', [place]), press('PageDown', [place])]).toEqual([null, null]);
	}
	for (const place of ['input[type=radio]', 'canvas', '[role=tab]']) {
		expect([press('ArrowRight', [place]), press('PageDown', [place]), press('2', [place])]).toEqual(
			[null, 'next', 2]
		);
	}
	expect(isTyping({ target: targetIn(['textarea']) })).toBe(true);
	expect(isTyping({ target: targetIn(['canvas']) })).toBe(false);
});

test('without a lesson the scenes follow each other, and end at both ends', () => {
	expect(([1, 2, 3] as const).map((scene) => sceneAfter(scene, 'next'))).toEqual([2, 3, 3]);
	expect(([1, 2, 3] as const).map((scene) => sceneAfter(scene, 'back'))).toEqual([1, 1, 2]);
});

const readXml = (text: string) =>
	readingOf({ method: 'requests', status: 200, contentType: 'text/xml', text });

const LIST =
	'<service_requests><request><status>open</status><long>-79.4</long></request>' +
	'<request><status>closed</status></request></service_requests>';

test('the lines of the named fields are lit, wherever they are, and no others', () => {
	const { lines, of } = stageText(readXml(LIST), LIST, { names: ['status'], node: null });
	expect(of).toBe(9);
	expect(lines.filter(({ lit }) => lit).map(({ number, text }) => [number, text])).toEqual([
		[3, '    <status>open</status>'],
		[7, '    <status>closed</status>']
	]);
});

test('all lines of a chosen record are lit', () => {
	const reading = readXml(LIST);
	const { lines } = stageText(reading, LIST, { names: [], node: reading.records[1] ?? null });
	expect(lines.filter(({ lit }) => lit).map(({ number }) => number)).toEqual([6, 7, 8]);
});

test('members of JSON are lit by their names too, and nothing that only has the text', () => {
	const text = '[{"token":"status","status":"open"}]';
	const reading = readingOf({
		method: 'requests',
		status: 200,
		contentType: 'application/json',
		text
	});
	const { lines } = stageText(reading, text, { names: ['status'], node: null });
	expect(lines.filter(({ lit }) => lit).map(({ text }) => text)).toEqual(['    "status": "open"']);
});

test('a long answer is cut after 1,000 lines, a long line after 400 characters', () => {
	const long = `${'x'.repeat(500)}\n${'y\n'.repeat(1_999)}z`;
	const { lines, of } = stageText(readXml(long), long, { names: ['status'], node: null });
	expect([lines.length, of]).toEqual([1_000, 2_001]);
	expect(lines[0]?.text).toBe(`${'x'.repeat(400)}…`);
	expect(lines.some(({ lit }) => lit)).toBe(false);
});

test('a request is the base, the path, and one argument a line', () => {
	const url = `${toronto.url}requests.xml?jurisdiction_id=toronto.ca&status=open`;
	expect(sentLines({ method: 'GET', url, headers: {}, body: null }, toronto)).toEqual({
		base: 'a.example/open311test/ws/',
		verb: 'GET',
		path: 'requests.xml',
		query: [
			['?jurisdiction_id', '=toronto.ca'],
			['&status', '=open']
		],
		body: []
	});
});

test('a report has its URL and the arguments of its body', () => {
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
	const url = `${toronto.url}requests.xml`;
	const sent = sentLines(
		{ method: 'POST', url, headers, body: 'service_code=30102&lat=43' },
		toronto
	);
	expect(sent).toMatchObject({ verb: 'POST', path: 'requests.xml', query: [] });
	expect(sent.body).toEqual([
		['service_code', '=30102'],
		['&lat', '=43']
	]);
});
