// What a report says and who sends it: "POST Service Request", its optional arguments.
import { methodOf } from '../methods';
import type { Problem, Rule } from './rules';

const count = (value: number) => value.toLocaleString('en-CA');

const wrong = (name: string, words: string): Problem[] => [{ names: [name], kind: 'wrong', words }];

/** No text is longer than the specification lets it be; a character outside the BMP counts as one. */
export const length: Rule = ({ draft, one }) =>
	methodOf(draft.method).arguments.flatMap(({ name, atMost }) => {
		const over = atMost === null ? 0 : [...one(name)].length - atMost;
		const words = `${name} may have ${count(atMost ?? 0)} characters. Take out ${count(over)}.`;
		return over > 0 ? wrong(name, words) : [];
	});

/** A photo is a link that can be opened. */
export const mediaUrl: Rule = ({ one, has }) => {
	const link = one('media_url');
	const isLink = /^https?:\/\/\S+$/i.test(link) && URL.canParse(link);
	return !has('media_url') || isLink
		? []
		: wrong('media_url', 'media_url must be a link that begins with https:// or http://.');
};

/** Some services of the City want to know who reports. */
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

/** An e-mail address looks like one; whether it exists is not asked. */
export const email: Rule = ({ one, has }) =>
	!has('email') || /^[^\s@]+@[^\s@]+$/.test(one('email'))
		? []
		: wrong('email', 'email must look like name@example.org.');

/** No method of GeoReport v2 takes files; an empty file part is as good as none. */
export const files: Rule = ({ draft }) =>
	(draft.files ?? [])
		.filter(({ text }) => text !== '')
		.map(({ name }) => ({
			names: [name, 'media_url'],
			kind: 'wrong',
			words: 'GeoReport v2 takes no files. Put the photo online and send its link in media_url.'
		}));
