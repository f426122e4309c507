import { EVERY_SCENE } from './every-scene';
import type { CheckGuidance } from './guidance';
import { READING } from './reading';
import { REPORTING } from './reporting';

/** The guidance of every check, by its id. */
export const CHECK_GUIDANCE: Readonly<Record<string, CheckGuidance>> = {
	...EVERY_SCENE,
	...REPORTING,
	...READING
};
