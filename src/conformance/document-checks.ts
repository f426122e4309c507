// Checks of an answer as a document: its type, its format and its XML ("Formats").
import { charsetIn, type Decoded } from '../document/charset';
import {
	kindOf,
	lineAndColumn,
	nodeAt,
	nodeName,
	rootOf,
	valueOf,
	type Tree
} from '../document/tree';
import type { Format } from '../georeport/types';
import type { Findings } from './findings';
import { refusalByOtherParser } from './other-parser';

const CONTENT_TYPES: Readonly<Record<Format, string>> = {
	xml: 'text/xml',
	json: 'application/json'
};

/** The only namespace that the specification allows in an answer. */
const NAMESPACE = 'http://wiki.open311.org/GeoReport_v2';

/** Checks the Content-Type of a document and its charset, against what the document is. */
export function checkContentType(
	headers: readonly (readonly [name: string, value: string])[],
	tree: Tree,
	findings: Findings
) {
	const value = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
	const wanted = CONTENT_TYPES[tree.format];
	if (value === undefined) {
		const words = `There is no Content-Type; it should be ${wanted}; charset=utf-8.`;
		return findings.add('content-type', '', '', null, () => words);
	}
	const type = (value.toLowerCase().split(';')[0] ?? '').trim();
	if (type !== wanted) {
		const words = `The Content-Type is ${type || 'empty'}; this answer should have ${wanted}.`;
		findings.add('content-type', '', '', null, () => words);
	}
	const charset = charsetIn(value)?.toLowerCase() ?? null;
	if (charset === 'utf-8') return;
	const words =
		charset === null
			? 'The Content-Type names no charset; it should say charset=utf-8.'
			: `The charset is ${charset}; it should be utf-8.`;
	findings.add('charset', '', '', null, () => words);
}

/** How the bytes of a body were read, without the text. */
export type Encoding = Omit<Decoded, 'text'>;

/** Checks that the bytes are UTF-8, and what stands before the document. */
export function checkEncoding(
	{ charset, namedBy, marked, undecodable }: Encoding,
	{ text, tree }: { text: string; tree: Tree | null },
	findings: Findings
) {
	if (undecodable) {
		const { at, byte, bytes } = undecodable;
		const { line, column } = lineAndColumn(text, at);
		const which = byte === null ? 'Bytes' : `The bytes ${bytes} at position ${byte}`;
		const node = tree ? nodeAt(tree, at) : -1;
		const words = () =>
			`${which} (line ${line}, column ${column}) are no ${charset === 'utf-8' ? 'UTF-8' : charset}; every answer is UTF-8.`;
		findings.add('encoding', '', '', node < 0 ? null : node, words);
	} else if ((marked || namedBy === 'first bytes') && charset !== 'utf-8') {
		findings.add('encoding', '', '', null, () => `The bytes are ${charset}; they should be UTF-8.`);
	}
	if (marked && tree?.format === 'json') {
		const words = () =>
			'The JSON begins with a byte order mark, which strict clients take for an error.';
		findings.add('byte-order-mark', '', '', null, words);
	}
}

/** Checks that there is a whole document, in the format that was asked for. */
export function checkBody(
	{ text, tree, asked }: { text: string; tree: Tree | null; asked: Format | null },
	findings: Findings
) {
	if (text.trim() === '') {
		findings.add(
			'empty-body',
			'',
			'',
			null,
			() => 'The body is empty; every answer has a document.'
		);
	} else if (!tree) {
		const shown = text.trim().slice(0, 40).replace(/\s+/g, ' ');
		const what = /^<(?:!doctype\s+html|html)\b/i.test(shown)
			? 'neither XML nor JSON but an HTML page'
			: 'neither XML nor JSON';
		const words = () => `The body is ${what}: “${shown}${text.trim().length > 40 ? '…' : ''}”.`;
		findings.add('neither-format', '', '', null, words);
	} else if (tree.malformed) {
		const words = `The document is not well-formed: ${tree.malformed.message}`;
		findings.add('malformed', '', '', tree.size > 0 ? tree.size - 1 : null, () => words);
	} else if (asked && asked !== tree.format) {
		const words = `${asked.toUpperCase()} was asked for and ${tree.format.toUpperCase()} came.`;
		findings.add('other-format', '', '', rootOf(tree), () => words);
	}
}

/**
 * Checks the XML itself: a declaration with the encoding, and no attribute but the one namespace. Yields
 * `next` before what can take long and cannot be divided.
 */
export function* checkXml<Step>(tree: Tree, findings: Findings, next: Step): Generator<Step, void> {
	if (!/^<\?xml[^>]*\sencoding\s*=\s*["']utf-8["']/i.test(tree.text)) {
		const words = 'The XML should begin with a declaration that says encoding="utf-8".';
		findings.add('xml-declaration', '', '', null, () => words);
	}
	const refusal = yield* refusalByOtherParser(tree.text, next);
	if (refusal !== null) {
		const words = `The XML is well-formed, but a client that reads it with fast-xml-parser fails: “${refusal}”.`;
		findings.add('other-parser', '', '', null, () => words);
	}
	for (let node = 0; node < tree.size; node++) {
		if (kindOf(tree, node) !== 'attribute') continue;
		const name = nodeName(tree, node) ?? '';
		if (/^xmlns(?::|$)/.test(name) && valueOf(tree, node) === NAMESPACE) continue;
		const words = `The attribute ${name} stands on an element; GeoReport v2 has none.`;
		findings.add('xml-attribute', name, '', node, () => words);
	}
}

/** An escape in a JSON string: a high surrogate, with its low one if there is one; a low one alone; any other. */
const ESCAPE = /\\(?:(u[Dd][89ABab]..)(\\u[Dd][C-Fc-f]..)?|(u[Dd][C-Fc-f]..)|[^])/g;

/** Checks that surrogates written as escapes come in pairs. Yields `next` now and then. */
export function* checkJson<Step>(
	tree: Tree,
	findings: Findings,
	next: Step
): Generator<Step, void> {
	let looked = 0;
	for (const { index, 0: escape, 1: high, 2: low, 3: alone } of tree.text.matchAll(ESCAPE)) {
		if (++looked % 10_000 === 0) yield next;
		if ((high === undefined || low !== undefined) && alone === undefined) continue;
		const node = nodeAt(tree, index);
		const words = () => {
			const { line, column } = lineAndColumn(tree.text, index);
			return `The escape ${escape} (line ${line}, column ${column}) is an unpaired surrogate. Clients may drop it, replace it or fail.`;
		};
		findings.add('unpaired-surrogate', nodeName(tree, node) ?? '', '', node, words);
	}
}
