// Expectations in words, for verdicts and for the list of test cases.
import { ANYTHING, type Claim, type ExpectedFields, type Wanted } from './expectation';

/** Returns in words what a field must be. */
export const describeWanted = (wanted: Wanted) =>
	wanted === null || typeof wanted !== 'object'
		? String(wanted)
		: 'contains' in wanted
			? `“…${wanted.contains}…”`
			: `like ${wanted.like.source}`;

/** Whether any value will do. */
const isAnything = (wanted: Wanted) =>
	wanted !== null &&
	typeof wanted === 'object' &&
	'like' in wanted &&
	wanted.like === ANYTHING.like;

const fieldWords = (fields: ExpectedFields) =>
	Object.entries(fields)
		.map(([name, wanted]) =>
			wanted === null
				? `no ${name}`
				: isAnything(wanted)
					? `a ${name}`
					: `${name} ${describeWanted(wanted)}`
		)
		.join(', ');

/** Returns a check in words. */
export function describeClaim(claim: Claim): string {
	switch (claim.claim) {
		case 'kind':
			return `The body is ${claim.kind}`;
		case 'count':
			return `Records: ${claim.is}`;
		case 'atLeast':
			return `Records: at least ${claim.count}`;
		case 'list':
			return `${claim.field} in order: ${claim.values.map(describeWanted).join(', ')}`;
		case 'some':
			return `A record has ${fieldWords(claim.fields)}`;
		case 'none':
			return `No record has ${fieldWords(claim.fields)}`;
		case 'every':
			return `Every record has ${fieldWords(claim.fields)}`;
		case 'descending':
			return `${claim.field} in descending order`;
		case 'that':
			return claim.words;
		case 'text':
			return `The text has ${claim.contains}`;
		default:
			return claim satisfies never;
	}
}
