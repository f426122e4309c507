import type { CheckLevel } from '../../mocks/check/scene';

/** The levels of the checks of a client. */
export const CHECK_LEVELS: Readonly<Record<CheckLevel, string>> = {
	must: 'One that failed fails the scene, and ends the command with 1.',
	should: 'A scene passes without it. Fix it before your app meets many people.',
	advice: 'Good manners, no more.'
};

/** Says who asks for a check: `source` is that of the table of checks. */
export function sourceOfCheck(source: string): string {
	if (source === 'seen') return 'recorded of Toronto’s server, or in papers of the time';
	if (source === 'inferred') return 'inferred from what is recorded of Toronto';
	if (source === 'task') return 'asked for by the task';
	if (source === 'practice') return 'practice, written in no document of the City';
	return source.replace(/^spec, /, 'GeoReport v2, ');
}
