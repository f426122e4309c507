import { grade, notAsked, outcomeOf } from './grade';
import type { Call, Ending, Scene, SceneReport } from './scene';

/** A scene that was graded. */
export interface GradedScene {
	report: SceneReport;
	/** How many of its checks of level `must` were not asked for want of a result. */
	unasked: number;
}

/** Grades a client in one scene; its arguments are those of `grade`. */
export function gradeScene(
	scene: Scene,
	calls: readonly Call[],
	result: object | null,
	ending: Ending | null
): GradedScene {
	const { id, dialect, format } = scene;
	const verdicts = grade(scene, calls, result, ending);
	const outcome = outcomeOf(scene, verdicts, result);
	const left = notAsked(scene, verdicts, result);
	const unasked = verdicts.filter(({ check, level }) => level === 'must' && left.includes(check));
	return { report: { scene: id, dialect, format, outcome, verdicts }, unasked: unasked.length };
}

/** Returns how many checks of level `must` were not asked in some scenes. */
export const unaskedIn = (scenes: readonly GradedScene[]): number =>
	scenes.reduce((sum, { unasked }) => sum + unasked, 0);
