// What breaks GeoReport v2 in an answer of a case, as verdicts beside those of the case.
import type { CheckedAnswer } from '../conformance/conformance';
import type { Finding } from '../conformance/findings';
import type { RuleName } from '../conformance/rules';
import type { DialectName } from '../georeport/dialect';
import type { Format } from '../georeport/types';
import { foldAfterFirst, whereIs } from './evidence';
import { documentOf, type RawAnswer } from './raw-answer';
import type { Verdict } from './judge';
import type { Step } from './run-case';

/** After these nothing else can be expected of the records of an answer. */
const CAUSES: ReadonlySet<RuleName> = new Set([
	'empty-body',
	'neither-format',
	'malformed',
	'other-format',
	'xml-name',
	'json-shape',
	'error-status',
	'error-body',
	'missing-field',
	'repeated-field',
	'field-name',
	'type',
	'value',
	'date-time',
	'date-time-zone',
	'date-time-day'
] as const satisfies readonly RuleName[]);

const NOTHING: Verdict = { passed: true, line: 'Nothing breaks GeoReport v2' };

function wordsOf({ words, count, consequences }: Finding): string {
	const times = count > 1 ? ` (${count.toLocaleString('en-CA')} times)` : '';
	const more = consequences > 0 ? ` ${consequences} more follow from it.` : '';
	return words + times + more;
}

/** Finds what an answer does against GeoReport v2; may reject with a sentence. */
export type FindIn = (checked: CheckedAnswer, answer: RawAnswer) => Promise<Finding[]>;

/**
 * Adds to the verdicts on an answer one for each finding: a failed one for what breaks GeoReport v2,
 * advice for what is allowed. What fails only because of one before it is marked so.
 */
export async function withConformity(
	step: Step,
	asked: Format,
	dialect: DialectName,
	findIn: FindIn
): Promise<Step> {
	const { answer, method, verdicts } = step;
	const tree = answer.text.trim() === '' ? null : documentOf(answer);
	const { status, text, contentType, encoding = null } = answer;
	const headers: [string, string][] = contentType === null ? [] : [['content-type', contentType]];
	const checked = { method, asked, status, headers, dialect, encoding, text, tree };
	const found = await findIn(checked, answer);
	const toVerdict = (finding: Finding): Verdict => {
		const { kind, rule, field, authority, section, nodes } = finding;
		const [node] = nodes;
		return {
			passed: kind === 'advice',
			line: wordsOf(finding),
			finding: `${rule} ${field}`,
			clause: `${authority}, ${section}`,
			...(kind === 'advice' ? { advice: true as const } : {}),
			...(node === undefined ? {} : { offender: { node } }),
			...(tree && node !== undefined ? { where: whereIs(tree, node) } : {})
		};
	};
	const broken = found.filter(({ kind }) => kind === 'breaks');
	const own = found.filter(({ kind }) => kind === 'breaks' || kind === 'advice').map(toVerdict);
	const [first, ...claims] = verdicts;
	const isCause = broken.some(({ rule }) => CAUSES.has(rule));
	const folded = isCause
		? claims.map((verdict) => (verdict.passed ? verdict : { ...verdict, follows: true as const }))
		: claims;
	const all = [
		...(first ? [first] : []),
		...(broken.length > 0 ? own : [...own, NOTHING]),
		...folded
	];
	return { ...step, verdicts: first && !first.passed ? foldAfterFirst(all) : all };
}
