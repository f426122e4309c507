// A draft as the pairs of a link: arguments under their own names, the parts no form would send
// under names that begin with ~.
import type { Draft, FilePart } from '../georeport/request';
import type { Pair } from './text';

/** All of a draft but what the beginning of a link says. */
export type DraftParts = Omit<Draft, 'method' | 'format'>;

const NO_FILE: FilePart = { name: '', filename: '', type: 'application/octet-stream', text: '' };

/** An argument whose own name begins with ~ gets another one in front. */
const argumentName = (name: string) => (name.startsWith('~') ? `~${name}` : name);

/** A list of two or more is its name repeated; a shorter one needs a mark to be told from a text. */
function argumentPairs(name: string, value: string | readonly string[]): Pair[] {
	if (typeof value === 'string') return [[argumentName(name), value]];
	const pairs = value.map((text): Pair => [argumentName(name), text]);
	return value.length > 1 ? pairs : [...pairs, ['~list', name]];
}

const filePairs = ({ name, ...file }: FilePart): Pair[] => [
	['~file', name],
	...(['filename', 'type', 'text'] as const)
		.filter((field) => file[field] !== NO_FILE[field])
		.map((field): Pair => [field === 'filename' ? '~filename' : `~file${field}`, file[field]])
];

/** The pairs a draft is written as, in the order of its values. */
export function draftPairs({ values, verb, path, headers, files, rawBody }: DraftParts): Pair[] {
	return [
		...Object.entries(values).flatMap(([name, value]) => argumentPairs(name, value)),
		...(verb === undefined ? [] : [['~verb', verb] as const]),
		...(path === undefined ? [] : [['~path', path] as const]),
		...Object.entries(headers ?? {}).map(([name, value]): Pair => [`~header:${name}`, value]),
		...(files?.length === 0 ? [['~multipart', ''] as const] : (files ?? []).flatMap(filePairs)),
		...(rawBody ? [['~body', rawBody.text] as const, ['~bodytype', rawBody.type] as const] : [])
	];
}

/** Reads the pairs of a draft; `others` are those that are none of its own, in order. */
export function readDraftPairs(pairs: readonly Pair[]): { parts: DraftParts; others: Pair[] } {
	const texts = new Map<string, string[]>();
	const lists = new Set<string>();
	const headers: Pair[] = [];
	const others: Pair[] = [];
	let files: FilePart[] | null = null;
	const odd: Pick<Draft, 'verb' | 'path' | 'rawBody'> = {};

	for (const [name, value] of pairs) {
		const isArgument = !name.startsWith('~') || name.startsWith('~~');
		const last: FilePart | undefined = files?.at(-1);
		if (isArgument) {
			const own = name.replace(/^~/, '');
			const all = texts.get(own);
			if (all) all.push(value);
			else texts.set(own, [value]);
		} else if (name === '~list') {
			lists.add(value);
			texts.set(value, texts.get(value) ?? []);
		} else if (name === '~verb') odd.verb = value;
		else if (name === '~path') odd.path = value;
		else if (name.startsWith('~header:')) headers.push([name.slice('~header:'.length), value]);
		else if (name === '~multipart') files ??= [];
		else if (name === '~file') files = [...(files ?? []), { ...NO_FILE, name: value }];
		else if (name === '~filename' && last) last.filename = value;
		else if (name === '~filetype' && last) last.type = value;
		else if (name === '~filetext' && last) last.text = value;
		else if (name === '~body') {
			odd.rawBody = { type: odd.rawBody?.type ?? 'text/plain', text: value };
		} else if (name === '~bodytype') {
			odd.rawBody = { type: value, text: odd.rawBody?.text ?? '' };
		} else others.push([name, value]);
	}

	const values = Object.fromEntries(
		[...texts].map(([name, all]) => {
			const [only = '', ...more] = all;
			return [name, lists.has(name) || more.length > 0 ? all : only];
		})
	);
	return {
		parts: {
			values,
			...odd,
			...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
			...(files ? { files } : {})
		},
		others
	};
}
