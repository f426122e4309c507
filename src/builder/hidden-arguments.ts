import type { Draft } from '../georeport/request';

/** What a draft does that no form would: one line of words for each. */
export function oddities({ verb, path, headers, files, rawBody }: Draft): string[] {
	const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
	return [
		...(verb === undefined ? [] : [`Uses the verb ${verb} instead of the method’s own.`]),
		...(path === undefined ? [] : [`Asks for the path ${path} instead of the method’s own.`]),
		...Object.entries(headers ?? {}).map(
			([name, value]) => `Sends the header ${name}: ${shortened(value)}`
		),
		...(files ?? []).map(
			({ name, filename, type }) =>
				`Sends an attachment ${filename || 'without a name'} (${type}) as ${name}.`
		),
		...(rawBody === undefined
			? []
			: [`Sends a body of type ${rawBody.type} instead of the fields above.`])
	];
}
