import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonTree } from '../json-tree';
import { nodePathOf } from './path';
import { findingPath, findPath } from './find';
import { nodeName, valueOf, writtenOf, type Tree } from '../tree';
import { readXmlTree } from '../xml-tree';

const XML = readXmlTree(
	'<service_requests n="2"><request><id>1</id><status>open</status><address>KING ST W</address><lat>43.65</lat></request><request><id>2</id><status>closed</status><address>QUEEN ST W</address></request><request><id>3</id><status>open</status><lat>43.7</lat><!-- c --></request></service_requests>'
);
const JSON_TREE = readJsonTree(
	'{"service_requests":[{"id":1,"status":"open","lat":43.65},{"id":2,"status":"closed","odd name":null},{"id":3,"status":"open","lat":43.7}]}'
);

/** What a path finds, as written; or the problem and its position. */
function found(tree: Tree, expression: string): string[] | string {
	const result = findPath(tree, expression);
	if ('problem' in result) return `${result.at}: ${result.problem}`;
	return result.nodes.map((node) =>
		nodeName(tree, node) === null || tree.format === 'json'
			? (valueOf(tree, node) ?? writtenOf(tree, node))
			: (valueOf(tree, node) ?? `<${nodeName(tree, node)}>`)
	);
}

test.each([
	['/service_requests/request[2]/id', ['2']],
	['//id', ['1', '2', '3']],
	['//request/*[1]', ['1', '2', '3']],
	['/service_requests/@n', ['2']],
	['//id/text()', ['1', '2', '3']],
	['//request[last()]/id', ['3']],
	['//request[last()-1]/id', ['2']],
	["//request[status='open']/id", ['1', '3']],
	["//request[status!='open']/id", ['2']],
	['//request[lat]/id', ['1', '3']],
	['//request[not(lat)]/id', ['2']],
	['//request[lat > 43.66]/id', ['3']],
	["//request[contains(address,'KING')]/id", ['1']],
	["//request[starts-with(address,'QUEEN')]/id", ['2']],
	["//request[lat and status='open'][2]/id", ['3']],
	["//request[address='KING ST W' or id=3]/id", ['1', '3']],
	['//lat/../id', ['1', '3']],
	['//comment()', [' c ']],
	['//nothing', []],
	['', []]
])('XPath %s', (expression, nodes) => expect(found(XML, expression)).toEqual(nodes));

test.each([
	['$.service_requests[1].id', ['2']],
	["$['service_requests'][0]['status']", ['open']],
	['$..id', ['1', '2', '3']],
	['$.service_requests[*].status', ['open', 'closed', 'open']],
	['$.service_requests[-1].id', ['3']],
	['$.service_requests[0:2].id', ['1', '2']],
	['$.service_requests[::2].id', ['1', '3']],
	["$..[?@.status=='open'].id", ['1', '3']],
	['$..[?@.lat>43.66].id', ['3']],
	['$..[?@.lat].id', ['1', '3']],
	['$..[?!@.lat].id', ['2']],
	['$..[?@.lat && @.id!=1].id', ['3']],
	["$..['odd name']", ['null']],
	['$..nothing', []]
])('JSONPath %s', (expression, nodes) => expect(found(JSON_TREE, expression)).toEqual(nodes));

test.each([
	[XML, '//request[', /^10: /],
	[XML, '//request[lat=]', /^14: A text in quotes or a number is expected/],
	[XML, 'count(//id)', /^0: The function count\(\)/],
	[XML, '//a | //b', /“\|” are not known here/],
	[XML, "//id[.='1]", /not closed/],
	[JSON_TREE, 'service_requests', /^0: A JSONPath begins with “\$”; “\$\.\.service_requests”/],
	[JSON_TREE, '$.', /^2: A name or “\*” is expected/],
	[JSON_TREE, '$[?@.a=1]', /compares with “==”/],
	[JSON_TREE, '$[?length(@)>1]', /The function length\(\) is not known here/],
	[JSON_TREE, 'x'.repeat(1001), /1000 characters/]
] as const)(
	'%#: what is not understood is reported with its position',
	(tree, expression, words) => {
		expect(found(tree, expression)).toMatch(words);
	}
);

