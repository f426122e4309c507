// Rules for single arguments: first those of every method, then those of a report.
import { methodOf } from '../methods';
import { oddCharacters } from '../odd-characters';
import { parseUrl } from '../parse-url';
import type { Problem, Rule } from './rule';

/** The one city of the mock-up. */
const JURISDICTION = 'toronto.ca';

/** Arguments that the table of methods calls required must have a value. */
export const required: Rule = ({ draft, has }) =>
	methodOf(draft.method)
		.arguments.filter(({ name, required }) => required === 'yes' && !has(name))
		.map(({ name, example }) => ({
			names: [name],
			kind: 'missing',
			words: `${name} is required. Fill it in, for example with ${example}.`
		}));

/**
 * Toronto requires its jurisdiction on every call; the mock-up serves no other in either dialect.
 */
export const jurisdiction: Rule = ({ all }, { dialect }) => {
	if (dialect === null) return [];
	const sent = all('jurisdiction_id');
	if (sent.length === 0 && dialect === 'toronto') {
		const words = `jurisdiction_id is required on every call. Send ${JURISDICTION}.`;
		return [{ names: ['jurisdiction_id'], kind: 'missing', words }];
	}
	// What cannot be seen is told by `hidden`; to send the same in lower case would not help.
	const isSeen = sent.every((each) => oddCharacters(each).length === 0);
	const words = `The mock-up knows one city only. Send ${JURISDICTION}${isSeen ? ', in lower case' : ' alone'}.`;
	return sent.every((each) => each === JURISDICTION)
		? []
		: [{ names: ['jurisdiction_id'], kind: 'wrong', words }];
};

/** Arguments that are sentences or names of people, in which every character may be meant. */
const IN_WORDS = /^(?:description|address_string|first_name|last_name|attribute\[.*)$/s;

/** A character that is not seen, or is taken for another, is told by its name. */
export const hidden: Rule = ({ draft }) =>
	Object.entries(draft.values).flatMap(([name, value]) => {
		if (IN_WORDS.test(name)) return [];
		const odd = oddCharacters([value].flat().join(','));
		const words = `${name} contains ${odd.slice(0, 3).join(', ')}${odd.length > 3 ? ' and others' : ''}: not what it looks like. Type it again.`;
		return odd.length > 0 ? [{ names: [name], kind: 'note', words }] : [];
	});

/** The mock-up refuses one key, so that clients can test a 403. */
export const key: Rule = ({ all }, { dialect }) =>
	dialect !== null && all('api_key').includes('INVALID')
		? [
				{
					names: ['api_key'],
					kind: 'wrong',
					words:
						'The mock-up refuses the key INVALID with 403. Leave api_key empty: none is needed.'
				}
			]
		: [];

/** The specification asks for a key with a report; many servers do without. */
export const keyOfReport: Rule = ({ has }, { dialect }) =>
	dialect === null && !has('api_key')
		? [
				{
					names: ['api_key'],
					kind: 'note',
					words: 'GeoReport asks for an api_key with a report. Send one if this server needs it.'
				}
			]
		: [];

/** A service code must be on the service list, in the same case; otherwise the answer is 404. */
export const knownService: Rule = ({ one, has }, { services }) => {
	const code = one('service_code');
	if (!services || !has('service_code')) return [];
	if (services.some(({ service_code }) => service_code === code)) return [];
	const fold = (text: string) => text.trim().toLowerCase();
	const meant = services.find(({ service_code }) => fold(service_code) === fold(code));
	const words = meant
		? `Codes must match exactly. Send ${meant.service_code}.`
		: 'No service here has this code. Choose one of the service list.';
	return [{ names: ['service_code'], kind: 'wrong', words }];
};

const count = (value: number) => value.toLocaleString('en-CA');

const wrong = (name: string, words: string): Problem[] => [{ names: [name], kind: 'wrong', words }];

/**
 * A text has at most as many characters as the specification allows; one outside the BMP is one.
 */
export const length: Rule = ({ draft, one }) =>
	methodOf(draft.method).arguments.flatMap(({ name, atMost }) => {
		const over = atMost === null ? 0 : [...one(name)].length - atMost;
		const words = `${name} may have ${count(atMost ?? 0)} characters. Take out ${count(over)}.`;
		return over > 0 ? wrong(name, words) : [];
	});

/** A photo is an http or https link. */
export const mediaUrl: Rule = ({ one, has }) => {
	const link = one('media_url');
	const isLink = /^https?:\/\/\S+$/i.test(link) && parseUrl(link) !== null;
	return !has('media_url') || isLink
		? []
		: wrong('media_url', 'media_url must be a link that begins with https:// or http://.');
};

/** Some services of the City require the reporter's name and e-mail address. */
export const reporter: Rule = ({ one, has }, { city }) =>
	city?.namedServices.includes(one('service_code'))
		? ['first_name', 'last_name', 'email']
				.filter((name) => !has(name))
				.map((name) => ({
					names: [name],
					kind: 'missing',
					words: `${name} is required for this service. Fill it in; an invented one will do here.`
				}))
		: [];

/** An e-mail address must look like one; it need not exist. */
export const email: Rule = ({ one, has }) =>
	!has('email') || /^[^\s@]+@[^\s@]+$/.test(one('email'))
		? []
		: wrong('email', 'email must look like name@example.org.');

/** No method of GeoReport v2 takes files; an empty one is ignored. */
export const files: Rule = ({ draft }) =>
	(draft.files ?? [])
		.filter(({ text }) => text !== '')
		.map(({ name }) => ({
			names: [name, 'media_url'],
			kind: 'wrong',
			words: 'GeoReport v2 takes no files. Put the photo online and send its link in media_url.'
		}));
