import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLesson } from './read-lesson';

const step = { title: 'One', goal: 'Do it.', hint: 'So.', check: { expect: { status: 200 } } };

/** A lesson of steps that differ from the shortest one as given. */
const steps = (...more: object[]) =>
	JSON.stringify({ title: 'A lesson', steps: more.map((each) => ({ ...step, ...each })) });

const problemsOf = (source: string) => {
	const read = readLesson(source);
	return 'problems' in read ? read.problems : [];
};

const lessonOf = (source: string) => {
	const read = readLesson(source);
	if ('problems' in read) throw new Error(read.problems.join('\n'));
	return read.lesson;
};

describe('what is wrong is said with its place', () => {
	test.each<[string, string[]]>([
		[
			'{"title": "A",}',
			[
				'The file is not JSON: line 1, column 15. A comma stands before “}”, where JSON allows none.'
			]
		],
		['[]', ['The file must be an object.']],
		['{"title":"A"}', ['The file has neither steps nor parts. Give it one.']],
		[
			'{"title":"A","steps":[],"parts":[]}',
			[
				'steps must have at least 1.',
				'parts must have at least 1.',
				'The file has both steps and parts. Take one out.'
			]
		],
		[
			'{"titel":"A","steps":[{"title":"A"}]}',
			[
				'titel is not a key of a lesson. Did you mean title?',
				'steps[0].goal is missing.',
				'steps[0].hint is missing.',
				'steps[0].check is missing.',
				'title is missing.'
			]
		],
		[steps({ title: '' }), ['steps[0].title must not be empty.']],
		[steps({ title: 1 }), ['steps[0].title must be a text.']],
		[
			steps({ title: 'a'.repeat(130) }),
			['steps[0].title must have at most 120 characters; it has 130.']
		],
		[steps({ gaol: 'x' }), ['steps[0].gaol is not a key of a step. Did you mean goal?']],
		[
			steps({ author: 'x' }),
			[
				'steps[0].author is not a key of a step. Use one of title, goal, hint, look, lines, code, dialect, open, learn, check.'
			]
		],
		[steps({ check: {} }), ['steps[0].check.expect is missing.']],
		[
			steps({ check: { expect: { status: 99 } } }),
			['steps[0].check.expect.status must be a whole number from 100 to 599.']
		],
		[
			steps({ check: { method: 'token', expects: {} } }),
			[
				'steps[0].check.expects is not a key of a check. Did you mean expect?',
				'steps[0].check.expect is missing.'
			]
		],
		[
			steps({ check: { method: 'reqests', expect: { status: 200 } } }),
			['steps[0].check.method is “reqests”, which is not a method. Did you mean requests?']
		],
		[
			steps(
				{},
				{ title: 'Two' },
				{ title: 'Three' },
				{
					title: 'Four',
					check: {
						method: 'requests',
						values: { servce_code: 'CSROWR-12' },
						expect: { status: 200 }
					}
				}
			),
			[
				'steps[3].check.values.servce_code is not an argument of GET Service Requests. Did you mean service_code?'
			]
		],
		[
			steps({ open: { method: 'discovery', values: { status: 'open' } } }),
			['steps[0].open.values.status is not an argument of Service Discovery. It takes none.']
		],
		[
			steps({ open: { method: 'requests', values: { 'attribute[A]': 'x' } } }),
			[
				'steps[0].open.values["attribute[A]"] is not an argument of GET Service Requests. Use one of jurisdiction_id, service_request_id, service_code, start_date, end_date, status, page, page_size, updated_after, updated_before, lat, long, radius.'
			]
		],
		[
			steps({ open: { method: 'services', values: { jurisdiction_id: 1 } } }),
			['steps[0].open.values.jurisdiction_id must be a text.']
		],
		[
			steps({ check: { expect: { status: 200, claims: [{ claim: 'all' }] } } }),
			[
				'steps[0].check.expect.claims[0].claim is “all”, which is not a claim. Use one of kind, count, atLeast, some, none, every, descending, list, text.'
			]
		],
		[
			steps({
				check: { expect: { status: 200, claims: [{ claim: 'every', fields: { stauts: 'open' } }] } }
			}),
			[
				'steps[0].check.expect.claims[0].fields.stauts is not a field of an answer. Did you mean status?'
			]
		],
		[
			steps({ check: { values: { token: {} }, expect: { status: 200 } } }),
			['steps[0].check.values.token.contains is missing.']
		],
		[
			JSON.stringify({ title: 'A', parts: [{ title: 'P', steps: [{ ...step, lines: ['lng'] }] }] }),
			['parts[0].steps[0].lines[0] is “lng”, which is not a field of an answer. Did you mean long?']
		],
		[
			JSON.stringify({
				title: 'A',
				steps: [step],
				closing: { title: 'B', learnt: ['C'], next: [{ words: 'D', link: 'javascript:alert(1)' }] }
			}),
			[
				'closing.next[0].link must be a file of this site, a link that begins with # or ?, or one with https://.'
			]
		],
		[
			JSON.stringify({
				title: 'A',
				steps: [step],
				closing: { title: 'B', learnt: ['C'], next: [{ words: 'D', link: '//evil.example' }] }
			}),
			[
				'closing.next[0].link must be a file of this site, a link that begins with # or ?, or one with https://.'
			]
		],
		[
			JSON.stringify({ title: 'A', steps: [step], ['x'.repeat(200_000)]: 1 }),
			[
				`["${'x'.repeat(60)}…"] is not a key of a lesson. Use one of $schema, title, dialect, steps, parts, closing.`
			]
		]
	])('%s', (source, problems) => {
		expect(problemsOf(source)).toEqual(problems);
	});
});

