// The published schema and the page's own check take the same files and refuse the same files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { LESSON_DEFINITIONS, LESSON_SHAPE } from './lesson-shape';
import { shapeProblems } from './problems';
import { schemaOf } from './schema';
import { isObject } from './shape';

const PUBLISHED = 'public/lesson.schema.json';

/** What ajv is to a test: it comes with the validator of the OpenAPI description. */
interface Ajv {
	compile(schema: unknown): (value: unknown) => boolean;
}
const own = createRequire(import.meta.url);
const { default: AjvClass } = createRequire(own.resolve('@seriousme/openapi-schema-validator'))(
	'ajv'
) as { default: new (options: object) => Ajv };

const bySchema = new AjvClass({ strict: false }).compile(
	JSON.parse(readFileSync(PUBLISHED, 'utf8'))
);
const byCheck = (value: unknown) => shapeProblems(value, LESSON_SHAPE).length === 0;

test('the published schema is drawn from the shape; `vitest -u` writes it anew', async () => {
	const title = 'A lesson of the Toronto Open311 Playground';
	const schema = schemaOf(LESSON_SHAPE, title, LESSON_DEFINITIONS);
	const options = { ...(await resolveConfig(PUBLISHED)), parser: 'json' };
	await expect(await format(JSON.stringify(schema), options)).toMatchFileSnapshot(
		`../../../${PUBLISHED}`
	);
});

const step = { title: 'A', goal: 'B', hint: 'C', check: { expect: { status: 200 } } };
const withStep = (more: object) => ({ title: 'L', steps: [{ ...step, ...more }] });
const withClaim = (claim: unknown) =>
	withStep({ check: { expect: { status: 200, claims: [claim] } } });
const withValues = (method: string | undefined, values: unknown) =>
	withStep({ check: { ...(method ? { method } : {}), values, expect: { status: 200 } } });

describe('files that are right', () => {
	test.each<[string, unknown]>([
		['the page’s own lesson', JSON.parse(readFileSync('public/lessons.json', 'utf8'))],
		['the shortest lesson', withStep({})],
		['parts', { title: 'L', parts: [{ title: 'P', minutes: 5, steps: [step] }] }],
		['a dialect', { ...withStep({ dialect: 'standard' }), dialect: 'toronto' }],
		['code with an empty line', withStep({ code: ['a();', '', 'b();'] })],
		['an argument left out', withValues('submit', { lat: null })],
		['answers to questions', withValues('submit', { 'attribute[A][]': 'x', 'attribute[B]': 'y' })],
		['any argument without a method', withValues(undefined, { token: '$token', radius: '5' })],
		['a pattern with words', withValues('token', { token: { like: '\\d+', words: 'digits' } })],
		[
			'a value several times',
			withStep({ open: { method: 'requests', values: { status: ['open', 'closed'] } } })
		],
		[
			'claims',
			withClaim({ claim: 'list', field: 'status', values: ['open', null, { contains: 'x' }] })
		],
		[
			'a closing page',
			{
				...withStep({}),
				closing: { title: 'C', learnt: ['D'], next: [{ words: 'E', link: '#case/requests' }] }
			}
		]
	])('%s', (_, file) => {
		expect([bySchema(file), shapeProblems(file, LESSON_SHAPE)]).toEqual([true, []]);
	});
});

