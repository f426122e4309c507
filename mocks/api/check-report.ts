// What can be wrong with a report besides its place: the reporter, the answers to the questions of
// the service, and the content.
import type { Attribute } from '../../src/georeport/types';
import { readDateTime } from '../city/dates';
import { definitionOf } from '../data/definitions';
import { PRIVATE_PROPERTY } from '../data/services';
import { bad, clip, quote, type ApiError } from './answers';
import { decimal, type Arguments } from './arguments';
import { lengthProblem } from './bounds';

/**
 * Returns what is wrong with the answer to one question of a service definition; null for nothing.
 */
function attributeProblem(attribute: Attribute, values: readonly string[]): string | null {
	const name = `attribute[${attribute.code}]`;
	const choices = attribute.values.map(({ key }) => key);
	const [value] = values;
	if (value === undefined) {
		return attribute.required
			? `${name} is required: ${attribute.description} Send ${choices.length ? `one of ${choices.join(', ')}` : 'an answer'}.`
			: null;
	}
	if (values.length > 1 && attribute.datatype !== 'multivaluelist') {
		return `${name} takes one value; ${values.length} came. Send one.`;
	}
	const wrong = values.find((each) => choices.length > 0 && !choices.includes(each));
	if (wrong !== undefined) {
		return `${name} ${quote(wrong)} is none of its values. Send one of ${choices.join(', ')}.`;
	}
	if (attribute.datatype === 'number' && Number.isNaN(decimal(value))) {
		return `${name} ${quote(value)} is not a number. Send digits, such as 2.5.`;
	}
	if (attribute.datatype === 'datetime' && readDateTime(value) === null) {
		return `${name} ${quote(value)} is not a date-time. Send ISO 8601, such as 2012-06-15T09:00:00-04:00.`;
	}
	if (attribute.datatype === 'string' && /[\r\n]/.test(value)) {
		return `${name} holds a line break. Send a single line.`;
	}
	return null;
}

function attributeFailures(service_code: string, asked: Arguments): ApiError[] {
	const { attributes } = definitionOf(service_code);
	const questions = attributes.filter(({ variable }) => variable);
	const answers = asked.attributes();
	const known = new Set(questions.map(({ code }) => code));
	const unknown = [...answers.keys()].filter((code) => !known.has(code));
	const isNote = (code: string) => attributes.some((each) => each.code === code);
	return [
		...questions.flatMap(
			(question) => attributeProblem(question, answers.get(question.code) ?? []) ?? []
		),
		...unknown.map((code) =>
			isNote(code)
				? `attribute[${clip(code)}] is a note and takes no answer. Leave it out.`
				: `attribute[${clip(code)}] is no question of service ${service_code}. GET services/${service_code}.xml lists them.`
		)
	].map(bad);
}

/** Toronto's own rule: graffiti on private property needs a name and an e-mail address. */
function reporterFailures(service_code: string, asked: Arguments): ApiError[] {
	const needed = service_code === PRIVATE_PROPERTY ? ['first_name', 'last_name', 'email'] : [];
	const failures = needed
		.filter((name) => asked.one(name) === null)
		.map((name) => bad(`${name} is required for graffiti on private property. Send it.`));
	const email = asked.one('email');
	if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) {
		failures.push(
			bad(`email ${quote(email)} is not an e-mail address. Send one like name@example.org.`)
		);
	}
	return failures;
}

function isWebLink(text: string): boolean {
	if (!/^https?:\/\/\S+$/i.test(text)) return false;
	try {
		// URL.canParse refuses letters such as ü in Node 20 and 22, once it was called often.
		return new URL(text).href !== '';
	} catch {
		return false;
	}
}

function contentFailures(asked: Arguments): ApiError[] {
	const failures: ApiError[] = [];
	for (const name of ['description', 'media_url', 'address_string', 'address']) {
		const problem = lengthProblem(name, asked.one(name));
		if (problem !== null) failures.push(bad(problem));
	}
	const media_url = asked.one('media_url');
	if (media_url !== null && !isWebLink(media_url)) {
		failures.push(bad(`media_url ${quote(media_url)} is not a link. Send an http or https URL.`));
	}
	for (const name of asked.files) {
		failures.push(
			bad(
				`${clip(name)} is a file; files are not accepted. Put the photo online and send its URL in media_url.`
			)
		);
	}
	return failures;
}

/** Returns a failure for each thing that is wrong with a report, its place aside. */
export const reportFailures = (service_code: string, asked: Arguments): ApiError[] => [
	...reporterFailures(service_code, asked),
	...attributeFailures(service_code, asked),
	...contentFailures(asked)
];
