// What an answer has to do with a claim, in words: why it does not hold, or what it found.
import type { Claim, ExpectedFields } from '../../cases/expectation';
import { hasFields, isWanted } from '../../cases/judge';
import type { Parsed } from '../../answer/parse';
import {
	askedWords,
	cameWords,
	counted,
	haveWords,
	lacksOf,
	namedRecords,
	type Records
} from './record-words';
import { askedFor, isNothing, listed, shortened } from './value-words';

const KIND_WORDS: Readonly<Record<Parsed['kind'], string>> = {
	discovery: 'a discovery document',
	services: 'a list of services',
	definition: 'a service definition',
	serviceRequests: 'a list of service requests',
	errors: 'a list of errors',
	unreadable: 'a body that cannot be read'
};

/** “…: the step asks for …”, or a plain sentence where only a pattern says for what. */
const asking = (words: string, asked: string | null) =>
	asked
		? `${words}: the step asks for ${asked}.`
		: `${words}, which is not what the step asks for.`;

function missedEvery(fields: ExpectedFields, records: Records): string {
	const isOne = records.rows.length === 1;
	if (records.rows.length === 0) return asking(cameWords(records), askedWords(fields, false));
	const { words, lacking } = lacksOf(fields, records.rows);
	const and = words.length === 1 ? 'and ' : '';
	return asking(`${cameWords(records)}, ${and}${listed(words)}`, askedWords(lacking, isOne));
}

function missedSome(fields: ExpectedFields, records: Records): string {
	const { rows } = records;
	if (rows.length === 1) return missedEvery(fields, records);
	if (rows.length === 0) return asking(cameWords(records), askedWords(fields, true));
	const asked = askedWords(fields, true) === '' ? '' : ': the step asks for one';
	return `${cameWords(records)}, and none ${haveWords(fields, true)}${asked}.`;
}

function missedList(claim: Claim & { claim: 'list' }, records: Records): string {
	const { field, values } = claim;
	const { rows, noun } = records;
	if (rows.length !== values.length) {
		return asking(cameWords(records), counted(values.length, noun));
	}
	const at = rows.findIndex((row, place) => !isWanted(row[field], values[place] ?? null));
	const value = rows[at]?.[field];
	const came = isNothing(value) ? `no ${field}` : `${field} ${shortened(String(value))}`;
	return asking(`The ${noun.one} at place ${at + 1} has ${came}`, askedFor(values[at] ?? null));
}

/** Why a claim does not hold of an answer: one sentence. */
export function missedWords(claim: Claim, parsed: Parsed): string {
	const records = namedRecords(parsed);
	const { rows, noun } = records;
	if (claim.claim === 'kind') {
		return asking(`The answer is ${KIND_WORDS[parsed.kind]}`, KIND_WORDS[claim.kind]);
	}
	if (claim.claim === 'text') return `The answer does not contain ${shortened(claim.contains)}.`;
	if (parsed.kind === 'unreadable') return `The answer cannot be read. ${parsed.message}`;
	switch (claim.claim) {
		case 'count':
			return asking(cameWords(records), claim.is.toLocaleString('en-CA'));
		case 'atLeast':
			return asking(cameWords(records), `at least ${counted(claim.count, noun)}`);
		case 'every':
			return missedEvery(claim.fields, records);
		case 'some':
			return missedSome(claim.fields, records);
		case 'none': {
			const found = rows.filter(hasFields(claim.fields)).length;
			const have = haveWords(claim.fields, found === 1);
			const who = rows.length === 1 ? 'it' : found.toLocaleString('en-CA');
			return asking(`${cameWords(records)}, and ${who} ${have}`, 'none of these');
		}
		case 'list':
			return missedList(claim, records);
		case 'descending':
			return rows.length < 2
				? asking(cameWords(records), 'at least 2')
				: `${cameWords(records)}, and ${claim.field} grows from one to the next: the step asks that it never does.`;
		case 'that':
			return `${claim.check(rows, parsed)?.came ?? cameWords(records)}.`;
		default:
			return claim satisfies never;
	}
}

/** What was found where a claim holds, for “Done: …”; null where the claim says nothing worth it. */
export function foundWords(claim: Claim, parsed: Parsed): string | null {
	const records = namedRecords(parsed);
	const { rows, noun } = records;
	const [first] = rows;
	switch (claim.claim) {
		case 'some':
		case 'every': {
			if (rows.length === 1) {
				const values = Object.keys(claim.fields).map((name) =>
					isNothing(first?.[name])
						? `${name} has no value`
						: `${name} is ${shortened(String(first?.[name]))}`
				);
				return listed(values);
			}
			const found = rows.filter(hasFields(claim.fields)).length;
			const have = haveWords(claim.fields, found === 1);
			return claim.claim === 'every'
				? `all ${rows.length.toLocaleString('en-CA')} ${have}`
				: `${found.toLocaleString('en-CA')} of ${counted(rows.length, noun)} ${have}`;
		}
		case 'count':
		case 'atLeast':
		case 'list':
		case 'descending':
			return cameWords(records).replace(/^N/, 'n');
		default:
			return null;
	}
}
