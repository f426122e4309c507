// What a lesson file may hold; `public/lesson.schema.json` is this as a JSON Schema.
import type { DialectName } from '../../georeport/dialect';
import { METHODS } from '../../georeport/methods';
import {
	ANSWER_HEADERS,
	ANY_ARGUMENT,
	ARGUMENTS,
	RECORD_FIELDS,
	REQUEST_HEADERS,
	SHOWN_FIELDS
} from './lesson-names';
import { isObject, type Key, type Names, type ObjectShape, type FileShape } from './shape';

const text = (atMost: number): FileShape => ({ kind: 'text', atMost });
const whole = (least: number, most: number): FileShape => ({ kind: 'whole', least, most });
const list = (of: FileShape, least: number, most: number): FileShape => ({
	kind: 'list',
	of,
	least,
	most
});
const name = (called: string, known: readonly string[]): FileShape => ({
	kind: 'name',
	names: { called, known }
});

const must = (shape: FileShape, about: string): Key => ({ shape, about, required: true });
const may = (shape: FileShape, about: string): Key => ({ shape, about, required: false });

const object = (
	called: string,
	keys: ObjectShape['keys'],
	more: Pick<ObjectShape, 'oneOf' | 'narrowed'> = {}
): ObjectShape => ({ kind: 'object', called, keys, ...more });

/** A heading. */
const TITLE = text(120);
/** A few sentences. */
const SENTENCES = text(1000);

const DIALECTS: readonly DialectName[] = ['toronto', 'standard'];
const DIALECT = name('a dialect of the mock-up', DIALECTS);
const FORMAT = name('a format', ['xml', 'json']);
const METHOD = name(
	'a method',
	METHODS.map((method) => method.name)
);

const WORDS = may(
	text(200),
	'What is wanted, for the participant, as in “the step asks for …”: “an id of 12 digits”.'
);

/** A value that a field or an argument must have. */
const WANTED: FileShape = {
	kind: 'choice',
	of: [
		{ kind: 'scalar', atMost: 4000 },
		object('a text to look for', {
			contains: must(text(1000), 'A text that the value must contain.'),
			words: WORDS
		}),
		object('a pattern', {
			like: must(
				text(500),
				'A regular expression that the whole value must match; without lookarounds, back references and \\b.'
			),
			words: WORDS
		})
	],
	meant: (value) => (!isObject(value) ? 0 : 'like' in value ? 2 : 1)
};

const wantedBy = (names: Names): FileShape => ({ kind: 'map', names, of: WANTED, most: 50 });

const FIELDS = must(wantedBy(RECORD_FIELDS), 'Fields of a record, and what each must be.');
const FIELD = must({ kind: 'name', names: RECORD_FIELDS }, 'The field, by its name in the answer.');

const KINDS = ['discovery', 'services', 'definition', 'serviceRequests', 'errors', 'unreadable'];

const claim = (keys: ObjectShape['keys']) => object('this claim', keys);

/** What must hold of the records of an answer, in the words of the test cases. */
const CLAIM: FileShape = {
	kind: 'tagged',
	tag: 'claim',
	called: 'a claim',
	of: {
		kind: claim({ kind: must(name('a kind of answer', KINDS), 'What the answer is.') }),
		count: claim({ is: must(whole(0, 1000), 'How many records there must be.') }),
		atLeast: claim({ count: must(whole(0, 1000), 'How many records there must be at least.') }),
		some: claim({ fields: FIELDS }),
		none: claim({ fields: FIELDS }),
		every: claim({ fields: FIELDS }),
		descending: claim({ field: FIELD }),
		list: claim({
			field: FIELD,
			values: must(list(WANTED, 1, 1000), 'What the field must be, record by record.')
		}),
		text: claim({
			format: must(FORMAT, 'The format that it is about; the other is not checked.'),
			contains: must(text(1000), 'What the text of the answer must contain.')
		})
	}
};

const VALUE: FileShape = {
	kind: 'choice',
	of: [{ kind: 'text', atMost: 4000 }, list(text(4000), 1, 50)],
	meant: (value) => (Array.isArray(value) ? 1 : 0)
};

