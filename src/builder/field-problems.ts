import type { Problem } from '../georeport/rules/rule';

/** The problems told at a field: those whose first name is its own. */
export const toldAt = (problems: readonly Problem[], name: string): Problem[] =>
	problems.filter(({ names }) => names[0] === name);

/** The problems told at none of the fields there are. */
export const toldNowhere = (problems: readonly Problem[], names: ReadonlySet<string>): Problem[] =>
	problems.filter((problem) => !names.has(problem.names[0]));

/**
 * Whether a field's value will not do. What is only missing counts once it is `due`: after the
 * person has been there, or has sent the request without it.
 */
export const isInvalid = (problems: readonly Problem[], name: string, due: boolean): boolean =>
	problems.some(
		({ names, kind }) => names.includes(name) && (kind === 'wrong' || (kind === 'missing' && due))
	);