describe('files that are wrong', () => {
	test.each<[string, unknown]>([
		['no object', []],
		['null', null],
		['a text', 'lesson'],
		['no title', { steps: [step] }],
		['neither steps nor parts', { title: 'L' }],
		['steps and parts', { title: 'L', steps: [step], parts: [{ title: 'P', steps: [step] }] }],
		['no step', { title: 'L', steps: [] }],
		['101 steps', { title: 'L', steps: Array.from({ length: 101 }, () => step) }],
		['a key that is not known', { ...withStep({}), author: 'me' }],
		['a misspelt key', withStep({ hnit: 'C' })],
		['an own key of all objects', withStep(JSON.parse('{"__proto__": {}}') as object)],
		['an empty title', withStep({ title: '' })],
		['a title that is too long', withStep({ title: 'a'.repeat(121) })],
		['a number as a title', withStep({ title: 1 })],
		['a status as a text', withStep({ check: { expect: { status: '200' } } })],
		['a status beyond 599', withStep({ check: { expect: { status: 600 } } })],
		['a status between two', withStep({ check: { expect: { status: 200.5 } } })],
		['no expectation', withStep({ check: {} })],
		['a method nobody has', withStep({ check: { method: 'list', expect: { status: 200 } } })],
		['a misspelt argument', withValues('requests', { servce_code: 'A' })],
		['an argument of another method', withValues('token', { status: 'open' })],
		['an argument of a method without', withValues('discovery', { status: 'open' })],
		['an attribute where none is sent', withValues('requests', { 'attribute[A]': 'x' })],
		['an attribute without a code', withValues('submit', { 'attribute[]': 'x' })],
		[
			'a misspelt argument to fill in',
			withStep({ open: { method: 'token', values: { tokn: '1' } } })
		],
		['a number to fill in', withStep({ open: { method: 'token', values: { token: 1 } } })],
		['a header with a space', withStep({ open: { method: 'services', headers: { 'A B': 'x' } } })],
		['a pattern and a text', withValues('token', { token: { like: 'a', contains: 'b' } })],
		['an empty object as a value', withValues('token', { token: {} })],
		['a list as a value', withValues('token', { token: ['a'] })],
		['a claim nobody knows', withClaim({ claim: 'all' })],
		['a claim without a name', withClaim({ is: 2 })],
		['a claim that is a text', withClaim('count')],
		['a claim with another’s key', withClaim({ claim: 'count', count: 2 })],
		['a count below 0', withClaim({ claim: 'count', is: -1 })],
		['a field nobody has', withClaim({ claim: 'every', fields: { stauts: 'open' } })],
		['a line nobody has', withStep({ lines: ['stauts'] })],
		['no lines', withStep({ lines: [] })],
		['something that is not learnt', withStep({ learn: ['service_code'] })],
		['a dialect nobody speaks', withStep({ dialect: 'ottawa' })],
		['code as one text', withStep({ code: 'a();' })],
		[
			'a link that runs',
			{
				...withStep({}),
				closing: { title: 'C', learnt: ['D'], next: [{ words: 'E', link: 'javascript:a()' }] }
			}
		]
	])('%s', (_, file) => {
		expect([bySchema(file), byCheck(file)]).toEqual([false, false]);
	});
});

/** Every file that differs from a right one in one place: a key more, one less, another type. */
function* changed(value: unknown, put: (value: unknown) => unknown): Generator<unknown> {
	for (const other of [null, 0, '', 'x', true, [], {}, [value]]) yield put(other);
	if (Array.isArray(value)) {
		for (const [at, item] of value.entries())
			yield* changed(item, (each) => put(value.with(at, each)));
	} else if (isObject(value)) {
		yield put({ ...value, another: 'x' });
		for (const [name, each] of Object.entries(value)) {
			const { [name]: _, ...others } = value;
			yield put(others);
			yield put({ ...others, [`${name}x`]: each });
			yield* changed(each, (other) => put({ ...value, [name]: other }));
		}
	}
}

test('schema and check agree on every small change to a lesson that has everything', () => {
	const file = {
		title: 'L',
		parts: [
			{
				title: 'P',
				steps: [
					{
						...step,
						look: 'D',
						lines: ['status'],
						code: ['a'],
						dialect: 'toronto',
						learn: ['token'],
						open: { method: 'submit', values: { lat: '1' }, headers: { Prefer: 'a' } },
						check: {
							method: 'submit',
							format: 'xml',
							selected: 'a',
							values: { 'attribute[A]': { like: 'a', words: 'b' }, lat: null },
							expect: {
								status: 200,
								headers: { 'Retry-After': { contains: '3' } },
								claims: [
									{ claim: 'kind', kind: 'errors' },
									{ claim: 'count', is: 2 },
									{ claim: 'atLeast', count: 1 },
									{ claim: 'some', fields: { code: 'a' } },
									{ claim: 'descending', field: 'code' },
									{ claim: 'list', field: 'code', values: [true, 1] },
									{ claim: 'text', format: 'json', contains: 'x' }
								]
							}
						}
					}
				]
			}
		],
		closing: { title: 'C', learnt: ['D'], next: [{ words: 'E', link: 'a.html' }] }
	};
	let [taken, refused] = [0, 0];
	for (const each of changed(file, (value) => value)) {
		const is = byCheck(each);
		if (bySchema(each) !== is) expect.fail(`They differ on ${JSON.stringify(each)}`);
		if (is) taken++;
		else refused++;
	}
	expect(byCheck(file)).toBe(true);
	expect(taken).toBeGreaterThan(50);
	expect(refused).toBeGreaterThan(500);
});