describe('what hangs together over several places', () => {
	test.each<[string, string]>([
		[steps({}, {}), 'steps[1].title is that of steps[0] too. Give each step its own.'],
		[
			steps({ check: { values: { token: { like: '(' } }, expect: { status: 200 } } }),
			'steps[0].check.values.token.like is not a regular expression.'
		],
		[
			steps({ open: { method: 'token', values: { token: '$token' } } }),
			'steps[0].open.values.token is $token, which no step before learns. Give one of them "learn": ["token"].'
		],
		[
			steps({ learn: ['token'], check: { values: { token: '$token' }, expect: { status: 200 } } }),
			'steps[0].check.values.token is $token, which no step before learns. Give one of them "learn": ["token"].'
		],
		[
			steps(
				{ learn: ['token'] },
				{ title: 'Two', check: { selected: '$constructor', expect: { status: 200 } } }
			),
			'steps[1].check.selected is $constructor, which no step before learns. Give one of them "learn": ["constructor"].'
		]
	])('%s', (source, problem) => {
		expect(problemsOf(source)).toEqual([problem]);
	});

	test('a name that an earlier step learns may be used', () => {
		const two = { title: 'Two', open: { method: 'token', values: { token: '$token' } } };
		expect(problemsOf(steps({ learn: ['token'] }, two))).toEqual([]);
	});
});

test('a file of more than a million characters is not read', () => {
	expect(problemsOf(`"${'a'.repeat(1_000_000)}"`)).toEqual([
		'The file has more than 1,000,000 characters.'
	]);
});

test('keys that all objects have from birth are keys like others', () => {
	const source = steps({}).replace('{', '{"__proto__":{"polluted":true},');
	expect(problemsOf(source)).toEqual([
		'__proto__ is not a key of a lesson. Use one of $schema, title, dialect, steps, parts, closing.'
	]);
	expect(problemsOf(steps({ open: { method: 'constructor' } }))).toEqual([
		'steps[0].open.method is “constructor”, which is not a method. Use one of discovery, services, definition, submit, token, requests, request.'
	]);
});

describe('a lesson', () => {
	test('without parts is one part without a heading', () => {
		const { parts, steps: all, closing } = lessonOf(steps({}, { title: 'Two' }));
		expect(parts).toHaveLength(1);
		expect(parts[0]).toMatchObject({ title: '', minutes: null });
		expect(all.map(({ title }) => title)).toEqual(['One', 'Two']);
		expect(closing).toBeNull();
	});

	test('has all that a step may leave out', () => {
		expect(lessonOf(steps({ open: { method: 'services' } })).steps[0]).toEqual({
			title: 'One',
			goal: 'Do it.',
			hint: 'So.',
			lines: [],
			learn: [],
			dialect: null,
			open: { method: 'services', format: 'xml', values: {} },
			check: { values: {}, expect: { status: 200, headers: {}, claims: [] } }
		});
	});

	test('hands its dialect down to steps that have none of their own', () => {
		const file = {
			title: 'A',
			dialect: 'toronto',
			steps: [step, { ...step, title: 'Two', dialect: 'standard' }]
		};
		expect(lessonOf(JSON.stringify(file)).steps.map(({ dialect }) => dialect)).toEqual([
			'toronto',
			'standard'
		]);
	});

	test('has patterns with their words, and code as one text', () => {
		const [first] = lessonOf(
			steps({
				code: ['a();', '', 'b();'],
				check: { values: { token: { like: '\\d+', words: 'digits' } }, expect: { status: 200 } }
			})
		).steps;
		expect(first?.code).toBe('a();\n\nb();');
		expect(first?.check.values.token).toMatchObject({ like: { source: '\\d+' }, words: 'digits' });
	});
});

test('the lesson that comes with the page is one, in parts of 60 to 90 minutes altogether', () => {
	const lesson = lessonOf(readFileSync('public/lessons.json', 'utf8'));
	const minutes = lesson.parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0);
	expect(minutes).toBeGreaterThanOrEqual(60);
	expect(minutes).toBeLessThanOrEqual(90);
	expect(lesson.steps[0]?.title).toBe('Find the endpoints');
	for (const { title, look, lines, open } of lesson.steps) {
		expect(look, title).toMatch(/\.$/);
		expect(lines.length, title).toBeGreaterThan(0);
		expect(open, title).toBeDefined();
	}
});

test('the example of the README is one', () => {
	const [, section = ''] = readFileSync('README.md', 'utf8').split('## Write a lesson');
	const [, example = ''] = /```json\n(.*?)```/s.exec(section) ?? [];
	expect(lessonOf(example)).toMatchObject({ title: 'Potholes', steps: [{ title: 'Search' }] });
});
