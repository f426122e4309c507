// The path of a node: XPath 1.0 for XML, JSONPath (RFC 9535) for JSON.
import { childrenOf, kindOf, nodeName, type NodeKind, type Tree } from '../tree';

/** XPath's node tests for nodes without a name. */
const NODE_TESTS: Partial<Record<NodeKind, string>> = {
	text: 'text()',
	cdata: 'text()',
	comment: 'comment()',
	instruction: 'processing-instruction()'
};

/** A name that can follow a dot in JSONPath. */
const PLAIN = /^[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF]*$/;

function xpathStep(tree: Tree, node: number): string {
	const test = (sibling: number) => {
		const kind = kindOf(tree, sibling);
		const name = nodeName(tree, sibling) ?? '';
		return kind === 'attribute' ? `@${name}` : (NODE_TESTS[kind] ?? name);
	};
	const step = test(node);
	const siblings = childrenOf(tree, tree.parents[node] ?? -1);
	// To XPath adjacent text and CDATA are one node.
	const alike = siblings.filter((sibling, at) => {
		const before = siblings[at - 1];
		const goesOn = step === 'text()' && before !== undefined && test(before) === step;
		return test(sibling) === step && !goesOn;
	});
	const position = alike.findLastIndex((sibling) => sibling <= node) + 1;
	return alike.length > 1 ? `${step}[${position}]` : step;
}

function jsonPathStep(tree: Tree, node: number): string {
	const name = nodeName(tree, node);
	if (name === null) return `[${childrenOf(tree, tree.parents[node] ?? -1).indexOf(node)}]`;
	if (PLAIN.test(name)) return `.${name}`;
	return `['${name.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}']`;
}

/**
 * Returns the path of a node from the root of its document: `/service_requests/request[3]/lat`, or
 * `$.service_requests[2].lat`. XPath counts from 1, and only siblings that are alike; JSONPath
 * counts from 0. Two members of the same name, which JSON allows, have the same path.
 */
export function nodePathOf(tree: Tree, node: number): string {
	const steps: string[] = [];
	for (let at = node; at >= 0; at = tree.parents[at] ?? -1) {
		if (tree.format === 'xml') steps.push(`/${xpathStep(tree, at)}`);
		else if ((tree.parents[at] ?? -1) >= 0) steps.push(jsonPathStep(tree, at));
	}
	steps.reverse();
	return tree.format === 'xml' ? steps.join('') : `$${steps.join('')}`;
}
