// Answers to GET Service Requests in shapes that Toronto's do not have, of any size and always the same.
import type { Format } from '../src/georeport/types';

/** A field of a service request: a text, or fields of its own. */
type Value = string | Fields;
type Fields = readonly (readonly [name: string, value: Value])[];

/** A whole number from 0 to below `limit`. */
type Random = (limit: number) => number;

/** An answer, and what a reader must find in it. */
interface ShapedAnswer {
	text: string;
	/** The `service_request_id` of each service request, in order. */
	ids: readonly string[];
	/** The `description` of each as a person reads it; null for one that has none. */
	descriptions: readonly (string | null)[];
}

/** A way in which an answer can differ from Toronto's. */
export interface AnswerShape {
	name: string;
	format: Format;
	/** An answer with `count` service requests; the same seed gives the same text. */
	make: (count: number, seed?: number) => ShapedAnswer;
}

/** Mulberry32: small, and the same numbers on every machine. */
function randomOf(seed: number): Random {
	let state = seed;
	return (limit) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
}

const WORDS = 'pothole on the road near a school deep and wide by the kerb since last week'.split(
	' '
);
const SCRIPTS = [
	...['حفرة في الطريق', '路面坑洼', '도로 구멍', 'गड्ढा', 'หลุมบนถนน', 'Ведро', 'בור'],
	// Beyond U+FFFF, joined and combined: what a reader by characters may count wrongly.
	...['👩🏽‍🚒🚧', '𝒜𝓫', 'e\u0301a\u0308\u0323', 'Z\u0351\u036B\u0343', '🇨🇦']
];

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
	items[random(items.length)] as Item;

const words = (random: Random, count: number, from: readonly string[] = WORDS) =>
	Array.from({ length: count }, () => pick(random, from)).join(' ');

const times = <Item>(count: number, make: (at: number) => Item): Item[] =>
	Array.from({ length: count }, (_, at) => make(at));

/** The fields that most cities send; `place` joins the two streets of a corner. */
const fieldsOf = (random: Random, id: string, description: string, join = ' & '): Fields => [
	['service_request_id', id],
	['status', pick(random, ['open', 'closed'])],
	['service_name', 'Pothole'],
	['service_code', '001'],
	['description', description],
	['requested_datetime', `2026-0${1 + random(9)}-1${random(10)}T0${random(10)}:30:00Z`],
	['address', `${words(random, 2)}${join}${words(random, 2)}`],
	['lat', `43.${100_000 + random(900_000)}`],
	['long', `-79.${100_000 + random(900_000)}`]
];

/** What the records hold: the fields of one of them. */
type Contents = (random: Random, id: string, at: number) => Fields;

/** A field that holds one field, which holds one field, and so on. */
const nested = (depth: number): Value =>
	depth === 0 ? 'the innermost' : [['within', nested(depth - 1)]];

const plain: Contents = (random, id) => fieldsOf(random, id, words(random, 12));

const CONTENTS = {
	'long texts': (random, id, at) => fieldsOf(random, id, words(random, at % 20 === 0 ? 4_000 : 3)),
	'short texts': (random, id) => [
		['service_request_id', id],
		...times(12, (at) => [`f${at}`, pick(random, ['a', '1', '&'])] as const),
		['description', 'x']
	],
	deep: (random, id) => [...plain(random, id, 0), ['extended', nested(60)]],
	wide: (random, id) => [
		...plain(random, id, 0),
		...times(40, (at) => [`attribute_${at}`, words(random, 1)] as const)
	],
	'other scripts': (random, id) => fieldsOf(random, id, words(random, 12, SCRIPTS)),
	'missing and extra fields': (random, id, at) => [
		['service_request_id', id],
		...plain(random, id, 0)
			.slice(1)
			.filter(() => random(2) === 0),
		// Names that come once only.
		...times(random(8), (extra) => [`extra_${at}_${extra}`, words(random, 2)] as const)
	]
} satisfies Record<string, Contents>;

/** How the texts of an answer are spelled, and what stands between its fields. */
interface Spelling {
	spell: (text: string) => string;
	between?: (random: Random) => string;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const XML: Spelling = { spell: (text) => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign) };

/** Every character as a reference, in decimal and hexadecimal digits by turns. */
const REFERENCES: Spelling = {
	spell: (text) =>
		[...text]
			.map((sign, at) => {
				const code = sign.codePointAt(0) ?? 0;
				return SIGNS[sign] ?? (at % 2 ? `&#${code};` : `&#x${code.toString(16)};`);
			})
			.join('')
};

const CDATA: Spelling = { spell: (text) => `<![CDATA[${text}]]>` };

const COMMENTS: Spelling = {
	...XML,
	between: (random) => `<!-- ${words(random, 6)} & <b> -->`
};

const JSON_TEXT: Spelling = { spell: (text) => JSON.stringify(text) };

/** Every UTF-16 unit as an escape. */
const ESCAPES: Spelling = {
	spell: (text) =>
		`"${text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`
};

function toXml(fields: Fields, spelling: Spelling, random: Random): string {
	const { spell, between = () => '' } = spelling;
	return fields
		.map(([name, value]) => {
			const inside = typeof value === 'string' ? spell(value) : toXml(value, spelling, random);
			return `${between(random)}<${name}>${inside}</${name}>`;
		})
		.join('');
}

const toJson = (fields: Fields, spelling: Spelling): string =>
	`{${fields
		.map(([name, value]) => {
			const inside = typeof value === 'string' ? spelling.spell(value) : toJson(value, spelling);
			return `"${name}":${inside}`;
		})
		.join(',')}}`;

/** Ids as a city counts them. */
const idOf = (at: number) => String(300_000_000 + at);

const shape = (
	name: string,
	format: Format,
	contents: Contents,
	spelling: Spelling = format === 'xml' ? XML : JSON_TEXT
): AnswerShape => ({
	name,
	format,
	make(count, seed = 311) {
		const random = randomOf(seed);
		const ids = times(count, idOf);
		const records = ids.map((id, at) => contents(random, id, at));
		const descriptions = records.map((fields) => {
			const [, description] = fields.find(([name]) => name === 'description') ?? [];
			return typeof description === 'string' ? description : null;
		});
		const text =
			format === 'json'
				? `[${records.map((fields) => toJson(fields, spelling)).join(',')}]`
				: `<?xml version="1.0" encoding="utf-8"?><service_requests>${records
						.map((fields) => `<request>${toXml(fields, spelling, random)}</request>`)
						.join('')}</service_requests>`;
		return { text, ids, descriptions };
	}
});

const both = (name: keyof typeof CONTENTS): AnswerShape[] =>
	(['xml', 'json'] as const).map((format) => shape(name, format, CONTENTS[name]));

const unjoined: Contents = (random, id) => fieldsOf(random, id, words(random, 12), ' at ');
const markedUp: Contents = (random, id) =>
	fieldsOf(random, id, `${words(random, 5)} <b>&amp; & </b> ${words(random, 5)}`);

/** All shapes, each in one format. */
export const ANSWER_SHAPES: readonly AnswerShape[] = [
	shape('no references', 'xml', unjoined),
	shape('only references', 'xml', plain, REFERENCES),
	shape('CDATA', 'xml', markedUp, CDATA),
	shape('comments', 'xml', plain, COMMENTS),
	shape('no escapes', 'json', plain),
	shape('only escapes', 'json', plain, ESCAPES),
	...(Object.keys(CONTENTS) as (keyof typeof CONTENTS)[]).flatMap(both)
];