test('a search is stopped before it looks at more places than the page can wait for', () => {
	const deep = readXmlTree('<a>'.repeat(20_000) + 'x' + '</a>'.repeat(20_000));
	const words =
		'This path looks at more than 20,000,000 places and was stopped. Name more of what you look for.';
	expect(findPath(deep, "//*[.='y']")).toEqual({ problem: words, at: null });
	expect(findPath(deep, '//a[last()]')).toHaveProperty('nodes.length', 20_000);
	const wide = readJsonTree(`[${'[1],'.repeat(10_000)}[1]]`);
	expect(findPath(wide, '$[*][?@[0]>1]')).toEqual({ nodes: [] });
});

const names = fc.constantFrom('a', 'b', 'request', 'odd name', "it's", '0', '\\');
const json = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.integer(),
		fc.constantFrom('', 'x', null, true),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(names, tie('value'), { maxKeys: 3 })
	)
})).value;

const xml = fc.letrec<{ element: string }>((tie) => ({
	element: fc
		.tuple(
			fc.constantFrom('a', 'b', 'request'),
			fc.constantFrom('', ' x="1"'),
			fc.array(
				fc.oneof(
					{ depthSize: 'small' },
					fc.constantFrom('t', '<!--c-->', '<?p q?>'),
					tie('element')
				),
				{
					maxLength: 4
				}
			)
		)
		.map(([name, attribute, inside]) => `<${name}${attribute}>${inside.join('')}</${name}>`)
})).element;

test('the path of a node finds that node alone', () => {
	const holds = (tree: Tree) => {
		for (let node = 0; node < tree.size; node++) {
			const path = nodePathOf(tree, node);
			expect([path, findPath(tree, path)]).toEqual([path, { nodes: [node] }]);
		}
	};
	fc.assert(fc.property(json, (value) => holds(readJsonTree(JSON.stringify(value)))));
	fc.assert(fc.property(xml, (text) => holds(readXmlTree(text))));
});

test('no expression throws', () => {
	const piece = fc.constantFrom(
		'$',
		'.',
		'..',
		'[',
		']',
		'/',
		'//',
		'@',
		'?',
		'*',
		"'",
		'"',
		'a',
		'lat',
		'1',
		'-',
		':',
		'(',
		')',
		'=',
		'<',
		'!',
		'&&',
		' ',
		'not(',
		'last()',
		'text()'
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			for (const tree of [XML, JSON_TREE]) {
				const result = findPath(tree, pieces.join(''));
				expect('nodes' in result || result.problem.length > 5).toBe(true);
			}
		}),
		{ numRuns: 2000 }
	);
});

test.each([
	[
		'a long text that is read for each node around it',
		`${'<a>'.repeat(10)}${'x'.repeat(200_000)}${'</a>'.repeat(10)}`,
		"//a[contains(.,'z')]"
	],
	['many nodes', `<l>${'<a/>'.repeat(30_000)}</l>`, '//a'],
	['many filters', `<l>${'<a/>'.repeat(3_000)}</l>`, '//a[not(b)][not(b)][not(b)][not(b)][not(b)]'],
	['a long text in JSON', `[${`"${'x'.repeat(200_000)}",`.repeat(9)}1]`, '$[?@=="z"]'],
	['many members', `[${'{"a":1},'.repeat(30_000)}1]`, '$..a']
])('whoever searches %s has a turn now and then', (_, text, expression) => {
	const search = findingPath(
		text.startsWith('<') ? readXmlTree(text) : readJsonTree(text),
		expression
	);
	let turns = 0;
	while (!search.next().done) turns++;
	expect(turns).toBeGreaterThanOrEqual(7);
});

test('two searches at a time find what each finds by itself', () => {
	const many = readXmlTree(`<l>${'<a/><b/>'.repeat(3_000)}</l>`);
	const searches = [findingPath(many, '//a'), findingPath(many, '//b')];
	const found = searches.map(() => 0);
	for (let left = searches.length; left > 0;) {
		searches.forEach((search, at) => {
			const { done, value } = search.next();
			if (!done || !value) return;
			left--;
			found[at] = 'nodes' in value ? value.nodes.length : -1;
		});
	}
	expect(found).toEqual([3_000, 3_000]);
});
