// Why a call is refused before its method is asked: format, preferences, key and jurisdiction.
import type { ParsedPreferences } from '../../src/georeport/preferences';
import type { Format } from '../../src/georeport/types';
import { failedWith, quote, type CityAnswer } from './answers';
import type { Arguments } from './arguments';
import { JURISDICTION, type Dialect } from './dialect';

/** The answer to a path that ends in no format, or in an unknown one. */
export const unknownFormat = (extension: string | null): CityAnswer =>
	failedWith(
		404,
		!extension
			? 'The URL names no format. End its path with .xml or .json.'
			: `Format '${extension}' is not known. End the path with .xml or .json.`
	);

/** Returns what the preferences refuse: everything, with an error, or JSON; null for nothing. */
export function refusedByPreference(
	{ code, jsonOff }: ParsedPreferences,
	format: Format
): CityAnswer | null {
	if (code !== null) {
		return failedWith(
			code,
			'General service error, as the Prefer header asked for. Send the request without it.'
		);
	}
	return jsonOff && format === 'json'
		? failedWith(
				404,
				'JSON is switched off, as the Prefer header asked for. End the path with .xml.'
			)
		: null;
}

/** No call needs a key, but a bad one is refused. */
export const badKey = (asked: Arguments): CityAnswer | null =>
	asked.all('api_key').includes('INVALID')
		? failedWith(403, 'api_key is not valid. Leave it out: the mock-up needs none.')
		: null;

/** The rule of production: a report without a key is refused. */
export const missingKey = (asked: Arguments): CityAnswer | null =>
	asked.one('api_key') === null
		? failedWith(
				403,
				'api_key was not provided. A report needs one while key=required is preferred.'
			)
		: null;

/** Only Toronto is served; whether a call must say so depends on the dialect. */
export function badJurisdiction(asked: Arguments, dialect: Dialect): CityAnswer | null {
	const sent = asked.all('jurisdiction_id');
	if (sent.length === 0 && dialect.jurisdictionRequired) {
		return failedWith(
			400,
			`jurisdiction_id was not provided. Send jurisdiction_id=${JURISDICTION}.`
		);
	}
	const wrong = sent.find((each) => each !== JURISDICTION);
	return wrong === undefined
		? null
		: failedWith(404, `jurisdiction_id ${quote(wrong)} was not found. Send ${JURISDICTION}.`);
}