const REQUEST = object(
	'a request',
	{
		method: must(METHOD, 'The method.'),
		format: may(FORMAT, 'The format; xml if absent.'),
		values: may(
			{ kind: 'map', names: ANY_ARGUMENT, of: VALUE, most: 50 },
			'Its arguments. $token stands for what an earlier step learnt.'
		),
		headers: may(
			{
				kind: 'map',
				names: REQUEST_HEADERS,
				of: text(500),
				most: 10
			},
			'Headers of the request, such as Prefer: code=503.'
		)
	},
	{ narrowed: { by: 'method', of: 'values', names: ARGUMENTS } }
);

const CHECK = object(
	'a check',
	{
		method: may(METHOD, 'The method that must have been sent; any if absent.'),
		format: may(FORMAT, 'The format that must have been asked for; any if absent.'),
		values: may(
			wantedBy(ANY_ARGUMENT),
			'Arguments that must have been sent; null means left out. $token stands for what was learnt.'
		),
		expect: must(
			object('what is expected', {
				status: must(whole(100, 599), 'The HTTP status.'),
				headers: may(wantedBy(ANSWER_HEADERS), 'Headers of the answer.'),
				claims: may(list(CLAIM, 0, 50), 'What must hold of the answer.')
			}),
			'What the answer must be.'
		),
		selected: may(text(100), 'The id of the service request that must be chosen in the page.')
	},
	{ narrowed: { by: 'method', of: 'values', names: ARGUMENTS } }
);

const LEARNT = name('something that can be learnt', ['token', 'service_request_id']);

const STEP = object('a step', {
	title: must(TITLE, 'The step in a few words; no two steps have the same.'),
	goal: must(SENTENCES, 'What to reach.'),
	hint: must(SENTENCES, 'How to get there.'),
	look: may(text(400), 'What to look at in the answer: one or two sentences.'),
	lines: may(
		list({ kind: 'name', names: SHOWN_FIELDS }, 1, 10),
		'The fields of the answer to light up.'
	),
	code: may(
		list({ kind: 'text', atMost: 200, mayBeEmpty: true }, 1, 80),
		'A program to show with the step, line by line.'
	),
	dialect: may(DIALECT, 'The dialect this step is written for, if not that of the lesson.'),
	open: may(REQUEST, 'The request that does it, for those who want to see it.'),
	learn: may(list(LEARNT, 1, 2), 'What later steps take from the answer, as $token.'),
	check: must(CHECK, 'When the step is done.')
});

const STEPS = list(STEP, 1, 100);

const PART = object('a part', {
	title: must(TITLE, 'The part in a few words.'),
	minutes: may(whole(1, 600), 'How long it takes in a workshop.'),
	steps: must(STEPS, 'Its steps, in their order.')
});

const CLOSING = object('a closing page', {
	title: must(TITLE, 'Its heading.'),
	learnt: must(list(text(300), 1, 20), 'What was learnt, a sentence each.'),
	next: may(
		list(
			object('a way to go on', {
				words: must(text(300), 'Where to go on, in a sentence.'),
				link: may(
					{
						kind: 'text',
						atMost: 500,
						pattern: {
							source: '^(https://\\S+|(?!//)[\\w./?#=&%+~-]+)$',
							words: 'a file of this site, a link that begins with # or ?, or one with https://'
						}
					},
					'Where the sentence leads.'
				)
			}),
			1,
			20
		),
		'Where to go on.'
	)
});

/** A lesson file. */
export const LESSON_SHAPE: ObjectShape = object(
	'a lesson',
	{
		$schema: may(text(500), 'The JSON Schema of lesson files: ./lesson.schema.json.'),
		title: must(TITLE, 'The name of the lesson.'),
		dialect: may(DIALECT, 'The dialect of the mock-up that the lesson is written for.'),
		steps: may(STEPS, 'The steps of a lesson without parts.'),
		parts: may(list(PART, 1, 20), 'The parts of a lesson, each with its steps.'),
		closing: may(CLOSING, 'What is shown after the last step.')
	},
	{ oneOf: ['steps', 'parts'] }
);

/** What a lesson file has in several places, by names for its schema. */
export const LESSON_DEFINITIONS: Readonly<Record<string, FileShape | Names>> = {
	step: STEP,
	request: REQUEST,
	check: CHECK,
	claim: CLAIM,
	value: WANTED,
	method: METHOD,
	recordField: RECORD_FIELDS,
	anyArgument: ANY_ARGUMENT,
	...Object.fromEntries(
		Object.entries(ARGUMENTS).map(([method, names]) => [`${method}Argument`, names])
	)
};
