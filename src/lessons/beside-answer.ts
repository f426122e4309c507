// What stands above and below the answer in a lesson.
import { getExplorer } from '../explorer/explorer.svelte';
import { lessonRunOf } from './lessons.svelte';

export { default as StepFoot } from './StepFoot.svelte';
export { default as Verdict } from './Verdict.svelte';

/** The lesson under way in the page one is in. */
export const runHere = () => lessonRunOf(getExplorer());
