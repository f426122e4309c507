import { expect, test } from 'vitest';
import { readJsonTree } from '../json-tree';
import { nodePathOf } from './path';
import type { Tree } from '../tree';
import { readXmlTree } from '../xml-tree';

/** The path of the node in which a piece of the text begins. */
const pathAt = (tree: Tree, piece: string) =>
	nodePathOf(tree, tree.from.indexOf(tree.text.indexOf(piece)));

test('XPath names elements, and counts like siblings from 1', () => {
	const tree = readXmlTree(
		'<?xml version="1.0"?><list kind="x"><request><lat>1</lat></request><!-- a --><request><lat>2</lat>t<c/>u</request></list>'
	);
	expect(pathAt(tree, '<list')).toBe('/list');
	expect(pathAt(tree, 'kind')).toBe('/list/@kind');
	expect(pathAt(tree, '<lat>2')).toBe('/list/request[2]/lat');
	expect(pathAt(tree, '2</lat')).toBe('/list/request[2]/lat/text()');
	expect(pathAt(tree, 'u</request')).toBe('/list/request[2]/text()[2]');
	expect(pathAt(tree, '<!-- a')).toBe('/list/comment()');
	expect(pathAt(readXmlTree('<a b="1"><b/></a>'), '<b/>')).toBe('/a/b');
	const mixed = readXmlTree('<a>one<![CDATA[two]]><b/>three</a>');
	expect(pathAt(mixed, '<![CDATA[')).toBe('/a/text()[1]');
	expect(pathAt(mixed, 'three')).toBe('/a/text()[2]');
});

test('JSONPath names members, and counts items from 0', () => {
	const tree = readJsonTree('{"service_requests":[{"lat":1},{"lat":2,"odd name":3,"it\'s":[4]}]}');
	expect(nodePathOf(tree, 0)).toBe('$');
	expect(pathAt(tree, '"lat":2')).toBe('$.service_requests[1].lat');
	expect(pathAt(tree, '"odd name"')).toBe("$.service_requests[1]['odd name']");
	expect(pathAt(tree, '4')).toBe("$.service_requests[1]['it\\'s'][0]");
});
