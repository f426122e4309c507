// Rules of every method: "General" and the first arguments of each.
import { methodOf } from '../methods';
import type { Rule } from './rules';

/** The one city of the mock-up. */
const JURISDICTION = 'toronto.ca';

/** What the table of methods calls required must be there. */
export const required: Rule = ({ draft, has }) =>
	methodOf(draft.method)
		.arguments.filter(({ name, required }) => required === 'yes' && !has(name))
		.map(({ name, example }) => ({
			names: [name],
			kind: 'missing',
			words: `${name} is required. Fill it in, for example with ${example}.`
		}));

/** Toronto asks for its jurisdiction on every call; the mock-up knows no other in either dialect. */
export const jurisdiction: Rule = ({ all }, { dialect }) => {
	if (dialect === null) return [];
	const sent = all('jurisdiction_id');
	if (sent.length === 0 && dialect === 'toronto') {
		const words = `Toronto asks for a jurisdiction_id on every call. Send ${JURISDICTION}.`;
		return [{ names: ['jurisdiction_id'], kind: 'missing', words }];
	}
	const words = `The mock-up knows one city only. Send ${JURISDICTION}, in lower case.`;
	return sent.every((each) => each === JURISDICTION)
		? []
		: [{ names: ['jurisdiction_id'], kind: 'wrong', words }];
};

/** The mock-up refuses one key, so that clients can see a 403. */
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
					words: 'GeoReport asks for an api_key with a report. Send one if this server wants it.'
				}
			]
		: [];

/** A code that names the service must be one of the list, to the letter: 404 otherwise. */
export const knownService: Rule = ({ one, has }, { services }) => {
	const code = one('service_code');
	if (!services || !has('service_code')) return [];
	if (services.some(({ service_code }) => service_code === code)) return [];
	const fold = (text: string) => text.trim().toLowerCase();
	const meant = services.find(({ service_code }) => fold(service_code) === fold(code));
	const words = meant
		? `Codes count to the letter. Send ${meant.service_code}.`
		: 'No service here has this code. Choose one of the service list.';
	return [{ names: ['service_code'], kind: 'wrong', words }];
};
