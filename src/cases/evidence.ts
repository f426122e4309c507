// What came where a check failed, in one line, and where it is.
import { recordNode, recordsOf } from '../answer/records';
import type { Parsed } from '../answer/parse';
import { nodePathOf } from '../document/path/path';
import { trimmed } from '../document/text';
import { childNamed, lineAndColumn, type Tree } from '../document/tree';
import { spellUnseen } from '../georeport/unseen-characters';
import type { Claim, Expectation, ExpectedFields, Row } from './expectation';
import { documentOf, type RawAnswer } from './raw-answer';
import { hasFields, isWanted, judge, judgeClaim, type JudgedAnswer, type Verdict } from './judge';

/** The longest text of an answer in a line. */
const LONGEST = 80;

/** Shortens a value of an answer for a line; what cannot be seen in it stands there by its number. */
const shortened = (value: unknown): string => {
	const text = trimmed(String(value ?? 'nothing')).replace(/[ \t\r\n]+/g, ' ');
	return spellUnseen(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
};

const counted = (count: number) =>
	`${count.toLocaleString('en-CA')} ${count === 1 ? 'record' : 'records'}`;

/** The fields of a record that are not as expected. */
const wrongIn = (fields: ExpectedFields, row: Row) =>
	Object.entries(fields)
		.filter(([name, wanted]) => !isWanted(row[name], wanted))
		.map(([name]) => `${name} ${shortened(row[name])}`)
		.join(', ');

function cameIn(claim: Claim, parsed: Parsed): string {
	if (parsed.kind === 'unreadable') return shortened(parsed.message);
	const rows = recordsOf(parsed);
	switch (claim.claim) {
		case 'kind':
			return `a body of ${parsed.kind}`;
		case 'some': {
			const ids = Object.keys(claim.fields).slice(0, 1);
			const seen = rows.slice(0, 3).flatMap((row) => ids.map((name) => shortened(row[name])));
			const which = seen.length > 0 ? `: ${ids.join()} ${seen.join(', ')}` : '';
			return `${counted(rows.length)}${which}${rows.length > seen.length && seen.length > 0 ? ', …' : ''}`;
		}
		case 'every': {
			const at = rows.findIndex((row) => !hasFields(claim.fields)(row));
			const row = rows[at];
			return row ? `record ${at + 1} with ${wrongIn(claim.fields, row)}` : 'no record';
		}
		case 'none': {
			const at = rows.findIndex(hasFields(claim.fields));
			return `record ${at + 1} has it`;
		}
		case 'that':
			return shortened(claim.check(rows, parsed)?.came);
		case 'text':
			return 'a text without it';
		case 'list':
			return shortened(rows.map((row) => shortened(row[claim.field])).join(', '));
		case 'descending':
			return `${counted(rows.length)}, not in that order`;
		default:
			return counted(rows.length);
	}
}

/** Where a node is: its line and column in the text as it came, and its path. */
export function whereIs(tree: Tree, node: number): string {
	const { line, column } = lineAndColumn(tree.text, tree.from[node] ?? 0);
	return `line ${line}, column ${column}, ${nodePathOf(tree, node)}`;
}

/** The node that made a check fail; null where it has no single place. */
function offendingNode({ offender }: Verdict, tree: Tree, parsed: Parsed): number | null {
	if (!offender) return null;
	if ('node' in offender) return offender.node;
	const record = recordNode(tree, parsed.kind, offender.record);
	return record === null ? null : (childNamed(tree, record, offender.field) ?? record);
}

/**
 * Checks an answer as `judge` does; what failed says what came and where. Checks that fail once the
 * status is wrong or the body cannot be read follow from that.
 */
export function judgeWithEvidence(
	expectation: Expectation,
	answer: JudgedAnswer & Pick<RawAnswer, 'contentType' | 'reading'>
): Verdict[] {
	const [status, ...claims] = judge({ ...expectation, claims: [] }, answer);
	const { parsed } = answer;
	const verdicts: Verdict[] = status ? [{ ...status, came: String(answer.status) }] : [];
	let tree: Tree | null = null;
	for (const claim of expectation.claims) {
		const verdict = judgeClaim(claim, answer);
		if (!verdict || verdict.passed) {
			if (verdict) claims.push(verdict);
			continue;
		}
		tree ??= verdict.offender ? documentOf(answer) : null;
		const node = tree && offendingNode(verdict, tree, parsed);
		claims.push({
			...verdict,
			came: cameIn(claim, parsed),
			...(tree && node !== null ? { where: whereIs(tree, node) } : {})
		});
	}
	if (status?.passed) delete verdicts[0]?.came;
	return [...verdicts, ...claims];
}

/** Marks every check that failed after the first as a consequence of it. */
export function foldAfterFirst(verdicts: readonly Verdict[]): Verdict[] {
	const first = verdicts.findIndex(({ passed }) => !passed);
	return verdicts.map((verdict, at) =>
		verdict.passed || at <= first ? verdict : { ...verdict, follows: true as const }
	);
}
