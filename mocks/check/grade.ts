// The grade of a client: what each check of a scene says of its calls, its result and its end.
import {
	keysNotNames,
	requiredAnswered,
	definitionFirst,
	severalValues
} from './checks-of-answers';
import {
	formatAsked,
	formBody,
	namesJurisdiction,
	keyNotInUrl,
	knownPaths,
	privateNotInUrl,
	zonedDates
} from './checks-of-calls';
import {
	endsWell,
	givesUp,
	honoursRetryAfter,
	ignoresUnknown,
	noSecondReport,
	notRepeated,
	retryLimit,
	tellsEveryError
} from './checks-of-failures';
import { filtersOnServer, splitsWindow } from './checks-of-lists';
import { endsInOrder, namedAgent, noHammering } from './checks-of-manners';
import {
	locationComplete,
	noNeedlessDefinition,
	photoAsUrl,
	privateInBody,
	serviceFromList,
	textIntact
} from './checks-of-reports';
import {
	completeList,
	readsEmpty,
	readsIds,
	readsNullPlace,
	readsOne,
	readsRecords,
	readsServices,
	readsText
} from './checks-of-results';
import { pollPatience, pollStops, pollsToken, readsStatus, usesId } from './checks-of-tokens';
import { checksOf } from './checks';
import { toEvidence } from './evidence';
import { notReached, type Finder } from './finding';
import { readResult } from './result';
import type { Call, CheckReport, Ending, Scene, SceneReport, CheckVerdict } from './scene';

const FINDERS: Readonly<Record<string, Finder>> = {
	'known-paths': knownPaths,
	jurisdiction: namesJurisdiction,
	'ends-in-order': endsInOrder,
	'form-body': formBody,
	'private-not-in-url': privateNotInUrl,
	'key-not-in-url': keyNotInUrl,
	'zoned-dates': zonedDates,
	'no-hammering': noHammering,
	'format-asked': formatAsked,
	'named-agent': namedAgent,
	'reads-services': readsServices,
	'text-intact': textIntact,
	'location-complete': locationComplete,
	'service-from-list': serviceFromList,
	'no-needless-definition': noNeedlessDefinition,
	'definition-first': definitionFirst,
	'required-answered': requiredAnswered,
	'keys-not-names': keysNotNames,
	'several-values': severalValues,
	'private-in-body': privateInBody,
	'photo-as-url': photoAsUrl,
	'polls-token': pollsToken,
	'uses-id': usesId,
	'reads-status': readsStatus,
	'poll-patience': pollPatience,
	'poll-stops': pollStops,
	'filters-on-server': filtersOnServer,
	'reads-records': readsRecords,
	'splits-window': splitsWindow,
	'complete-list': completeList,
	'reads-null-place': readsNullPlace,
	'reads-ids': readsIds,
	'reads-text': readsText,
	'ignores-unknown': ignoresUnknown,
	'reads-empty': readsEmpty,
	'reads-one': readsOne,
	'honours-retry-after': honoursRetryAfter,
	'retry-limit': retryLimit,
	'ends-well': endsWell,
	'no-second-report': noSecondReport,
	'not-repeated': notRepeated,
	'tells-every-error': tellsEveryError,
	'gives-up': givesUp
};

/**
 * Grades a client in one scene: one verdict for each check, in the order of the report. `result` is
 * the JSON that the client wrote, of any type, or null; `ending` is null where there is no process.
 * It needs no clock and changes nothing, so that a scene may be graded while it goes on.
 */
export function grade(
	scene: Scene,
	calls: readonly Call[],
	result: unknown,
	ending: Ending | null
): CheckVerdict[] {
	const evidence = toEvidence(scene, calls, result, ending);
	const unknown: Finder = () => notReached('Nothing makes this check.');
	return checksOf(scene).map(({ id, level }) => {
		const { message, ...others } = (FINDERS[id] ?? unknown)(evidence);
		// What a client sent may hold line breaks and other control characters.
		return { check: id, level, ...others, message: message.replace(/\p{Cc}+/gu, ' ') };
	});
}

/**
 * Grades a client in a scene that goes on: what a later call can still mend has not failed yet. Its
 * arguments are those of `grade`.
 */
export function gradeSoFar(scene: Scene, calls: readonly Call[]): CheckVerdict[] {
	const mendable = checksOf(scene).filter(({ canMend }) => canMend);
	return grade(scene, calls, null, null).map((verdict) =>
		verdict.verdict === 'failed' && mendable.some(({ id }) => id === verdict.check)
			? { ...verdict, ...notReached('The scene goes on.') }
			: verdict
	);
}

/** Returns the checks of a scene that were not asked, since the client wrote no result for them. */
export function notAsked(
	scene: Scene,
	verdicts: readonly CheckVerdict[],
	result: unknown
): string[] {
	if (readResult(result).kind === 'answer') return [];
	const needing = checksOf(scene).filter(({ needsResult }) => needsResult);
	return verdicts
		.filter(({ check, verdict }) => {
			const needsResult = needing.some(({ id }) => id === check);
			return needsResult && verdict === 'not reached';
		})
		.map(({ check }) => check);
}

/**
 * Returns the outcome of a scene: failed when a `must` failed, else not reached when a `must` of its
 * own that was asked was not reached, else passed.
 */
export function outcomeOf(
	scene: Scene,
	verdicts: readonly CheckVerdict[],
	result: unknown
): SceneReport['outcome'] {
	const musts = verdicts.filter(({ level }) => level === 'must');
	if (musts.some(({ verdict }) => verdict === 'failed')) return 'failed';
	const unasked = notAsked(scene, verdicts, result);
	const isMissed = musts.some(
		({ check, verdict }) =>
			verdict === 'not reached' && scene.own.includes(check) && !unasked.includes(check)
	);
	return isMissed ? 'not reached' : 'passed';
}

/** Returns the report of scenes that were graded; it counts the verdicts of all levels. */
export function summaryReport(scenes: readonly SceneReport[]): CheckReport {
	const verdicts = scenes.flatMap((scene) => scene.verdicts);
	const countOf = (wanted: CheckVerdict['verdict']) =>
		verdicts.filter(({ verdict }) => verdict === wanted).length;
	return {
		passed: countOf('passed'),
		failed: countOf('failed'),
		notReached: countOf('not reached'),
		scenes
	};
}
