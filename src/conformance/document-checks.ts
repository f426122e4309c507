// Checks of an answer as a document: its type, its format and its XML ("Formats").
import { kindOf, nodeName, rootOf, valueOf, type Tree } from '../document/tree';
import type { Format } from '../georeport/types';
import type { Findings } from './findings';

const CONTENT_TYPES: Readonly<Record<Format, string>> = {
	xml: 'text/xml',
	json: 'application/json'
};

/** The only namespace that the specification allows in an answer. */
const NAMESPACE = 'http://wiki.open311.org/GeoReport_v2';

const breaksFormats = (
	findings: Findings,
	rule: string,
	words: string,
	node: number | null = null,
	field = ''
) => findings.breaks(rule, field, 'Formats', node, () => words);

/** Checks the Content-Type of a document and its charset. */
export function checkContentType(
	headers: readonly (readonly [name: string, value: string])[],
	tree: Tree,
	findings: Findings
) {
	const value = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
	const wanted = CONTENT_TYPES[tree.format];
	if (value === undefined) {
		const words = `There is no Content-Type; it should be ${wanted}; charset=utf-8.`;
		return breaksFormats(findings, 'content-type', words);
	}
	const [type = '', ...parameters] = value
		.toLowerCase()
		.split(';')
		.map((part) => part.trim());
	if (type !== wanted) {
		const words = `The Content-Type is ${type}; this answer should have ${wanted}.`;
		breaksFormats(findings, 'content-type', words);
	}
	const charset = parameters
		.find((part) => part.startsWith('charset='))
		?.slice(8)
		.replaceAll('"', '');
	if (charset === 'utf-8') return;
	const words =
		charset === undefined
			? 'The Content-Type names no charset; it should say charset=utf-8.'
			: `The charset is ${charset}; it should be utf-8.`;
	breaksFormats(findings, 'charset', words);
}

/** Checks that there is a whole document, in the format that was asked for. */
export function checkBody(
	{ text, tree, asked }: { text: string; tree: Tree | null; asked: Format | null },
	findings: Findings
) {
	if (text.trim() === '') {
		breaksFormats(findings, 'empty-body', 'The body is empty; every answer has a document.');
	} else if (!tree) {
		breaksFormats(findings, 'neither-format', 'The body is neither XML nor JSON.');
	} else if (tree.malformed) {
		const words = `The document is not well-formed: ${tree.malformed.message}`;
		breaksFormats(findings, 'malformed', words, tree.size > 0 ? tree.size - 1 : null);
	} else if (asked && asked !== tree.format) {
		const words = `${asked.toUpperCase()} was asked for and ${tree.format.toUpperCase()} came.`;
		breaksFormats(findings, 'other-format', words, rootOf(tree));
	}
}

/**
 * Checks the XML itself: a declaration with the encoding, and no attribute but the one namespace.
 */
export function checkXml(tree: Tree, findings: Findings) {
	if (!/^<\?xml[^>]*\sencoding\s*=\s*["']utf-8["']/i.test(tree.text)) {
		const words = 'The XML should begin with a declaration that says encoding="utf-8".';
		breaksFormats(findings, 'xml-declaration', words);
	}
	for (let node = 0; node < tree.size; node++) {
		if (kindOf(tree, node) !== 'attribute') continue;
		const name = nodeName(tree, node) ?? '';
		if (name === 'xmlns' && valueOf(tree, node) === NAMESPACE) continue;
		const words = `The attribute ${name} stands on an element; GeoReport v2 has none.`;
		breaksFormats(findings, 'xml-attribute', words, node, name);
	}
}
