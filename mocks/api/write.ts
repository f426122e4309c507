// The only writer of XML and JSON: https://wiki.open311.org/GeoReport_v2/, "Formats". JSON follows
// the Spark convention: no root element, and every list is an array, whatever its length.
import type { Format } from '../../src/georeport/types';

/** A value to print. A list has a name for its items, which only XML prints. */
export type WireTree = string | number | boolean | null | WireCdata | WireFields | WireList;

/** A text that XML prints as CDATA, JSON as any other. */
interface WireCdata {
	cdata: string;
}

/** Named values in the order they are printed. */
export interface WireFields {
	fields: readonly (readonly [name: string, value: WireTree])[];
}

/** Items of one kind. */
interface WireList {
	item: string;
	of: readonly WireTree[];
}

/** The characters that XML 1.0 forbids, even escaped (section 2.2, "Char"). */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** Replaces characters that XML forbids with U+FFFD, so that both formats have the same text. */
const writable = (text: string) => text.replace(UNWRITABLE, '\ufffd');

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

const escaped = (text: string) =>
	writable(text).replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character);

/** A text as CDATA; its end cannot be in one, and a carriage return would be read as a line feed. */
const inCdata = (text: string) =>
	writable(text)
		.split('\r')
		.map((part) => `<![CDATA[${part.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
		.join('&#13;');

function xmlLines(name: string, value: WireTree, indent: string): string[] {
	if (value === null || value === '') return [`${indent}<${name}/>`];
	if (typeof value !== 'object') return [`${indent}<${name}>${escaped(String(value))}</${name}>`];
	if ('cdata' in value) return [`${indent}<${name}>${inCdata(value.cdata)}</${name}>`];
	const children: readonly (readonly [string, WireTree])[] =
		'fields' in value ? value.fields : value.of.map((item) => [value.item, item] as const);
	if (children.length === 0) return [`${indent}<${name}/>`];
	return [
		`${indent}<${name}>`,
		...children.flatMap(([child, content]) => xmlLines(child, content, `${indent}  `)),
		`${indent}</${name}>`
	];
}

function toJson(value: WireTree, omitsNull: boolean): unknown {
	if (typeof value === 'string') return writable(value);
	if (value === null || typeof value !== 'object') return value;
	if ('cdata' in value) return writable(value.cdata);
	if ('of' in value) return value.of.map((item) => toJson(item, omitsNull));
	return Object.fromEntries(
		value.fields
			.filter(([, content]) => !(omitsNull && content === null))
			.map(([name, content]) => [name, toJson(content, omitsNull)])
	);
}

/** How to print a document: `root` is the XML element, `wrapper` a JSON key around everything. */
export interface WireLayout {
	root: string;
	wrapper?: string;
	omitsNull: boolean;
}

/** Prints a tree: XML with a declaration and indented, JSON on one line. */
export function write(tree: WireTree, format: Format, layout: WireLayout): string {
	if (format === 'xml') {
		const lines = ['<?xml version="1.0" encoding="utf-8"?>', ...xmlLines(layout.root, tree, '')];
		return `${lines.join('\n')}\n`;
	}
	const content = toJson(tree, layout.omitsNull);
	return JSON.stringify(layout.wrapper ? { [layout.wrapper]: content } : content);
}
