import type { MethodName } from '../georeport/methods';

/** The one line of help that stands at a field; the specification's text is behind "More". */
const BRIEF: Partial<Record<MethodName, Readonly<Record<string, string>>>> = {
	requests: {
		status: 'None ticked means both.',
		service_request_id: 'Ids with commas; the rest is ignored.'
	}
};

/** What a field without a value shows where its value will stand. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
	media_url: 'https://',
	service_request_id: '101000000001'
};

/** Returns the line of help at an argument's field; '' for none. */
export const briefHelp = (method: MethodName, name: string): string => BRIEF[method]?.[name] ?? '';

/** Returns what an argument's empty field shows: an example; '' for none. */
export const placeholderOf = (name: string, example: string): string =>
	PLACEHOLDERS[name] ?? example;
