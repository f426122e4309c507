import { expect, test } from 'vitest';
import { atOnce } from '../../tests/at-once';
import { readJsonTree } from '../document/json-tree';
import { prettyOf } from '../document/pretty';
import type { Tree } from '../document/tree';
import { readXmlTree } from '../document/xml-tree';
import { aligning, setBeside, type ComparedText, type Comparison } from './compare-rows';

const shown = (tree: Tree): ComparedText => {
	const pretty = prettyOf(tree);
	if (!pretty) throw new Error('It is not well-formed.');
	return { tree, ...pretty };
};

/** Both sides as text, a row a line: the number of the difference, and what stands on each side. */
function sidesOf(first: ComparedText, second: ComparedText, rows: Comparison['rows']) {
	const [ours, theirs] = [first.text.split('\n'), second.text.split('\n')];
	return rows.map(({ first: a, second: b, difference }) => [
		difference,
		a === null ? null : (ours[a] ?? '').trim(),
		b === null ? null : (theirs[b] ?? '').trim()
	]);
}

const XML = shown(
	readXmlTree(
		'<?xml version="1.0"?><service_requests><request><service_request_id>7</service_request_id>' +
			'<zipcode/><lat>43.5</lat></request></service_requests>'
	)
);

test('rows of XML and JSON are set beside each other by field, with gaps and numbers', () => {
	const json = shown(
		readJsonTree('{"service_requests":[{"service_request_id":7,"zipcode":null,"lat":43.5}]}')
	);
	const { rows, groups } = atOnce(aligning(XML, json));
	expect(sidesOf(XML, json, rows)).toEqual([
		[null, '<?xml version="1.0"?>', null],
		[null, null, '{'],
		[1, '<service_requests>', '"service_requests": ['],
		[3, '<request>', '{'],
		[4, '<service_request_id>7</service_request_id>', '"service_request_id": 7,'],
		[5, '<zipcode/>', '"zipcode": null,'],
		[6, '<lat>43.5</lat>', '"lat": 43.5'],
		[null, '</request>', '}'],
		[null, '</service_requests>', ']'],
		[null, null, '}']
	]);
	expect(groups.map(({ number, words, fields, rows }) => [number, words, fields, rows])).toEqual([
		[1, 'This JSON keeps the outer name; the standard drops it', ['service_requests'], [2]],
		[2, 'A list of one: nothing shows it in XML, in JSON it is a list', ['service_requests'], [2]],
		[3, 'A record has a name in XML, none in JSON', ['request'], [3]],
		[4, 'Ids are numbers in this JSON; the standard has text', ['service_request_id'], [4]],
		[5, 'No value: an empty element in XML, null in JSON', ['zipcode'], [5]],
		[6, 'Numbers in JSON; in XML everything is text', ['lat'], [6]]
	]);
});

test('fields in another order keep as many partners as can stand in order', () => {
	const [a, b] = ['{"a":1,"b":2,"c":3}', '{"b":2,"c":3,"a":1}'].map((text) =>
		shown(readJsonTree(text))
	) as [ComparedText, ComparedText];
	const { rows, groups, firstRows } = atOnce(aligning(a, b));
	expect(sidesOf(a, b, rows)).toEqual([
		[1, '{', '{'],
		[null, '"a": 1,', null],
		[null, '"b": 2,', '"b": 2,'],
		[null, '"c": 3', '"c": 3,'],
		[null, null, '"a": 1'],
		[null, '}', '}']
	]);
	expect(groups).toHaveLength(1);
	expect(firstRows).toEqual([0, 1, 2, 3, 5]);
});

test('without pairs line stands beside line', () => {
	const json = shown(readJsonTree('[1]'));
	const { rows, groups } = atOnce(setBeside(XML, json, null));
	expect(rows.slice(0, 4).map(({ first, second }) => [first, second])).toEqual([
		[0, 0],
		[1, 1],
		[2, 2],
		[3, null]
	]);
	expect(groups).toEqual([]);
});

test('a comparison of many records rests at least once for each 1,000 nodes', () => {
	const text = (status: string) =>
		`<service_requests>${`<request><status>${status}</status></request>`.repeat(5_000)}</service_requests>`;
	const [first, second] = [shown(readXmlTree(text('open'))), shown(readXmlTree(text('closed')))];
	let rests = 0;
	for (const _ of aligning(first, second)) rests++;
	expect(first.tree.size).toBe(15_001);
	expect(rests).toBeGreaterThan(15);
});
