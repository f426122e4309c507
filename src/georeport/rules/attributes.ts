// The answers to the questions of a service: "POST Service Request", `attribute`, against
// "GET Service Definition".
import { isComplete, parseDateTime } from '../date-time';
import { toNumber, type AttributeAnswer } from './form-values';
import type { Problem, Rule, RuleContext } from './rule';
import type { Attribute } from '../types';

/** The most keys to list in a problem; nobody would read more. */
const MOST_KEYS = 8;

const nameOf = (code: string) => `attribute[${code}]`;

/** First the questions in their order, then the answers that belong to no question. */
export const attributes: Rule = ({ answers }, context) => {
	const { definition } = context;
	if (!definition) return [];
	const questions = definition.attributes.filter(({ variable }) => variable);
	const unasked = [...answers].filter(([code]) => questions.every((each) => each.code !== code));
	return [
		...questions.flatMap((question) => {
			const answer = answers.get(question.code);
			return answer ? judged(question, answer, context) : unanswered(question);
		}),
		...unasked.map(([code, answer]): Problem => {
			const isNote = definition.attributes.some((each) => each.code === code);
			return {
				names: namesOf(code, answer),
				// The specification does not say that a server must refuse these.
				kind: context.dialect ? 'wrong' : 'note',
				words: isNote
					? `${nameOf(code)} is a note for the reader and takes no answer. Leave it out.`
					: `${nameOf(code)} is not a question of this service. Leave it out, or check its code.`
			};
		})
	];
};

function namesOf(code: string, { names }: AttributeAnswer): Problem['names'] {
	return [nameOf(code), ...names.filter((name) => name !== nameOf(code))];
}

function unanswered({ code, required, values }: Attribute): Problem[] {
	const words = values.length > 0 ? 'Choose an answer.' : 'Answer this question.';
	return required ? [{ names: [nameOf(code)], kind: 'missing', words }] : [];
}

function judged(question: Attribute, answer: AttributeAnswer, { dialect }: RuleContext): Problem[] {
	const names = namesOf(question.code, answer);
	const words = mismatch(question, answer.values);
	if (words) return [{ names, kind: 'wrong', words }];
	return dialect === null && question.datatype === 'datetime' && !isComplete(answer.values[0] ?? '')
		? [
				{
					names,
					kind: 'note',
					words: 'GeoReport wants a time and a zone, as in 2012-06-15T08:30:00Z.'
				}
			]
		: [];
}

/**
 * Returns what is wrong with the values of an answer ("GET Service Definition", `datatype`); else
 * null.
 */
function mismatch({ datatype, values }: Attribute, answers: readonly string[]): string | null {
	const [answer = ''] = answers;
	if (answers.length > 1 && datatype !== 'multivaluelist') {
		return `This question takes one answer, and ${answers.length} are filled in. Keep one.`;
	}
	const keys = values.map(({ key }) => key);
	if (keys.length > 0 && answers.some((each) => !keys.includes(each))) {
		return keys.length > MOST_KEYS
			? 'This answer is not on the list. Send the key of a value, not its name.'
			: `This answer is not on the list. Send ${keys.join(' or ')}.`;
	}
	if (datatype === 'number' && Number.isNaN(toNumber(answer))) {
		return 'This must be a number in digits, such as 2.5.';
	}
	if (datatype === 'datetime' && parseDateTime(answer) === null) {
		return 'This must be a date and time, such as 2012-06-15T08:30:00-04:00.';
	}
	if (datatype === 'string' && /[\r\n]/.test(answer)) {
		return 'This must be a single line. Take out the line breaks.';
	}
	return null;
}
