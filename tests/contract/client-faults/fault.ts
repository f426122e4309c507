// Mistakes that real clients make, each made in the example client by changing one place of its
// source.
import type { DialectName } from '../../../src/georeport/dialect';
import type { CheckFormat, SceneId } from '../../../mocks/check/scene';

/** One mistake, and what the client check says of it. */
export interface ClientFault {
	/** What the client does wrong. */
	does: string;
	/** The piece of its source that is replaced, which is there once, and what takes its place. */
	change: readonly [from: string, to: string];
	/** The check that names the mistake, in each of these scenes. */
	check: string;
	scenes: readonly SceneId[];
	/** Other checks that see the same mistake in scenes of their own. */
	also?: Partial<Record<SceneId, string>>;
	/** The dialect and format in which it shows; by default it shows in all. */
	dialect?: DialectName;
	format?: CheckFormat;
}

/** Describes a mistake. */
export const fault = (
	check: string,
	does: string,
	scenes: readonly SceneId[],
	change: ClientFault['change'],
	options: Pick<ClientFault, 'also' | 'dialect' | 'format'> = {}
): ClientFault => ({ check, does, scenes, change, ...options });
